// What the page's benchmarks share: a browser with the built page in it, and a few figures about many numbers.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const PAGE_FILE = path.join(root, 'dist/luping.html');
export const PAGE = pathToFileURL(PAGE_FILE).href;
export const VIEWPORT = { width: 1366, height: 768 };

/** Both are computed on the CPU here: WebGL by SwiftShader, which the app would not choose by itself. */
export const RENDERERS = ['software', 'webgl'];

export function launch() {
  return chromium.launch({
    executablePath: process.env.LUPING_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'],
  });
}

/** The page on its start screen. */
export async function open_page(browser, { url = PAGE, renderer = 'software' } = {}) {
  const context = await browser.newContext({ viewport: VIEWPORT, offline: true, locale: 'zh-CN' });
  const page = await context.newPage();
  // Dialogs nobody answers; without them files are chosen in an input element and downloaded.
  await page.addInitScript(() => {
    delete window.showOpenFilePicker;
    delete window.showSaveFilePicker;
  });
  await page.goto(`${url}#renderer=${renderer}`);
  await page.waitForFunction(() => window.luping);
  await rest(page);
  return page;
}

/** Until no frame is drawn any more. */
export function rest(page) {
  return page.evaluate(async () => {
    for (let still = 0, last = -1; still < 4; ) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      still = window.luping.frames === last ? still + 1 : 0;
      last = window.luping.frames;
    }
  });
}

/** Press the first widget of a role and name, as assistive technology does. */
export async function press(page, role, name) {
  const widget = page.locator('#mirror').getByRole(role, { name }).first();
  await widget.waitFor({ state: 'attached', timeout: 10_000 });
  await widget.evaluate((element) => element.click());
  await rest(page);
}

export function quantile(all, part) {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}
export const median = (all) => quantile(all, 0.5);
export const kib = (size) => `${(size / 1024).toFixed(0)} KiB`;
