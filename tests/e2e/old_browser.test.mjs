// The oldest browsers the page runs in, as far as a new one can play them: everything that came later is taken away, and the
// page is used. What no script can take away, syntax and the module's instructions, is looked at in the page itself.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { PAGE, open_app } from './support/app.mjs';
import { begin, fill_in, page_names } from './support/journey.mjs';
import { serve_page } from './support/server.mjs';

const newer_apis = JSON.parse(readFileSync(new URL('./support/newer_apis.json', import.meta.url), 'utf8'));

/** Runs in the page: the browser forgets what came after the one it plays. */
function grow_old(newer) {
  const take = (owner, name) => {
    if (owner === Object(owner) && name in owner) delete owner[name];
  };
  for (const [path, names] of Object.entries(newer)) {
    const owner = path === '' ? window : window[path];
    for (const name of names) {
      take(owner, name);
      take(owner?.prototype, name);
      if (path === 'Window') take(window, name);
      if (path === 'TypedArray') take(Object.getPrototypeOf(Uint8Array.prototype), name);
    }
  }
  // Chrome 80 and Firefox 78 have it or not; the page must not care.
  delete window.DecompressionStream;
  // Boxes of elements in device pixels came with Chrome 84 and Firefox 93.
  const { observe } = ResizeObserver.prototype;
  ResizeObserver.prototype.observe = function (element, options) {
    if (options?.box === 'device-pixel-content-box') throw new TypeError('not a ResizeObserverBoxOptions');
    return observe.call(this, element, options);
  };
  // An old browser compiles the module only where the policy allows 'unsafe-eval', and knows no media query for contrast.
  const { matchMedia } = window;
  window.matchMedia = (query) => matchMedia.call(window, query.replace(/prefers-contrast|forced-colors/, 'not-yet-known'));
  window.grown_old = ['structuredClone' in window, 'at' in [], 'WeakRef' in window, 'randomUUID' in crypto,
    'showSaveFilePicker' in window, 'any' in Promise, 'hasOwn' in Object, 'Segmenter' in Intl];
}

const OLDEST = [
  ['Chrome 80', { browser: 'chromium', renderer: 'software', scale: 1.25, before: [grow_old, newer_apis.chromium] }],
  ['Firefox 78', { browser: 'firefox', before: [grow_old, newer_apis.firefox] }],
];

for (const [name, options] of OLDEST) {
  test(`${name}: opens, fills in, saves, recovers, reopens`, async () => {
    const app = await open_app({ ...options, picker: 'own' });
    assert.ok((await app.page.evaluate(() => window.grown_old)).every((there) => !there), 'the browser plays its part');
    const canvas = await app.page.evaluate(() => [document.getElementById('canvas').width, innerWidth * devicePixelRatio]);
    assert.equal(canvas[0], Math.round(canvas[1]), 'sharp all the same');
    await begin(app);
    const value = await fill_in(app, '61.5');
    const file = await app.download(() => app.press('Control+S'));
    assert.match(file.text, /"61\.5"/);
    await fill_in(app, '62.5');
    for (const page of await page_names(app)) await app.click('link', page, { exact: true });
    await app.reload();
    await app.click('button', '继续');
    await app.click('link', /^填报/);
    assert.equal((await app.widget('textbox', value, { exact: true })).value, '62.5');
    await app.choose_files(() => app.press('Control+O'), [{ name: '别的.json', text: '{' }]);
    await app.sees('别的.json');
    await app.close();
  });
}

const page = readFileSync(fileURLToPath(PAGE), 'utf8');

test('a browser too old to read the scripts says so in words', async () => {
  const server = await serve_page({ extras: false });
  // Syntax no browser knows stands for syntax this one does not know yet; the policy then has to let it in.
  const open = page.replace(/(id="policy" content=")[^"]*/, `$1script-src 'unsafe-inline'`);
  const main = open.lastIndexOf('<script>') + '<script>'.length;
  server.files.set('luping.html', `${open.slice(0, main)}syntax of tomorrow;${open.slice(main)}`);
  try {
    const app = await open_app({ renderer: 'software', url: `http://localhost:${server.port}/luping.html`, expect_start: false, allow: [/./] });
    await app.until(() => app.page.locator('#unsupported').isVisible(), () => 'no notice');
    assert.match(await app.page.locator('#unsupported').innerText(), /这个浏览器打不开绿评/);
    assert.equal(await app.page.locator('#loading').isVisible(), false);
    await app.shut();
  } finally {
    await server.stop();
  }
});

describe('nothing newer in the page itself', () => {
  const scripts = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code]) => code);
  const style = /<style>([^]*?)<\/style>/.exec(page)[1];

  /** A translation for the oldest browsers that changes nothing has found nothing newer. */
  async function same_for_the_oldest(code, loader) {
    const settings = { loader, charset: 'utf8', legalComments: 'none', logLevel: 'silent' };
    const [here, there] = await Promise.all([
      transform(code, { ...settings, target: 'esnext' }),
      transform(code, { ...settings, target: ['chrome80', 'firefox78'] }),
    ]);
    assert.equal(there.code, here.code);
  }

  test('syntax', async () => {
    assert.equal(scripts.length, 3);
    for (const code of scripts) await same_for_the_oldest(code, 'js');
    for (const newer of ['a ??= 1', 'class A { #b = 1; static { } }', '/a/v']) {
      await assert.rejects(same_for_the_oldest(newer, 'js'), `${newer} would be noticed`);
    }
    await assert.rejects(same_for_the_oldest('a { inset: 0 }', 'css'));
    await same_for_the_oldest(style, 'css');
  });

  test('the first script runs in any browser: it is the one that says so', async () => {
    const [support] = scripts;
    await transform(support, { target: 'es5', logLevel: 'silent' });
    assert.doesNotMatch(support, /=>|`|\b(let|const|class)\b/);
  });

  test('instructions of the module: only what WebAssembly began with', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'luping-module-'));
    try {
      const judge = (wasm) => {
        const file = path.join(folder, 'module.wasm');
        writeFileSync(file, wasm);
        // Comes with Emscripten, which made the module.
        return spawnSync('wasm-opt', ['--mvp-features', file, '-o', path.join(folder, 'out.wasm')], { encoding: 'utf8' });
      };
      const module = gunzipSync(Buffer.from(/id="module">([\w+/=]+)</.exec(page)[1], 'base64'));
      const { error, status, stderr } = judge(module);
      assert.ifError(error);
      assert.equal(status, 0, stderr);
      // (func (result v128) v128.const 0)
      const simd = `0061736d01000000 010501600001 7b 03020100 0a160114 00 fd0c${'00'.repeat(16)} 0b`.replace(/ /g, '');
      assert.equal(judge(Buffer.from(simd, 'hex')).status, 1, 'newer ones would be noticed');
      assert.doesNotMatch(scripts[1], /BigInt/, '64 bit numbers do not cross the border as they are');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
