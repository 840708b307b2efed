// How big the page is and how soon it can be used, beside a page that only draws a rectangle: figures to read, none to pass.
//
//   node tests/bench/page.mjs [RUNS]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const page_file = path.join(root, 'dist/luping.html');
const runs = Number(process.argv[2] ?? 7);

const BASELINE = `<!doctype html><meta charset="utf-8"><canvas id="c" width="1366" height="768"></canvas><script>
const gl = document.getElementById('c').getContext('webgl2');
gl.clearColor(0, 0.4, 0.4, 1);
gl.clear(gl.COLOR_BUFFER_BIT);
window.luping = { started: performance.now(), frames: 1 };
</script>`;

const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];

async function first_frame(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, offline: true });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.luping);
  const started = await page.evaluate(() => window.luping.started);
  const frames = await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const before = window.luping.frames;
    await new Promise((resolve) => setTimeout(resolve, 3000));
    return window.luping.frames - before;
  });
  await context.close();
  return { started, frames };
}

const folder = mkdtempSync(path.join(tmpdir(), 'luping-bench-'));
const baseline_file = path.join(folder, 'baseline.html');
writeFileSync(baseline_file, BASELINE);
const browser = await chromium.launch({
  executablePath: process.env.LUPING_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'],
});
const ours = [];
const theirs = [];
let idle = 0;
for (let run = 0; run <= runs; ++run) {
  const baseline = await first_frame(browser, pathToFileURL(baseline_file).href);
  const page = await first_frame(browser, pathToFileURL(page_file).href);
  if (run === 0) continue; // warms the browser
  theirs.push(baseline.started);
  ours.push(page.started);
  idle += page.frames;
}
await browser.close();
rmSync(folder, { recursive: true });

const bytes = readFileSync(page_file);
const kib = (size) => `${(size / 1024).toFixed(0)} KiB`;
console.log(`dist/luping.html                     ${kib(bytes.length)}, gzip ${kib(gzipSync(bytes, { level: 9 }).length)}`);
console.log(`navigation to first usable frame     ${median(ours).toFixed(0)} ms (median of ${runs}; ${Math.min(...ours).toFixed(0)} to ${Math.max(...ours).toFixed(0)})`);
console.log(`the same of an empty WebGL page      ${median(theirs).toFixed(0)} ms; ratio ${(median(ours) / median(theirs)).toFixed(1)}`);
console.log(`frames drawn in ${runs * 3} idle seconds      ${idle}`);
