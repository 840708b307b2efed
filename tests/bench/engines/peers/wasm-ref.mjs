// The reference: native/ref.cpp as WebAssembly, struct of arrays in doubles. The shape of a fast peer, to be copied.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { native } from '../lib/places.mjs';

export const name = 'reference: C++ struct of arrays in wasm (-O3 -msimd128)';

const loader = path.join(native, 'ref-lib.cjs');
const binary = path.join(native, 'ref-lib.wasm');

export function missing() {
  return existsSync(loader) && existsSync(binary) ? undefined : 'native/build.sh has not built it';
}

export async function setup(scheme) {
  const wasm = await createRequire(import.meta.url)(loader)({ wasmBinary: readFileSync(binary) });
  const encoder = new TextEncoder();
  const schemeBytes = encoder.encode(JSON.stringify(scheme));
  const width = scheme.indicators.length;
  let capacity = 0; // assessments the columns hold
  let text = 0; // buffer for the lines, `textSize` bytes
  let textSize = 0;
  let codes = 0; // buffer for the verdicts, row by row

  /** Makes room for `count` assessments in `bytes` bytes of text and a final NUL. */
  function reserve(count, bytes) {
    if (count > capacity) {
      const copy = wasm._malloc(schemeBytes.length);
      wasm.HEAPU8.set(schemeBytes, copy);
      wasm._ref_init(copy, schemeBytes.length, count);
      wasm._free(copy);
      capacity = count;
      if (codes) wasm._free(codes);
      codes = wasm._malloc(count * width);
    }
    if (bytes + 1 > textSize) {
      if (text) wasm._free(text);
      textSize = bytes + 1;
      text = wasm._malloc(textSize);
    }
  }

  function parse(count, bytes) {
    wasm.HEAPU8[text + bytes] = 0;
    wasm._ref_reset();
    if (wasm._ref_parse(text, bytes) !== count) throw new Error('the reference could not read the data');
  }

  function verdicts(count, out) {
    wasm._ref_transpose(codes);
    out.set(wasm.HEAPU8.subarray(codes, codes + count * width));
  }

  reserve(1, 16384);
  return {
    load(assessments) {
      const bytes = encoder.encode(assessments.map((assessment) => JSON.stringify(assessment)).join('\n'));
      reserve(assessments.length, bytes.length);
      wasm.HEAPU8.set(bytes, text);
      parse(assessments.length, bytes.length);
      return assessments.length;
    },
    run(count, out) {
      wasm._ref_evaluate();
      verdicts(count, out);
    },
    e2e(lines, out) {
      const bytes = lines.reduce((sum, line) => sum + line.length + 1, 0);
      reserve(lines.length, bytes);
      let at = text;
      for (const line of lines) {
        wasm.HEAPU8.set(line, at);
        at += line.length;
        wasm.HEAPU8[at++] = 10;
      }
      parse(lines.length, bytes);
      wasm._ref_evaluate_gap();
      verdicts(lines.length, out);
    },
    oneText(line, out) {
      reserve(1, line.length);
      wasm.HEAPU8.set(line, text);
      parse(1, line.length);
      wasm._ref_evaluate_gap();
      verdicts(1, out);
    },
    edit(value, out) {
      wasm._ref_set(0, 0, value);
      wasm._ref_evaluate_gap();
      verdicts(1, out);
    },
    /** See lib/check-gap.mjs. */
    gaps(count) {
      wasm._ref_evaluate_gap();
      const { buffer } = wasm.HEAPU8;
      const gap = new Float64Array(buffer, wasm._ref_gap(), capacity * width);
      const groups = new Uint8Array(buffer, wasm._ref_groups(), capacity * (scheme.groups.length + 1));
      return { gap, groups, cap: capacity, count };
    },
  };
}
