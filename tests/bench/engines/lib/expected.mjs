// The verdict codes to expect, a byte each, assessment by assessment, of a data set that gen.mjs wrote:
//
//   node lib/expected.mjs [LABEL=2844] [FOLDER=build/bench/data]        LABEL: N or edge-N
//
//   expected-LABEL.bin       the oracle in doubles
//   exact-LABEL.bin          the exact oracle
import { closeSync, createReadStream, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { exactEvaluator } from './exact.mjs';
import { evaluate } from './oracle.mjs';
import { dataFolder, filesOf } from './places.mjs';

/** Returns how often each code is expected, and how often doubles differ from exact decimals. */
export async function writeExpected(folder, label) {
  const files = filesOf(folder, label);
  const scheme = JSON.parse(readFileSync(files.scheme, 'utf8'));
  const exactly = exactEvaluator(scheme);
  const expected = openSync(files.expected, 'w');
  const exact = openSync(files.exact, 'w');
  const counts = [0, 0, 0, 0];
  let different = 0;
  for await (const line of createInterface({ input: createReadStream(files.neutral) })) {
    const assessment = JSON.parse(line);
    const codes = evaluate(scheme, assessment).results.map((result) => result.code);
    const exactCodes = exactly(assessment);
    codes.forEach((code, i) => {
      ++counts[code];
      if (code !== exactCodes[i]) ++different;
    });
    writeSync(expected, Uint8Array.from(codes));
    writeSync(exact, Uint8Array.from(exactCodes));
  }
  closeSync(expected);
  closeSync(exact);
  return { counts, different };
}

if (path.resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const [label = '2844', folder = dataFolder()] = process.argv.slice(2);
  const { counts, different } = await writeExpected(folder, label);
  console.log(`met, not met, no data, not applicable: ${counts.join(', ')}; doubles err in ${different}`);
}
