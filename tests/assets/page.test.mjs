// The page has to pass through office mail and slow lines: what it weighs is a promise (docs/performance.md).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const KIB = 1024;
const page = readFileSync(process.env.LUPING_PAGE ?? new URL('../../dist/luping.html', import.meta.url), 'utf8');
const font = /<script type="application\/octet-stream" id="font">([\w+/=]+)<\/script>/.exec(page)[1];
const packed = (text) => gzipSync(text, { level: 9 }).length;

test('without the typeface the page is at most 600 KiB, gzip', () => {
  const size = packed(page.replace(font, ''));
  assert.ok(size > 100 * KIB, 'this is the page');
  assert.ok(size <= 600 * KIB, `${(size / KIB).toFixed(0)} KiB`);
});

test('with the typeface, which computers with Chinese fonts never unpack, at most 900 KiB', () => {
  assert.ok(packed(page) <= 900 * KIB, `${(packed(page) / KIB).toFixed(0)} KiB`);
});

test('the service worker and the manifest beside it are small', () => {
  for (const name of ['sw.js', 'manifest.webmanifest']) {
    const size = readFileSync(new URL(`../../dist/${name}`, import.meta.url)).length;
    assert.ok(size <= 16 * KIB, `${name}: ${size} bytes`);
  }
});
