// Our own engine: the batch evaluator as WebAssembly (src/platform/batch_wasm), fed with lines of luping-assessment.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { native } from '../lib/places.mjs';
import { translateScheme } from '../lib/translate_scheme.mjs';

export const name = 'Lüping: batch engine in wasm, exact';
export const format = 'luping';

const folder = process.env.LUPING_CORE ?? native;
const loader = path.join(folder, 'luping-core.cjs');
const binary = path.join(folder, 'luping-core.wasm');

export const missing = () => (existsSync(loader) && existsSync(binary) ? undefined : 'luping_core_wasm has not been built');

/** pass, fail, unknown, notchecked, notapplicable, error, informational as the bench's codes. */
const MEANING = [0, 1, 2, 2, 3, 2, 2];
/** Bytes of lines that go in together: they stay in the cache with their columns. */
const CHUNK = 512 * 1024;

export async function setup(scheme) {
  const wasm = await createRequire(import.meta.url)(loader)({ wasmBinary: readFileSync(binary) });
  const encoder = new TextEncoder();
  const width = scheme.indicators.length;
  const meaning = wasm._malloc(MEANING.length);
  wasm.HEAPU8.set(MEANING, meaning);

  let room = 0;
  let text = 0;
  function buffer(size) {
    if (size > room) {
      room = size;
      text = wasm._luping_text_buffer(size);
    }
    return text;
  }

  function fail(what) {
    const start = wasm._luping_error_text();
    const end = wasm.HEAPU8.indexOf(0, start);
    throw new Error(`${what}: ${new TextDecoder().decode(wasm.HEAPU8.slice(start, end))}`);
  }

  const schemeBytes = encoder.encode(JSON.stringify(translateScheme(scheme)));
  wasm.HEAPU8.set(schemeBytes, buffer(schemeBytes.length));
  if (wasm._luping_load_scheme(schemeBytes.length) !== width) fail('scheme');

  /** Adds lines from `first` on, up to a chunk's bytes; returns the first line that is left. */
  function readChunk(lines, first, bytes) {
    buffer(bytes + 1);
    let at = text;
    let next = first;
    while (next < lines.length && (next === first || at - text + lines[next].length < bytes)) {
      const line = lines[next++];
      if (at - text + line.length >= room) {
        buffer(line.length + 1);
        at = text;
      }
      wasm.HEAPU8.set(line, at);
      at += line.length;
      wasm.HEAPU8[at++] = 10;
    }
    return { next, rows: wasm._luping_read(at - text) };
  }

  function copyOut(count, out, offset) {
    const results = wasm._luping_results(meaning);
    out.set(wasm.HEAPU8.subarray(results, results + count * width), offset);
  }

  return {
    load(lines) {
      wasm._luping_clear();
      for (let next = 0; next < lines.length; ) {
        const chunk = readChunk(lines, next, CHUNK);
        next = chunk.next;
        if (chunk.rows !== next) fail('read');
      }
      return lines.length;
    },
    run(count, out) {
      wasm._luping_evaluate(0);
      copyOut(count, out, 0);
    },
    e2e(lines, out) {
      for (let next = 0; next < lines.length; ) {
        wasm._luping_clear();
        const first = next;
        const chunk = readChunk(lines, first, CHUNK);
        next = chunk.next;
        if (chunk.rows !== next - first) fail('read');
        wasm._luping_evaluate(1);
        copyOut(chunk.rows, out, first * width);
      }
    },
    oneText(line, out) {
      wasm._luping_clear();
      wasm.HEAPU8.set(line, buffer(line.length + 1));
      if (wasm._luping_read(line.length) !== 1) fail('read');
      wasm._luping_evaluate(1);
      copyOut(1, out, 0);
    },
    edit(value, out) {
      const { written } = encoder.encodeInto(String(value), wasm.HEAPU8.subarray(text, text + room));
      wasm._luping_set_value(0, 0, written, 1);
      const row = wasm._luping_row(0, meaning);
      out.set(wasm.HEAPU8.subarray(row, row + width));
    },
    /** See lib/check-gap.mjs; column by column. */
    gaps(count) {
      wasm._luping_evaluate(1);
      const gateCount = wasm._luping_gate_count() + 1;
      const rowGaps = wasm._luping_gaps() / 8;
      const gap = new Float64Array(count * width);
      for (let i = 0; i < count; ++i) for (let k = 0; k < width; ++k) gap[k * count + i] = wasm.HEAPF64[rowGaps + i * width + k];
      const rowGates = wasm._luping_gates(meaning);
      const groups = new Uint8Array(count * gateCount);
      for (let i = 0; i < count; ++i)
        for (let g = 0; g < gateCount; ++g) groups[g * count + i] = wasm.HEAPU8[rowGates + i * gateCount + g];
      return { gap, groups, cap: count };
    },
  };
}
