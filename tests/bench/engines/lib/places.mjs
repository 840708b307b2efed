// Where the benchmark keeps things. Everything generated or built lies below build/bench, which git ignores.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** tests/bench/engines */
export const here = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const root = path.resolve(here, '../../..');
export const output = path.join(root, 'build/bench');
/** Programs and modules: the references of native/build.sh, and what our own engine's build puts beside them. */
export const native = path.join(output, 'native');

/** The folder of the data sets of a seed. */
export function dataFolder(seed = 1) {
  return seed === 1 ? path.join(output, 'data') : path.join(output, `data/seed-${seed}`);
}

/** The files of a data set; `label` is the count of assessments, with `edge-` before it for the edge set. */
export function filesOf(folder, label) {
  return {
    scheme: path.join(folder, 'scheme.json'),
    lupingScheme: path.join(folder, 'luping-scheme.json'),
    neutral: path.join(folder, `assessments-${label}.ndjson`),
    luping: path.join(folder, `luping-${label}.ndjson`),
    expected: path.join(folder, `expected-${label}.bin`),
    exact: path.join(folder, `exact-${label}.bin`),
  };
}
