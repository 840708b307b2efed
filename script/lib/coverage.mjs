// Line coverage of src/core from gcov's notes: node script/lib/coverage.mjs FOLDER-OF-NOTES [--lines]. Used by script/coverage.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [folder, ...words] = process.argv.slice(2);
const files = new Map(); // path -> line -> how often
for (const name of readdirSync(folder, { recursive: true }).filter((one) => one.endsWith('.gcno'))) {
  const notes = join(folder, name);
  if (!existsSync(notes.replace(/gcno$/, 'gcda'))) continue; // never ran
  const { stdout, status, stderr } = spawnSync('gcov', ['--json-format', '--stdout', notes], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  for (const text of stdout.split('\n').filter(Boolean)) {
    for (const { file, lines } of JSON.parse(text).files) {
      const path = relative(root, resolve(file));
      if (!path.startsWith('src/core/')) continue;
      const counts = files.get(path) ?? new Map();
      files.set(path, counts);
      for (const { line_number: line, count } of lines) counts.set(line, (counts.get(line) ?? 0) + count);
    }
  }
}

let all = 0;
let run = 0;
const share = (part, whole) => `${((100 * part) / whole).toFixed(1).padStart(5)} %`;
for (const [path, counts] of [...files].filter(([, lines]) => lines.size > 0).sort()) {
  const missed = [...counts].filter(([, count]) => count === 0).map(([line]) => line).sort((a, b) => a - b);
  all += counts.size;
  run += counts.size - missed.length;
  console.log(`${share(counts.size - missed.length, counts.size)} ${String(counts.size - missed.length).padStart(5)} of ${String(counts.size).padStart(4)}  ${path}` +
    (words.includes('--lines') && missed.length > 0 ? `  not: ${missed.join(' ')}` : ''));
}
console.log(`${share(run, all)} ${String(run).padStart(5)} of ${String(all).padStart(4)}  src/core`);
