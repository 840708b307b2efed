// Data sets on demand: written when they are missing, or when what writes them has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from '../gen.mjs';
import { writeExpected } from './expected.mjs';
import { dataFolder, filesOf, here } from './places.mjs';
import { scheme } from './scheme.mjs';

/** The data sets by label. The edge set has a seed of its own. */
export const DATA_SETS = {
  2844: { count: 2844, seedOffset: 0, edge: false },
  28440: { count: 28440, seedOffset: 0, edge: false },
  'edge-2844': { count: 2844, seedOffset: 1, edge: true },
};

/** The modules that decide what is written. */
const WRITERS = [
  'gen',
  'lib/assessments',
  'lib/ast',
  'lib/exact',
  'lib/expected',
  'lib/oracle',
  'lib/random',
  'lib/scheme',
  'lib/translate',
];

function stampOf(label, seed) {
  const hash = createHash('sha256').update(`${label} ${seed}`);
  for (const name of WRITERS) hash.update(readFileSync(path.join(here, `${name}.mjs`)));
  return hash.digest('hex');
}

/** Makes sure of a data set and returns its files. */
export async function ensureData(label, seed = 1) {
  const folder = dataFolder(seed);
  const { count, seedOffset, edge } = DATA_SETS[label];
  const stampFile = path.join(folder, `stamp-${label}.txt`);
  const stamp = stampOf(label, seed);
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    process.stderr.write(`writing the data set ${label}\n`);
    generate(count, folder, seed + seedOffset, edge);
    await writeExpected(folder, label);
    writeFileSync(stampFile, stamp);
  }
  return filesOf(folder, label);
}

/** The scheme in the product's own format, for native programs; false while lib/translate_scheme.mjs is not there. */
export async function ensureLupingScheme(seed = 1) {
  const translator = path.join(here, 'lib/translate_scheme.mjs');
  if (!existsSync(translator)) return false;
  const { translateScheme } = await import(pathToFileURL(translator));
  const folder = dataFolder(seed);
  mkdirSync(folder, { recursive: true });
  writeFileSync(filesOf(folder, '').lupingScheme, JSON.stringify(translateScheme(scheme), null, 1));
  return true;
}
