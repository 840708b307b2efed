// How big the page is and how soon it can be used, beside a page that only draws a rectangle: figures to read, none to pass.
//
//   node tests/bench/page/start.mjs [RUNS]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { kib, launch, median, PAGE, PAGE_FILE, VIEWPORT } from './browser.mjs';

const runs = Number(process.argv[2] ?? 7);

const BASELINE = `<!doctype html><meta charset="utf-8"><canvas id="c" width="1366" height="768"></canvas><script>
const gl = document.getElementById('c').getContext('webgl2');
gl.clearColor(0, 0.4, 0.4, 1);
gl.clear(gl.COLOR_BUFFER_BIT);
window.luping = { started: performance.now() };
</script>`;

async function first_frame(browser, url) {
  const context = await browser.newContext({ viewport: VIEWPORT, offline: true });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.luping);
  const started = await page.evaluate(() => window.luping.started);
  await context.close();
  return started;
}

const folder = mkdtempSync(path.join(tmpdir(), 'luping-bench-'));
const baseline_file = path.join(folder, 'baseline.html');
writeFileSync(baseline_file, BASELINE);
const browser = await launch();
const ours = [];
const theirs = [];
for (let run = 0; run <= runs; ++run) {
  const baseline = await first_frame(browser, pathToFileURL(baseline_file).href);
  const page = await first_frame(browser, PAGE);
  if (run === 0) continue; // warms the browser
  theirs.push(baseline);
  ours.push(page);
}
await browser.close();
rmSync(folder, { recursive: true });

const html = readFileSync(PAGE_FILE, 'utf8');
const without_font = html.replace(/(<script [^>]*id="font">)[^<]*/, '$1');
const gzip = (text) => kib(gzipSync(text, { level: 9 }).length);
console.log(`dist/luping.html                     ${kib(Buffer.byteLength(html))}, gzip ${gzip(html)}; without the font gzip ${gzip(without_font)}`);
console.log(`navigation to first usable frame     ${median(ours).toFixed(0)} ms (median of ${runs}; ${Math.min(...ours).toFixed(0)} to ${Math.max(...ours).toFixed(0)})`);
console.log(`the same of an empty WebGL page      ${median(theirs).toFixed(0)} ms; ratio ${(median(ours) / median(theirs)).toFixed(1)}`);
