// Pictures of every page of the built application, at 1366 × 768 and at 125 % zoom; the overview is README's.
//
//   node tests/support/screenshots.mjs [FOLDER]        (default: build/screenshots)
//   node tests/support/screenshots.mjs --readme        only docs/images/overview.png
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const readme = process.argv[2] === '--readme';
const folder = readme ? path.join(root, 'docs/images') : path.resolve(process.argv[2] ?? path.join(root, 'build/screenshots'));
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.LUPING_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'],
});

async function draw(scale, name) {
  const viewport = { width: Math.round(1366 / scale), height: Math.round(768 / scale) };
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale, offline: true, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path.join(root, 'dist/luping.html')).href);
  await page.waitForFunction(() => window.luping);
  const settle = () => page.waitForTimeout(400);
  const press = async (role, label) => {
    const box = await page.locator('#mirror').getByRole(role, { name: label }).first().boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.move(5, viewport.height - 5);
    await settle();
  };
  const shoot = (what) => page.screenshot({ path: path.join(folder, name(what)) });
  await settle();
  if (!readme) await shoot('start');
  await press('link', /示例.*覃塘区/);
  await press('button', '知道了');
  await shoot('overview');
  if (!readme) {
    await press('link', /^填报/);
    await press('row', '生态文明建设工作占党政实绩考核的比例');
    await shoot('fill');
    await press('link', /^任务/);
    await shoot('tasks');
    // The teaching sample has what the others lack: attributes, external figures, evidence that is asked for, a result set by hand.
    await press('button', '绿评');
    await press('link', /示例.*青山县/);
    await shoot('teaching');
    await press('link', /^填报/);
    await press('row', '节水型器具占比');
    const scroll = async (pixels) => {
      await page.mouse.move(viewport.width - 100, viewport.height - 200);
      await page.mouse.wheel(0, pixels);
      await settle();
    };
    await scroll(600);
    await press('button', '人工认定');
    await scroll(600);
    await shoot('teaching-override');
    await press('row', 'PM2.5年平均浓度');
    await shoot('teaching-evidence');
    await page.mouse.move(viewport.width / 2, viewport.height / 2);
    await page.mouse.wheel(0, 400);
    await settle();
    await press('row', '绿色出行比例');
    await shoot('teaching-external');
  }
  await context.close();
}

if (readme) {
  await draw(1, (what) => `${what}.png`);
} else {
  await draw(1, (what) => `${what}.png`);
  await draw(1.25, (what) => `${what}-125.png`);
}
await browser.close();
console.log(`pictures in ${path.relative(root, folder)}`);
