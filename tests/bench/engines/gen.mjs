// Writes a data set: the same bytes for the same arguments, on every machine.
//
//   node gen.mjs [N=2844] [FOLDER=build/bench/data] [SEED=1] [edge]
//
//   scheme.json              the neutral scheme
//   assessments-N.ndjson     N assessments, one a line
//   luping-N.ndjson          the same in the product's own format (lib/translate.mjs)
//
// With `edge` the files are assessments-edge-N.ndjson and luping-edge-N.ndjson, and computed quantities (ratios, trends)
// lie exactly on their threshold in decimal arithmetic. The verdicts to expect are lib/expected.mjs's.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { assessments } from './lib/assessments.mjs';
import { dataFolder, filesOf } from './lib/places.mjs';
import { randomFrom } from './lib/random.mjs';
import { scheme } from './lib/scheme.mjs';
import { translateAssessment } from './lib/translate.mjs';

const LINES_AT_ONCE = 500;

/** A file that is written line by line. */
class LineFile {
  bytes = 0;
  #lines = [];
  #file;

  constructor(name) {
    this.#file = openSync(name, 'w');
  }

  add(object) {
    this.#lines.push(`${JSON.stringify(object)}\n`);
    if (this.#lines.length === LINES_AT_ONCE) this.#flush();
  }

  close() {
    this.#flush();
    closeSync(this.#file);
  }

  #flush() {
    this.bytes += writeSync(this.#file, this.#lines.join(''));
    this.#lines = [];
  }
}

/** Returns the sizes in bytes: {neutral, luping}. */
export function generate(count, folder, seed, edge) {
  const files = filesOf(folder, `${edge ? 'edge-' : ''}${count}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(files.scheme, JSON.stringify(scheme, null, 1));
  const neutral = new LineFile(files.neutral);
  const luping = new LineFile(files.luping);
  for (const assessment of assessments(scheme, count, randomFrom(seed), edge)) {
    neutral.add(assessment);
    luping.add(translateAssessment(assessment));
  }
  neutral.close();
  luping.close();
  return { neutral: neutral.bytes, luping: luping.bytes };
}

if (path.resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) {
  const [count = 2844, folder = dataFolder(), seed = 1, edge] = process.argv.slice(2);
  const bytes = generate(Number(count), folder, Number(seed), edge === 'edge');
  const each = (total) => `${total} bytes, ${Math.round(total / count)} each`;
  console.log(`${count} assessments: neutral ${each(bytes.neutral)}; luping ${each(bytes.luping)}`);
}
