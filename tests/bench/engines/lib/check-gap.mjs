// Gaps and rolled-up verdicts of a peer against the oracle: node lib/check-gap.mjs [PEER=wasm-ref] [SEED=1]
// For peers whose engine has gaps(n), of the n assessments last loaded: {gap, groups, cap}, column by column. gap[k * cap + i]
// are doubles; groups[g * cap + i] verdict codes, the overall one after the groups. Prints one line of JSON.
import { readFileSync } from 'node:fs';
import { evaluate } from './oracle.mjs';
import { dataFolder, filesOf } from './places.mjs';

/** Engines that compute exactly and round once may differ from the oracle's doubles, absolutely or relatively. */
const TOLERANCE = 1e-9;

const [peerName = 'wasm-ref', seed = 1] = process.argv.slice(2);
const files = filesOf(dataFolder(Number(seed)), '2844');
const readLines = (file) => readFileSync(file, 'utf8').trim().split('\n');
const scheme = JSON.parse(readFileSync(files.scheme, 'utf8'));
const assessments = readLines(files.neutral).map((line) => JSON.parse(line));

const peer = await import(`../peers/${peerName}.mjs`);
const engine = await peer.setup(scheme);
if (!engine.gaps) throw new Error(`${peerName} has no gaps()`);
await engine.load(peer.format === 'luping' ? readLines(files.luping).map((line) => Buffer.from(line)) : assessments);
const { gap, groups, cap } = engine.gaps(assessments.length);

const result = { peer: peerName, gaps: 0, gaps_differ: 0, gaps_bits_differ: 0, rollups: 0, rollups_differ: 0 };
assessments.forEach((assessment, i) => {
  const { results, groups: expectedGroups, overall } = evaluate(scheme, assessment);
  results.forEach(({ code, gap: expected }, k) => {
    if (expected === null || code === 3) return;
    const actual = gap[k * cap + i];
    ++result.gaps;
    if (actual !== expected) ++result.gaps_bits_differ;
    if (!(Math.abs(actual - expected) <= TOLERANCE * Math.max(1, Math.abs(expected)))) ++result.gaps_differ;
  });
  [...expectedGroups, overall].forEach(({ code }, g) => {
    ++result.rollups;
    if (groups[g * cap + i] !== code) ++result.rollups_differ;
  });
});
console.log(JSON.stringify(result));
