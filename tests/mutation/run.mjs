// Mutation check: are the tests of src/core able to fail? Makes one small mistake at a time in a copy of the core, builds it, and runs the
// core's unit tests and a shortened oracle run. A mistake that no test notices has survived: it needs a test, or an entry in
// equivalent.txt that says why it makes no difference.
//
//   node tests/mutation/run.mjs                            all of it, about an hour
//   node tests/mutation/run.mjs --file judge/gate.cpp      one file (may be repeated)
//   node tests/mutation/run.mjs --line judge/gate.cpp:24   the mutations of one line
//   node tests/mutation/run.mjs --list                     what would be tried
//
// Writes build/mutation/report.txt; a second run tries the survivors of the first before all else, with --survivors only those.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { mutate, mutationsOf } from './operators.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const work = join(root, 'build/mutation');
const tree = join(work, 'tree');
const objects = join(work, 'objects');
const report = join(work, 'report.txt');

const files = ['judge/rule_evaluator', 'judge/evaluate', 'judge/gate', 'judge/value', 'judge/quantity', 'judge/applicability', 'model/threshold',
  'model/result', 'number/rational', 'number/decimal', 'number/formula', 'number/big_integer', 'analysis/gap'].map((name) => `${name}.cpp`);

// The tests that are about these files, or about the explanations that rest on their traces; those of checks and roll-ups are not built.
const unitTests = ['big_integer', 'decimal', 'evaluate', 'formula', 'gap', 'gate', 'ratio_property', 'rational', 'result', 'lever', 'quantity',
  'threshold', 'applicability', 'trace', 'gap_lever', 'explain', 'explain_words', 'explain_complete'].map((name) => `${name}_test.cpp`);

const options = { files: [], lines: [] };
for (let i = 2; i < process.argv.length; ++i) {
  const word = process.argv[i];
  if (word === '--file') options.files.push(process.argv[++i]);
  else if (word === '--line') options.lines.push(process.argv[++i]);
  else if (word === '--list') options.list = true;
  else if (word === '--survivors') options.survivors = true;
  else throw new Error(`unknown option ${word}`);
}

const cache = spawnSync('ccache', ['--version']).status === 0 ? ['ccache'] : [];
const compiler = ['g++', '-std=c++20'];
const includes = ['-Isrc', '-Itests', `-DLUPING_SOURCE_DIR="${root}"`];
const wanted = {
  'src/core': (name) => name.endsWith('.cpp'),
  'tests/unit/core': (name) => unitTests.includes(name),
  'tests/oracle': (name) => name.endsWith('.cpp') && name !== 'files_test.cpp', // that one reads files, with src/io
};
const sources = (folder) => readdirSync(join(tree, folder), { recursive: true }).filter(wanted[folder]).map((name) => join(folder, name));

function run(command, { seconds = 600, env = {} } = {}) {
  // A mistake in a loop may never end or eat all memory. The limit is one of processor time: a busy machine is no mistake.
  const limits = `ulimit -v 4000000; ulimit -t ${seconds}; exec "$@"`;
  return spawnSync('bash', ['-c', limits, 'bash', ...command], {
    cwd: tree, encoding: 'utf8', timeout: 1_800_000, killSignal: 'SIGKILL', env: { ...process.env, ...env },
  });
}

function must(command, what) {
  const done = run(command);
  if (done.status === 0) return;
  console.error(done.stdout + done.stderr);
  console.error(`${what}: ${command.join(' ')}`);
  process.exit(2);
}

const object = (source) => join(objects, `${source.replaceAll('/', '_')}.o`);
const library = join(objects, 'libcore.so');
const compile = (source, level) => [...cache, ...compiler, level, ...includes, '-fPIC', '-c', source, '-o', object(source)];
// A mistake is never seen twice, so no cache; the headers are the same every time, so they are compiled once.
const headers = join(objects, 'headers.h');
const compileMutant = (source) => [...compiler, '-O0', ...includes, '-fPIC', '-include', headers, '-c', source, '-o', object(source)];
const link = () => ['g++', '-shared', '-o', library, ...sound.map(object)];

const programs = {
  unit: { folders: ['tests/unit/core'], level: '-O1' },
  oracle: { folders: ['tests/oracle'], level: '-O2' },
};

function build() {
  for (const [name, { folders, level }] of Object.entries(programs)) {
    const own = folders.flatMap(sources);
    for (const source of own) must(compile(source, level), 'does not build');
    must(['g++', '-o', join(objects, name), ...own.map(object), library, `-Wl,-rpath,${objects}`, '-Wl,--unresolved-symbols=ignore-in-shared-libs', '-lgtest', '-lgtest_main', '-lpthread'],
      'does not link');
  }
}

/** Tests that fail without any mutation say nothing; they are left out, and named. */
function failingAnyway() {
  const { stdout } = run([join(objects, 'unit'), '--gtest_brief=1']);
  const names = [...new Set([...stdout.matchAll(/^\[  FAILED  \] ([\w./]+)/gm)].map((match) => match[1]).filter((name) => name.includes('.')))];
  if (names.length > 0) console.log(`failing without any mutation, left out: ${names.join(' ')}`);
  return names;
}
let leftOut = [];

/** The tests that see it, or null: quick ones first. */
function killedBy(file) {
  const gtest = (name, filter, env, seconds) =>
    run([join(objects, name), '--gtest_brief=1', '--gtest_fail_fast', `--gtest_filter=${filter}`], { env, seconds }).status !== 0;
  const agreement = '*NoVerdictDiffers*';
  // Long runs over arithmetic, which the oracle does in a shorter one; only mistakes in arithmetic itself go through them.
  const slow = ['RatioProperty.*', 'Rational.*', 'BigInteger.AgreesWithInt128', 'Rounding.AgreesWithWholeNumbers', 'Lever.IsTheLeast*',
    'ValueShown.*', 'Explain.ThereIs*'];
  if (gtest('unit', `-${[...slow, ...leftOut].join(':')}`, {}, 5)) return 'unit';
  if (gtest('oracle', agreement, { LUPING_ORACLE_CASES: '2400' }, 5)) return 'oracle';
  if (/\/(rational|big_integer|gap)/.test(file) && gtest('unit', `${slow.join(':')}-${leftOut.join(':')}`, {}, 120)) return 'unit';
  if (gtest('oracle', `-${agreement}`, {}, 60)) return 'oracle';
  if (gtest('oracle', agreement, { LUPING_ORACLE_CASES: '60000' }, 120)) return 'oracle';
  return null;
}

/** Names a mutation: its place, what becomes what, which of several such on the line, the line. */
function key(file, { line, was, text, nth }, source) {
  return `${file}:${line} [${was || ' '} -> ${text || ' '}${nth > 1 ? ` #${nth}` : ''}] ${source.trim()}`;
}
const equivalents = new Set(readFileSync(join(root, 'tests/mutation/equivalent.txt'), 'utf8').split('\n')
  .filter((line) => line.startsWith('= ')).map((line) => line.slice(2).replace(/^(\S+):\d+ /, '$1 ')));
/** Line numbers move; the line itself says which one is meant. */
const isEquivalent = (text) => equivalents.has(text.replace(/^(\S+):\d+ /, '$1 '));

function todo() {
  const list = [];
  for (const file of options.files.length ? options.files : files) {
    const source = readFileSync(join(root, 'src/core', file), 'utf8');
    const lines = source.split('\n');
    const seen = new Map();
    for (const mutation of mutationsOf(source)) {
      const same = `${mutation.line} ${mutation.was} ${mutation.text}`;
      seen.set(same, (seen.get(same) ?? 0) + 1);
      mutation.nth = seen.get(same);
      const text = key(file, mutation, lines[mutation.line - 1]);
      if (options.lines.length && !options.lines.includes(`${file}:${mutation.line}`)) continue;
      list.push({ file, mutation, text });
    }
  }
  if (!options.survivors || !existsSync(report)) return list;
  const survivors = new Set(readFileSync(report, 'utf8').split('\n').filter((line) => line.startsWith('SURVIVED ')).map((line) => line.slice(9)));
  return list.filter(({ text }) => survivors.has(text));
}

const list = todo();
if (options.list) {
  for (const { text } of list) console.log(text);
  console.log(`${list.length} mutations`);
  process.exit(0);
}

rmSync(tree, { recursive: true, force: true });
mkdirSync(objects, { recursive: true });
for (const folder of ['src/core', 'tests/unit/core', 'tests/oracle', 'tests/support']) {
  cpSync(join(root, folder), join(tree, folder), { recursive: true });
}
const sound = sources('src/core').filter((source) => {
  if (run(compile(source, '-O1')).status === 0) return true;
  if (files.includes(source.replace('src/core/', ''))) must(compile(source, '-O1'), 'does not build');
  console.log(`does not build, left out: ${source}`);
  return false;
});
must(link(), 'does not link');
build();
writeFileSync(headers, ['algorithm', 'functional', 'map', 'numeric', 'bit', 'utility'].map((name) => `#include <${name}>\n`).join('') +
  ['judge/rule_evaluator', 'judge/gate', 'judge/quantity', 'judge/applicability', 'analysis/gap', 'text'].map((name) => `#include "core/${name}.h"\n`).join(''));
must([...compiler, '-O0', ...includes, '-fPIC', '-x', 'c++-header', headers], 'does not build');
leftOut = failingAnyway();
const sober = killedBy('number/rational.cpp');
if (sober) {
  console.error(`the tests fail without any mutation: ${sober}`);
  process.exit(2);
}

const counts = { killed: 0, survived: 0, equivalent: 0, unbuildable: 0 };
const log = [];
console.log(`${list.length} mutations to try`);
for (const [index, { file, mutation, text }] of list.entries()) {
  const path = join(tree, 'src/core', file);
  const original = readFileSync(path, 'utf8');
  writeFileSync(path, mutate(original, mutation));
  let outcome = 'unbuildable';
  if (run(compileMutant(`src/core/${file}`)).status === 0 && run(link()).status === 0) {
    outcome = killedBy(file) ? 'killed' : isEquivalent(text) ? 'equivalent' : 'survived';
  }
  writeFileSync(path, original);
  ++counts[outcome];
  if (outcome === 'survived') log.push(`SURVIVED ${text}`);
  if (outcome === 'survived' || index % 50 === 49) console.log(`${index + 1}/${list.length} ${outcome} ${text}`);
  // The object of the sound source comes back before the next file's turn.
  if (list[index + 1]?.file !== file) must(compile(`src/core/${file}`, '-O1'), 'does not build');
  writeFileSync(report, `${log.join('\n')}\n${JSON.stringify(counts)}\n`);
}
console.log(`${list.length} mutations: ${counts.killed} killed, ${counts.survived} survived, ${counts.equivalent} known to make no difference, ` +
  `${counts.unbuildable} do not build`);
process.exitCode = counts.survived > 0 ? 1 : 0;
