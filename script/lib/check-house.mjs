// Checks that hold the house together and need no build: node script/lib/check-house.mjs. One line a check.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (path) => readFileSync(join(root, path), 'utf8');
let passed = 0;
let failed = 0;

function check(title, problems) {
  if (problems.length === 0) {
    ++passed;
    console.log(`ok      ${title}`);
    return;
  }
  ++failed;
  console.log(`FAILED  ${title}`);
  for (const problem of problems) console.log(`        ${problem}`);
}

function* filesBelow(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

// ---- The arrows: which folder may include which ------------------------------------------------------------------------

const layers = {
  'src/assets': [],
  'src/core': [],
  'src/io': ['core'],
  'src/app': ['core', 'io', 'assets'],
  'src/ui': ['core', 'io', 'app'],
  'src/platform/web': ['core', 'io', 'app', 'ui', 'assets'],
  'src/platform/batch_wasm': ['core', 'io'],
  'src/platform/test': ['core', 'io', 'app'],
  'src/cli': ['core', 'io', 'assets'],
};
const ourFolders = new Set(['assets', 'core', 'io', 'app', 'ui', 'platform', 'cli']);
/** Third-party headers, and the only folders that may see them. */
const guarded = [
  { pattern: /^nlohmann\//, folders: ['src/io'] },
  { pattern: /^(imgui|imstb)/, folders: ['src/ui', 'src/platform/web'] },
  { pattern: /^(emscripten|GLES|EGL|webgl)/, folders: ['src/platform/web', 'src/platform/batch_wasm'] },
];

function includeProblems() {
  const problems = [];
  for (const path of filesBelow('src')) {
    if (!/\.(h|cpp)$/.test(path)) continue;
    const folder = Object.keys(layers).find((name) => path.startsWith(`${name}/`));
    if (!folder) {
      problems.push(`${path}: no layer is named for this folder (script/lib/check-house.mjs)`);
      continue;
    }
    const own = folder.replace(/^src\//, '');
    read(path).split('\n').forEach((line, index) => {
      const match = /^\s*#\s*include\s*[<"]([^>"]+)[>"]/.exec(line);
      if (!match) return;
      const target = match[1];
      const where = `${path}:${index + 1}: `;
      const first = target.split('/')[0];
      const inside = target.startsWith(`${own}/`);
      if (target.includes('/') && ourFolders.has(first) && !inside && !layers[folder].includes(first)) {
        problems.push(`${where}${own} may not include ${target}`);
      }
      for (const { pattern, folders } of guarded) {
        if (pattern.test(target) && !folders.includes(folder)) problems.push(`${where}${own} may not include ${target}`);
      }
    });
  }
  return problems;
}

// ---- The dependency table ----------------------------------------------------------------------------------------------

/** The rows of README.md's table below "## Dependencies": package name -> version. */
function tableOfReadme() {
  const section = /^## Dependencies\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(read('README.md'))?.[1] ?? '';
  const rows = new Map();
  for (const line of section.split('\n')) {
    const match = /^\| `([^`]+)` \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$/.exec(line);
    if (match) rows.set(match[1], { version: match[2].trim(), licence: match[3].trim(), purpose: match[4].trim() });
  }
  return rows;
}

function dependencyProblems() {
  const table = tableOfReadme();
  const problems = [];
  const wanted = new Map([['imgui', /^imgui_version=(.*)$/m.exec(read('script/setup'))?.[1] ?? '?']]);
  for (const line of read('script/lib/dependencies.txt').split('\n')) {
    if (/^[a-z]/.test(line)) wanted.set(line.split(/\s+/)[0], undefined);
  }
  const npm = JSON.parse(read('web/package.json'));
  for (const [name, version] of Object.entries({ ...npm.dependencies, ...npm.devDependencies })) {
    wanted.set(name, version);
    if (!/^\d+\.\d+\.\d+$/.test(version)) problems.push(`web/package.json: ${name} is not pinned: ${version}`);
  }
  for (const [name, version] of wanted) {
    const row = table.get(name);
    if (!row) problems.push(`README.md, Dependencies: no row for ${name}`);
    else if (version !== undefined && row.version !== version) {
      problems.push(`README.md, Dependencies: ${name} is ${version}, the table says ${row.version}`);
    } else if (row.version === '' || row.licence === '' || row.purpose === '') {
      problems.push(`README.md, Dependencies: ${name} has an empty cell`);
    }
  }
  for (const name of table.keys()) {
    if (!wanted.has(name)) problems.push(`README.md, Dependencies: ${name} is no dependency`);
  }
  return problems;
}

// ---- Versions, lock file, links ----------------------------------------------------------------------------------------

function versionProblems() {
  const version = /project\(luping\s+VERSION ([\d.]+)/.exec(read('CMakeLists.txt'))?.[1];
  const problems = [];
  const own = JSON.parse(read('web/package.json')).version;
  if (own !== version) problems.push(`CMakeLists.txt says ${version}, web/package.json says ${own}`);
  if (!read('CHANGELOG.md').includes(`## [${version}]`)) problems.push(`CHANGELOG.md has no section [${version}]`);
  return problems;
}

function lockProblems() {
  const text = read('web/package-lock.json');
  return /"resolved"/.test(text) ? ['web/package-lock.json names download addresses; web/.npmrc leaves them out'] : [];
}

/** Links in Markdown files to files of the repository must lead somewhere. */
function linkProblems() {
  const problems = [];
  const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesBelow('docs')].filter((path) => path.endsWith('.md'));
  for (const path of pages) {
    const text = read(path).replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
    for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^([a-z]+:|#)/.test(target)) continue;
      const file = resolve(root, dirname(path), decodeURI(target.split('#')[0]));
      if (!statSync(file, { throwIfNoEntry: false })) problems.push(`${path}: ${relative(root, file)} does not exist`);
    }
  }
  return problems;
}

check('includes follow the arrows between the folders', includeProblems());
check("README's dependency table is what is installed", dependencyProblems());
check('one version everywhere', versionProblems());
check('the lock file names no download addresses', lockProblems());
check('links in the documents lead somewhere', linkProblems());
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
