#!/usr/bin/env node
// Golden tests: what the command line prints, word for word.
//
//   node tests/golden/run.mjs [--program build/dev/src/cli/luping] [--update] [CASE...]
//
// A case is one text file, tests/golden/cases/*.txt:
//
//   # What the case shows; lines before the first "$" are comment.
//   $ luping check bad.json --lang en
//   --- file bad.json
//   {"format": "luping-assessment"}
//   --- exit
//   2
//   --- stdout
//   --- stderr
//   bad.json:1:1: …
//
// Exactly one command. It runs in an empty folder that holds the case's files and links to the repository's assets/ and to
// tests/golden/data/ (for files that are no text), so "assets/samples/x.json" works and no path of this machine is printed. Quotes '…' and "…" group words; there is no other
// shell. A stream the case leaves out must be empty. A section's text ends with one line break, or with none when the case
// writes "--- stdout without newline". --update rewrites the expectations of the cases that differ; review them as code.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');

function parseArguments(words) {
  const options = { program: join(root, 'build/dev/src/cli/luping'), update: false, cases: [] };
  while (words.length > 0) {
    const word = words.shift();
    if (word === '--update') options.update = true;
    else if (word === '--program') options.program = resolve(words.shift() ?? '');
    else if (word.startsWith('-')) throw new Error(`unknown option ${word}`);
    else options.cases.push(resolve(word));
  }
  if (options.cases.length === 0) {
    const folder = join(here, 'cases');
    options.cases = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => join(folder, name));
  }
  return options;
}

/** The words of a command line: blanks separate, quotes group. */
function splitWords(line) {
  const words = [];
  for (const match of line.matchAll(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g)) {
    words.push(match[0].replace(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double));
  }
  return words;
}

/** {comment, command, files: Map, expected: {exit, stdout, stderr}} of a case's text. */
function parseCase(text) {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith('$ '));
  if (at < 0) throw new Error('no line "$ luping …"');
  const result = {
    comment: lines.slice(0, at).join('\n'),
    command: lines[at].slice(2),
    files: new Map(),
    expected: { exit: '0\n', stdout: '', stderr: '' },
  };
  let sections = lines.slice(at + 1).join('\n');
  if (!sections.endsWith('\n')) sections += '\n';
  for (const part of sections.split(/^--- /m).slice(1)) {
    const end = part.indexOf('\n');
    const [kind, ...rest] = part.slice(0, end).split(' ');
    let body = part.slice(end + 1);
    const argument = rest.join(' ');
    if (argument.endsWith('without newline')) body = body.replace(/\n$/, '');
    if (kind === 'file') result.files.set(argument.replace(/ without newline$/, ''), body);
    else if (kind in result.expected) result.expected[kind] = body;
    else throw new Error(`unknown section "--- ${kind}"`);
  }
  return result;
}

function section(title, body) {
  if (body === '') return `--- ${title}\n`;
  return body.endsWith('\n') ? `--- ${title}\n${body}` : `--- ${title} without newline\n${body}\n`;
}

function formatCase({ comment, command, files }, actual) {
  let text = `${comment === '' ? '' : `${comment}\n`}$ ${command}\n`;
  for (const [name, body] of files) text += section(`file ${name}`, body);
  text += section('exit', actual.exit);
  text += section('stdout', actual.stdout);
  if (actual.stderr !== '') text += section('stderr', actual.stderr);
  return text;
}

function run(program, { command, files }) {
  const [name, ...words] = splitWords(command);
  if (name !== 'luping') throw new Error(`the command must be luping, not ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'luping-golden-'));
  try {
    symlinkSync(join(root, 'assets'), join(folder, 'assets'));
    symlinkSync(join(here, 'data'), join(folder, 'data'));
    for (const [path, body] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), body);
    }
    const done = spawnSync(program, words, {
      cwd: folder, encoding: 'utf8', timeout: 30000, maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    });
    if (done.error) throw done.error;
    const exit = done.signal === null ? `${done.status}\n` : `${done.signal}\n`;
    return { exit, stdout: done.stdout, stderr: done.stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The lines that differ, old as "-" and new as "+", with the equal start and end left out. */
function difference(expected, actual) {
  const a = expected.split('\n');
  const b = actual.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) ++start;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) ++end;
  return [
    `    @ line ${start + 1}`,
    ...a.slice(start, a.length - end).map((line) => `    - ${line}`),
    ...b.slice(start, b.length - end).map((line) => `    + ${line}`),
  ].join('\n');
}

const options = parseArguments(process.argv.slice(2));
let passed = 0;
let failed = 0;
for (const path of options.cases) {
  const name = basename(path, '.txt');
  try {
    const text = readFileSync(path, 'utf8');
    const golden = parseCase(text);
    const actual = run(options.program, golden);
    const differing = Object.keys(actual).filter((key) => actual[key] !== golden.expected[key]);
    if (differing.length === 0) {
      ++passed;
      continue;
    }
    if (options.update) {
      writeFileSync(path, formatCase(golden, actual));
      console.log(`updated ${name}: ${differing.join(', ')}`);
      ++passed;
      continue;
    }
    ++failed;
    console.log(`FAILED  ${name}\n  $ ${golden.command}`);
    for (const key of differing) console.log(`  ${key} (- expected, + printed)\n${difference(golden.expected[key], actual[key])}`);
  } catch (error) {
    ++failed;
    console.log(`FAILED  ${name}: ${error.message}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
