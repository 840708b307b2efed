// One engine, measured in a process of its own: prints one line of JSON.
//
//   node --expose-gc lib/bench.mjs PEER [--set=2844|28440|edge-2844] [--n=COUNT] [--reps=5] [--lat=300] [--seed=1]
//                                       [--lines=neutral|luping] [--verbose]
//
// The data set must be there (run_all.mjs sees to that). A peer, peers/PEER.mjs, exports
//
//   name             what it is, for people
//   setup(scheme)    the engine for the neutral scheme, or a promise of it; see Engine
//   format           'luping': it is fed lines of luping-assessment instead of neutral assessments (default: 'neutral')
//   missing()        what it lacks to run, or undefined; asked by run_all.mjs
//   judges           false: it gives no verdicts
//
// Engine, where `out` receives the verdict codes, assessment by assessment, in the order of the scheme's indicators:
//
//   load(items)         optional: items (parsed objects; of a luping peer lines, as bytes) to what the engine evaluates
//   run(handle, out)    evaluates what load returned (the items, when there is no load)
//   e2e(lines, out)     optional: lines as bytes to verdicts, in the engine's own way
//   oneText(line, out)  optional: the same of one line
//   edit(value, out)    optional: sets the value of the first indicator of the assessment last run or read, a number, and
//                       evaluates again
//   gaps(count)         optional: see check-gap.mjs
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { dataFolder, filesOf } from './places.mjs';

const MIB = 1024 * 1024;
const CHUNK = 64;
const EDIT_MET = 1e6;
const EDIT_NOT_MET = 0;

const [peerName, ...words] = process.argv.slice(2);
const options = Object.fromEntries(words.map((word) => word.replace(/^--/, '').split('=')));
const repetitions = Number(options.reps ?? 5);
const files = filesOf(dataFolder(Number(options.seed ?? 1)), options.set ?? '2844');

const microseconds = () => performance.now() * 1000;
const round = (number, digits) => Number(number.toFixed(digits));
const parse = (line) => JSON.parse(line.toString());

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function residentMiB() {
  globalThis.gc?.();
  return process.memoryUsage().rss / MIB;
}

/** The first `most` lines of a file, as bytes without their line end. */
function readLines(file, most) {
  const bytes = readFileSync(file);
  const lines = [];
  for (let start = 0; lines.length < most && start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

function differences(codes, expected, offset = 0) {
  let count = 0;
  for (let i = 0; i < codes.length; ++i) if (codes[i] !== expected[offset + i]) ++count;
  return count;
}

// ---- what is measured --------------------------------------------------------------------------------------------------

if (!existsSync(files.exact)) throw new Error(`${files.exact} is missing: run_all.mjs writes the data sets`);
const scheme = JSON.parse(readFileSync(files.scheme, 'utf8'));
const width = scheme.indicators.length;

let start = microseconds();
const peer = await import(`../peers/${peerName}.mjs`);
const importTime = microseconds() - start;

const takesText = peer.format === 'luping';
const lines = readLines(files[options.lines ?? peer.format ?? 'neutral'], Number(options.n ?? Infinity));
const count = lines.length;
const bytes = lines.reduce((sum, line) => sum + line.length + 1, 0);
const expected = readFileSync(files.expected).subarray(0, count * width);
const exact = readFileSync(files.exact).subarray(0, count * width);
const itemOf = takesText ? (line) => line : parse;
const firstItem = itemOf(lines[0]);
const residentBefore = residentMiB();

start = microseconds();
const engine = await peer.setup(scheme);
const setupTime = microseconds() - start;
const load = engine.load ? (items) => engine.load(items) : (items) => items;
const out = new Uint8Array(count * width);
const one = new Uint8Array(width);

start = microseconds();
await engine.run(await load([firstItem]), one);
const firstTime = microseconds() - start;

const items = lines.map(itemOf);
const found = { wrong: 0, inexact: 0, exactMisses: [] };

/** Verdicts of loaded assessments, and what loading takes. */
async function measureEvaluation() {
  const evaluation = [];
  const loading = [];
  for (let r = 0; r < repetitions; ++r) {
    const t0 = microseconds();
    const handle = await load(items);
    const t1 = microseconds();
    out.fill(9);
    const t2 = microseconds();
    await engine.run(handle, out);
    evaluation.push(microseconds() - t2);
    loading.push(t1 - t0);
  }
  found.wrong = differences(out, expected);
  found.inexact = differences(out, exact);
  if (options.verbose !== undefined && found.inexact > 0) {
    const i = out.findIndex((code, k) => code !== exact[k]);
    const where = `assessment ${Math.floor(i / width)}, ${scheme.indicators[i % width].id}`;
    console.error(`first difference: ${where}: ${out[i]}, expected ${exact[i]}`);
  }
  return { evaluation, loading };
}

/** From bytes to verdicts where the engine has no way of its own; in chunks, so that parsed objects do not pile up. */
async function endToEndByChunks() {
  if (engine.load || takesText) {
    await engine.run(await load(lines.map(itemOf)), out);
    return;
  }
  for (let i = 0; i < count; i += CHUNK) {
    const end = Math.min(count, i + CHUNK);
    await engine.run(lines.slice(i, end).map(parse), out.subarray(i * width, end * width));
  }
}

async function measureEndToEnd() {
  const times = [];
  for (let r = 0; r < repetitions; ++r) {
    out.fill(9);
    const t0 = microseconds();
    if (engine.e2e) await engine.e2e(lines, out);
    else await endToEndByChunks();
    times.push(microseconds() - t0);
  }
  found.inexact = Math.max(found.inexact, differences(out, exact));
  return times;
}

/** One assessment at a time: from the item, and from the bytes of its line. */
async function measureSingle(samples) {
  const latency = [];
  const text = [];
  let inexact = 0;
  for (let r = 0; r < 3; ++r) {
    for (let i = 0; i < samples; ++i) {
      const item = [items[i]];
      let t0 = microseconds();
      await engine.run(await load(item), one);
      latency.push(microseconds() - t0);
      const other = (i + 7) % samples;
      const line = lines[other];
      t0 = microseconds();
      if (engine.oneText) engine.oneText(line, one);
      else await engine.run(await load([itemOf(line)]), one);
      text.push(microseconds() - t0);
      inexact += differences(one, exact, other * width);
    }
  }
  found.inexact = Math.max(found.inexact, inexact);
  return { latency, text };
}

/** One value changed, all verdicts again; of the first assessment to which the first indicator applies. */
async function measureEdit(samples) {
  if (!engine.edit) return undefined;
  const at = lines.findIndex((_, i) => expected[i * width] !== 3);
  await engine.run(await load([items[at]]), one);
  engine.oneText?.(lines[at], one);
  const before = one.slice(1);
  const times = [];
  for (let i = 0; i < samples; ++i) {
    const value = i % 2 === 1 ? EDIT_MET : EDIT_NOT_MET;
    const t0 = microseconds();
    await engine.edit(value, one);
    times.push(microseconds() - t0);
    if (one[0] !== (value === EDIT_MET ? 0 : 1)) throw new Error(`edit: the verdict for ${value} is ${one[0]}`);
    if (differences(one.subarray(1), before) > 0) throw new Error('edit: another verdict changed');
  }
  return times;
}

const { evaluation, loading } = await measureEvaluation();
const endToEnd = await measureEndToEnd();
const samples = Math.min(count, Number(options.lat ?? 300));
const { latency, text } = await measureSingle(samples);
const edit = await measureEdit(samples);

const judges = peer.judges !== false;
const evaluationTime = median(evaluation);
const endToEndTime = median(endToEnd);
console.log(
  JSON.stringify({
    peer: peerName,
    name: peer.name,
    n: count,
    mb: round(bytes / 1e6, 1),
    wrong: judges ? found.wrong : undefined,
    inexact: judges ? found.inexact : undefined,
    verdicts_per_s: judges ? Math.round((count * width * 1e6) / evaluationTime) : undefined,
    load_ms: engine.load ? round(median(loading) / 1e3, 1) : undefined,
    e2e_mb_per_s: round(bytes / endToEndTime, 2),
    e2e_assess_per_s: Math.round((count / endToEndTime) * 1e6),
    latency_us: round(median(latency), 1),
    text_us: round(median(text), 1),
    edit_us: edit && round(median(edit), 2),
    first_us: Math.round(firstTime),
    import_ms: round(importTime / 1e3, 1),
    setup_ms: round(setupTime / 1e3, 1),
    peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    rss0_mb: Math.round(residentBefore),
  }),
);
process.exit(0);
