// Our own engine: the batch evaluator as WebAssembly (src/platform/batch_wasm), fed with lines of luping-assessment.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { native } from '../lib/places.mjs';
import { translateScheme } from '../lib/translate_scheme.mjs';

export const name = 'Lüping: batch engine in wasm, exact';
export const format = 'luping';

const folder = process.env.LUPING_CORE ?? native;
const loader = path.join(folder, 'luping-core.mjs');
const binary = path.join(folder, 'luping-core.wasm');

export const missing = () => (existsSync(loader) && existsSync(binary) ? undefined : 'luping_core_wasm has not been built');

/** pass, fail, unknown, notchecked, notapplicable, error, informational as the bench's codes. */
const MEANING = [0, 1, 2, 2, 3, 2, 2];
/** Bytes of lines that go in together: they stay in the cache with their columns. */
const CHUNK = 512 * 1024;

export async function setup(scheme) {
  const { startLupingCore } = await import(pathToFileURL(loader).href);
  const wasm = await startLupingCore(readFileSync(binary));
  const encoder = new TextEncoder();
  const width = scheme.indicators.length;
  const meaning = wasm.malloc(MEANING.length);
  wasm.bytes.set(MEANING, meaning);

  let room = 0;
  let text = 0;
  function buffer(size) {
    if (size > room) {
      room = size;
      text = wasm.luping_text_buffer(size);
    }
    return text;
  }

  function fail(what) {
    const start = wasm.luping_error_text();
    const end = wasm.bytes.indexOf(0, start);
    throw new Error(`${what}: ${new TextDecoder().decode(wasm.bytes.slice(start, end))}`);
  }

  const schemeBytes = encoder.encode(JSON.stringify(translateScheme(scheme)));
  wasm.bytes.set(schemeBytes, buffer(schemeBytes.length));
  if (wasm.luping_load_scheme(schemeBytes.length) !== width) fail('scheme');

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
      wasm.bytes.set(line, at);
      at += line.length;
      wasm.bytes[at++] = 10;
    }
    return { next, rows: wasm.luping_read(at - text) };
  }

  function copyOut(count, out, offset) {
    const results = wasm.luping_results(meaning);
    out.set(wasm.bytes.subarray(results, results + count * width), offset);
  }

  return {
    load(lines) {
      wasm.luping_clear();
      for (let next = 0; next < lines.length; ) {
        const chunk = readChunk(lines, next, CHUNK);
        next = chunk.next;
        if (chunk.rows !== next) fail('read');
      }
      return lines.length;
    },
    run(count, out) {
      wasm.luping_evaluate(0);
      copyOut(count, out, 0);
    },
    e2e(lines, out) {
      for (let next = 0; next < lines.length; ) {
        wasm.luping_clear();
        const first = next;
        const chunk = readChunk(lines, first, CHUNK);
        next = chunk.next;
        if (chunk.rows !== next - first) fail('read');
        wasm.luping_evaluate(1);
        copyOut(chunk.rows, out, first * width);
      }
    },
    oneText(line, out) {
      wasm.luping_clear();
      wasm.bytes.set(line, buffer(line.length + 1));
      if (wasm.luping_read(line.length) !== 1) fail('read');
      wasm.luping_evaluate(1);
      copyOut(1, out, 0);
    },
    edit(value, out) {
      const { written } = encoder.encodeInto(String(value), wasm.bytes.subarray(text, text + room));
      wasm.luping_set_value(0, 0, written, 1);
      const row = wasm.luping_row(0, meaning);
      out.set(wasm.bytes.subarray(row, row + width));
    },
    /** See lib/check-gap.mjs; column by column. */
    gaps(count) {
      wasm.luping_evaluate(1);
      const gateCount = wasm.luping_gate_count() + 1;
      const rowGaps = wasm.luping_gaps() / 8;
      const { numbers } = wasm;
      const gap = new Float64Array(count * width);
      for (let i = 0; i < count; ++i) for (let k = 0; k < width; ++k) gap[k * count + i] = numbers[rowGaps + i * width + k];
      const rowGates = wasm.luping_gates(meaning);
      const { bytes } = wasm;
      const groups = new Uint8Array(count * gateCount);
      for (let i = 0; i < count; ++i)
        for (let g = 0; g < gateCount; ++g) groups[g * count + i] = bytes[rowGates + i * gateCount + g];
      return { gap, groups, cap: count };
    },
  };
}
