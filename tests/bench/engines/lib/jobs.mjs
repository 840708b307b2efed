// What run_all.mjs can measure: every job is a command that prints one line of JSON, in a process of its own.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataFolder, filesOf, here, native, root } from './places.mjs';

const SMALL = '2844';
const LARGE = '28440';
const EDGE = 'edge-2844';

/** How often a peer is repeated, and on how many assessments, by how fast it is. */
const FAST = ['--reps=9'];
const SLOW = ['--n=284', '--reps=5', '--lat=100'];
const VERY_SLOW = ['--n=100', '--reps=3', '--lat=60'];
const ON_LARGE = ['--reps=3'];
const ON_EDGE = ['--reps=1', '--lat=5'];

const fastPeers = [
  'oracle',
  'js-codegen',
  'json-logic-js',
  'json-logic-engine',
  'cel-js',
  'expr-eval',
  'js-soa',
  'sqljs',
  'duckdb',
  'zen-wasm',
  'wasm-ref',
  'luping',
];
const slowPeers = ['json-rules-engine', 'jsonata', 'fhirpath', 'survey-expr', 'hyperformula', 'hyperformula-book'];
const largePeers = ['oracle', 'js-codegen', 'js-soa', 'json-logic-engine', 'wasm-ref', 'luping'];
const edgePeers = [...fastPeers.filter((peer) => peer !== 'oracle'), ...slowPeers.slice(0, -1)];

/** What our own engine's native program is called, in build/bench/native; see README.md for what it prints. */
const OURS = path.join(native, 'luping');

/** The jobs for the data sets of a seed: {name, set, command, lacks(): why it cannot run, or undefined, once}. */
export function jobsOf(seed) {
  const files = (label) => filesOf(dataFolder(seed), label);

  function peerJob(name, peer, set, options) {
    return {
      name,
      peer,
      set,
      once: set === EDGE, // for its verdicts only
      command: [
        process.execPath,
        '--expose-gc',
        '--max-old-space-size=8192',
        path.join(here, 'lib/bench.mjs'),
        peer,
        `--set=${set}`,
        `--seed=${seed}`,
        ...options,
      ],
      async lacks() {
        const file = path.join(here, `peers/${peer}.mjs`);
        if (!existsSync(file)) return `peers/${peer}.mjs is not there yet`;
        // Only what may be missing is asked; importing every engine here would take long.
        return peer === 'luping' || peer === 'wasm-ref' ? (await import(pathToFileURL(file))).missing?.() : undefined;
      },
    };
  }

  function programJob(name, set, program, words) {
    const runner = /\.[cm]js$/.test(program) ? [process.execPath, '--expose-gc'] : [];
    const lacks = async () => (existsSync(program) ? undefined : `${path.relative(root, program)} has not been built`);
    return { name, set, command: [...runner, program, ...words], lacks };
  }

  /** A peer's gaps and rolled-up verdicts beside the oracle's. */
  function gapJob(name, peer) {
    const job = peerJob(name, peer, SMALL, []);
    const command = [process.execPath, path.join(here, 'lib/check-gap.mjs'), peer, String(seed)];
    return { ...job, name, once: true, command };
  }

  const reference = (set) => [files(set).scheme, files(set).neutral, files(set).expected];
  const ours = (set) => [files(set).lupingScheme, files(set).luping, files(set).exact];
  const built = (name) => path.join(native, name);

  const large = (name) => `${name}@${LARGE}`;

  return [
    peerJob('json-parse', 'json-parse', SMALL, FAST),
    peerJob('json-parse-luping', 'json-parse', SMALL, [...FAST, '--lines=luping']),
    ...fastPeers.map((peer) => peerJob(peer, peer, SMALL, FAST)),
    ...slowPeers.map((peer) => peerJob(peer, peer, SMALL, SLOW)),
    peerJob('survey-model', 'survey-model', SMALL, VERY_SLOW),
    peerJob(large('json-parse'), 'json-parse', LARGE, ON_LARGE),
    peerJob(large('json-parse-luping'), 'json-parse', LARGE, [...ON_LARGE, '--lines=luping']),
    ...largePeers.map((peer) => peerJob(large(peer), peer, LARGE, ON_LARGE)),
    ...edgePeers.map((peer) => peerJob(`${peer}@edge`, peer, EDGE, ON_EDGE)),
    programJob('native', SMALL, built('ref'), [...reference(SMALL), '100']),
    programJob(large('native'), LARGE, built('ref'), [...reference(LARGE), '15']),
    programJob('wasm', SMALL, built('ref-main.cjs'), [...reference(SMALL), '200']),
    programJob('wasm-simd', SMALL, built('ref-main-simd.cjs'), [...reference(SMALL), '200']),
    programJob(large('wasm-simd'), LARGE, built('ref-main-simd.cjs'), [...reference(LARGE), '15']),
    programJob('luping-native', SMALL, OURS, [...ours(SMALL), '100']),
    programJob(large('luping-native'), LARGE, OURS, [...ours(LARGE), '15']),
    programJob('luping-native@edge', EDGE, OURS, [...ours(EDGE), '3']),
    programJob(large('luping-stream'), LARGE, OURS, ['--stream', ...ours(LARGE)]),
    programJob('limits', SMALL, built('limits'), [files(SMALL).neutral, '7']),
    programJob('limits-wasm', SMALL, built('limits-wasm.cjs'), [files(SMALL).neutral, '5']),
    gapJob('wasm-ref-gaps', 'wasm-ref'),
    gapJob('luping-gaps', 'luping'),
    programJob('memory', SMALL, path.join(here, 'lib/memory.mjs'), [String(seed)]),
  ];
}

/** The important peers, quickly. */
const QUICK = [
  'json-parse',
  'json-parse-luping',
  'js-codegen',
  'json-logic-engine',
  'js-soa',
  'hyperformula',
  'wasm-ref',
  'wasm-ref@edge',
  'native',
  'luping',
  'luping@edge',
  'luping-native',
];

/** All that the table of bars needs. */
const BARS = [
  'json-parse',
  'json-parse-luping',
  'json-parse@28440',
  'json-parse-luping@28440',
  'json-logic-engine',
  'hyperformula',
  'wasm-ref',
  'wasm-ref@28440',
  'wasm-ref@edge',
  'native',
  'native@28440',
  'luping',
  'luping@28440',
  'luping@edge',
  'luping-gaps',
  'luping-native',
  'luping-native@28440',
  'luping-native@edge',
  'luping-stream@28440',
];

/** What a name brings along: its verdicts on the edge set, and the JSON.parse that it is compared with. */
function companions(name) {
  const [peer, set] = name.split('@');
  const suffix = set === LARGE ? `@${LARGE}` : '';
  const parsers = peer.startsWith('luping') ? ['json-parse', 'json-parse-luping'] : ['json-parse'];
  return [...(set === undefined ? [`${peer}@edge`] : []), ...parsers.map((parser) => parser + suffix)];
}

/** The jobs that a word stands for: `all`, `bars`, nothing for the quick ones, or names with commas between. */
export function selectJobs(jobs, word) {
  if (word === 'all') return jobs;
  if (word === undefined || word === 'bars') {
    const list = word === undefined ? QUICK : BARS;
    return jobs.filter((job) => list.includes(job.name));
  }
  const names = word.split(',');
  const known = jobs.map((job) => job.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`no such job: ${unknown.join(', ')}; there are ${known.join(', ')}`);
  const chosen = new Set([...names, ...names.flatMap(companions)]);
  return jobs.filter((job) => chosen.has(job.name));
}
