// Makes dist/luping.html: the whole app in one file that opens without a server, a network or an installation.
// Everything stands inside as classic scripts; the module as base64 of gzip. The same input gives the same bytes. Beside it
// go a few small files for web servers (docs/hosting.md), which the page can do without.
//
//   node web/build.mjs [--module FOLDER] [--output FILE]
// FOLDER holds luping.js and luping.wasm, build/wasm/web unless given.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, transform } from 'esbuild';
import { gzipSync } from 'fflate';
import { embedded_font } from './embedded_font.mjs';
import { ICON_SVG, icon_png } from './icon.mjs';

const web = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(web);
const { values: options } = parseArgs({
  options: {
    module: { type: 'string', default: path.join(root, 'build/wasm/web') },
    output: { type: 'string', default: path.join(root, 'dist/luping.html') },
  },
});

/** The oldest browsers the page runs in. */
const target = ['chrome80', 'firefox78', 'edge80', 'safari14.1'];

/** Any warning stops the build: nothing is skipped silently. */
function checked(result, what) {
  if (result.warnings.length > 0) {
    throw new Error(`${what}: ${result.warnings.map((warning) => warning.text).join('; ')}`);
  }
  return result;
}

async function bundle() {
  const result = await build({
    entryPoints: [path.join(web, 'main.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    absWorkingDir: web,
    logLevel: 'error',
  });
  return checked(result, 'main.ts').outputFiles[0].text.trim();
}

/** Emscripten's part, brought down to the same browsers. */
async function runtime() {
  const source = await readFile(path.join(options.module, 'luping.js'), 'utf8');
  // `function` at the top keeps its name: the bundle finds createLuping by it.
  const settings = { loader: 'js', minifyWhitespace: true, minifySyntax: true, target, charset: 'utf8', legalComments: 'none' };
  return checked(await transform(source, settings), 'luping.js').code.trim();
}

async function style() {
  const source = await readFile(path.join(web, 'page.css'), 'utf8');
  return checked(await transform(source, { loader: 'css', minify: true, target }), 'page.css').code.trim();
}

async function support() {
  const source = await readFile(path.join(web, 'support.js'), 'utf8');
  return checked(await transform(source, { minify: true, target: 'es5' }), 'support.js').code.trim();
}

const sha256 = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * No network at all, and no script but ours. 'unsafe-eval' is there for Chrome before 97, which knows no other way to
 * allow WebAssembly; the app itself never evaluates text. Where the browser knows better, support.js takes the word back.
 */
function policy(scripts, css) {
  return [
    "default-src 'none'",
    `script-src ${scripts.map(sha256).join(' ')} 'wasm-unsafe-eval' 'unsafe-eval'`,
    `style-src ${sha256(css)}`,
    'img-src data:',
    // Its own, where a server has them; support.js takes these back where there is no such server.
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Inside <script> nothing may look like the end of it, or like the start of a comment. */
function inlined(code, name) {
  if (/<\/script|<!--/i.test(code)) throw new Error(`${name} cannot stand inside a script element`);
  return code;
}

const [mainCode, runtimeCode, supportCode, css, wasm, template, font] = await Promise.all([
  bundle(),
  runtime(),
  support(),
  style(),
  readFile(path.join(options.module, 'luping.wasm')),
  readFile(path.join(web, 'index.html'), 'utf8'),
  embedded_font(root),
]);
const parts = {
  policy: policy([supportCode, runtimeCode, mainCode], css),
  icon: `data:image/svg+xml;base64,${Buffer.from(ICON_SVG).toString('base64')}`,
  style: css,
  support: inlined(supportCode, 'support.js'),
  module: Buffer.from(gzipSync(wasm, { level: 9, mtime: 0 })).toString('base64'),
  font: font.toString('base64'),
  runtime: inlined(runtimeCode, 'luping.js'),
  main: inlined(mainCode, 'main.ts'),
};
const used = new Set();
const page = template.replace(/\{\{(\w+)\}\}/g, (_, name) => {
  if (!(name in parts)) throw new Error(`index.html asks for {{${name}}}`);
  used.add(name);
  return parts[name];
});
for (const name of Object.keys(parts)) {
  if (!used.has(name)) throw new Error(`index.html has no place for {{${name}}}`);
}

/** What makes the page installable where a server offers these files beside it. The page itself needs none of them. */
const MANIFEST = {
  name: '绿评',
  short_name: '绿评',
  description: '生态文明建设示范创建县级自评',
  lang: 'zh-CN',
  id: 'luping.html',
  start_url: 'luping.html',
  display: 'standalone',
  background_color: '#f5f7f8',
  theme_color: '#0f5e5a',
  icons: [
    // Inside, since the page's policy takes pictures from nowhere else, and the browser holds these to it.
    ...[192, 512].map((size) => ({
      src: `data:image/png;base64,${icon_png(size).toString('base64')}`,
      sizes: `${size}x${size}`,
      type: 'image/png',
    })),
  ],
};

async function worker(names) {
  const source = await readFile(path.join(web, 'service_worker.js'), 'utf8');
  const define = { PAGE_SHA256: JSON.stringify(createHash('sha256').update(page).digest('hex')), EXTRAS: JSON.stringify(names) };
  return checked(await transform(source, { minify: true, target, charset: 'utf8', define }), 'service_worker.js').code;
}

async function extras() {
  const files = { 'manifest.webmanifest': `${JSON.stringify(MANIFEST, null, 2)}\n` };
  return { ...files, 'sw.js': await worker(Object.keys(files)) };
}

await mkdir(path.dirname(options.output), { recursive: true });
await writeFile(options.output, page);
for (const [name, contents] of Object.entries(await extras())) await writeFile(path.join(path.dirname(options.output), name), contents);
const kilobytes = (size) => `${(size / 1024).toFixed(0)} KiB`;
const packed = (text) => kilobytes(gzipSync(Buffer.from(text), { level: 9 }).length);
console.log(
  `${path.relative(process.cwd(), options.output)} ${kilobytes(Buffer.byteLength(page))}, gzip ${packed(page)}; without the font ${packed(
    page.replace(parts.font, ''),
  )}: module ${kilobytes(wasm.length)}, scripts ${kilobytes(runtimeCode.length + mainCode.length)}; font ${kilobytes(font.length)}`,
);
