// Measures engines, each job in a fresh process, ROUNDS times in turn, and prints the medians and the bars.
//
//   node run_all.mjs [ROUNDS=1] [all|bars|NAME,NAME…] [--seed=1]
//
// Without names: the important peers. Data sets are written first where they are missing. The figures go to
// build/bench/results.json. Only ratios travel between machines; see README.md for what the names and figures mean.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureData, ensureLupingScheme } from './lib/data.mjs';
import { jobsOf, selectJobs } from './lib/jobs.mjs';
import { output } from './lib/places.mjs';
import { printBars, printPeers, printPrograms } from './lib/report.mjs';

const TIMEOUT = 600e3;
const BUFFER = 1 << 26;
/** Counts of mistakes: the worst round counts, not the median. */
const WORST = ['wrong', 'inexact', 'peak_rss_mb'];

const note = (text) => process.stderr.write(`${text}\n`);

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The rounds of a job in one. */
function merge(rounds) {
  const one = (key) => {
    const values = rounds.map((round) => round[key]);
    if (typeof values[0] !== 'number') return values[0];
    return WORST.includes(key) ? Math.max(...values) : median(values);
  };
  return Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, one(key)]));
}

function measure([command, ...words]) {
  const text = execFileSync(command, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT,
    maxBuffer: BUFFER,
  });
  return JSON.parse(text.trim().split('\n').pop());
}

/** The last line of what a failed job had to say. */
function reasonOf(error) {
  const said = String(error.stderr ?? '').match(/^\w*Error: .*$/m)?.[0];
  return said ?? error.message.split('\n')[0];
}

/** The jobs that can run; of the others it says why not. */
async function readyJobs(jobs) {
  const ready = [];
  for (const job of jobs) {
    const reason = await job.lacks();
    if (reason === undefined) ready.push(job);
    else note(`${job.name}: skipped, ${reason}`);
  }
  return ready;
}

const words = process.argv.slice(2);
const option = words.find((word) => word.startsWith('--seed='));
const seed = Number(option?.split('=')[1] ?? 1);
const [rounds = '1', selection] = words.filter((word) => !word.startsWith('--'));
if (!/^[1-9]\d*$/.test(rounds) || !Number.isInteger(seed)) {
  note('usage: node run_all.mjs [ROUNDS] [all|bars|NAME,NAME...] [--seed=SEED]');
  process.exit(2);
}

let jobs = [];
try {
  jobs = selectJobs(jobsOf(seed), selection);
} catch (error) {
  note(error.message);
  process.exit(2);
}
mkdirSync(output, { recursive: true });
await ensureLupingScheme(seed);
jobs = await readyJobs(jobs);
for (const set of new Set(jobs.map((job) => job.set))) await ensureData(set, seed);

const machine = { cpu: os.cpus()[0]?.model, cores: os.cpus().length, node: process.version };
const found = {};
let results = {};

/** Kept after every job, so that a run that is cut off is not lost. */
function keep(job, figures) {
  (found[job.name] ??= []).push(figures);
  results = Object.fromEntries(Object.entries(found).map(([name, all]) => [name, merge(all)]));
  const text = JSON.stringify({ machine, rounds: Number(rounds), seed, results }, null, 1);
  writeFileSync(path.join(output, 'results.json'), text);
}

for (let round = 0; round < Number(rounds); ++round) {
  for (const job of jobs) {
    if (round > 0 && job.once) continue;
    const started = Date.now();
    try {
      keep(job, measure(job.command));
      note(`round ${round + 1}: ${job.name}, ${((Date.now() - started) / 1e3).toFixed(1)} s`);
    } catch (error) {
      note(`round ${round + 1}: ${job.name} FAILED: ${reasonOf(error)}`);
    }
  }
}

printPeers(results);
console.log();
printPrograms(results);
console.log();
printBars(results);
