// How long a frame takes on the largest tables, while they scroll, by both renderers; and how many are drawn when nothing
// happens. Beside each frame the same browser's bare cost of showing a picture of that size: ratios travel, times do not.
//
//   node tests/bench/page/frames.mjs [IDLE SECONDS]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launch, median, open_page, press, quantile, RENDERERS, rest, root, VIEWPORT } from './browser.mjs';
import { multiplied } from './large_scheme.mjs';

const idle_seconds = Number(process.argv[2] ?? 60);
const FRAMES = 240;
const COPIES = 10; // 740 indicators: far above any programme's table

/** Scrolls down and up, one wheel event a frame; returns the time of every frame in ms. */
function scroll_times(page) {
  return page.evaluate(
    async ({ frames, x, y }) => {
      const stage = document.getElementById('stage');
      const at = { bubbles: true, cancelable: true, clientX: x, clientY: y, pointerType: 'mouse' };
      stage.dispatchEvent(new PointerEvent('pointermove', at));
      const times = [];
      const started = performance.now();
      let drawn = window.luping.frames;
      for (let i = 0; i < frames; ++i) {
        stage.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: i < frames / 2 ? 60 : -60 }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        if (window.luping.frames > drawn) times.push(window.luping.frameTime);
        drawn = window.luping.frames;
      }
      return { times, interval: (performance.now() - started) / frames };
    },
    { frames: FRAMES, x: 560, y: 500 },
  );
}

/** What it costs the browser to show any picture of this size: putImageData, on a canvas of its own. */
function bare_times(page) {
  return page.evaluate(
    async ({ width, height, frames }) => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext('2d', { alpha: false });
      const image = new ImageData(width, height);
      const times = [];
      for (let i = 0; i < frames; ++i) {
        new Uint32Array(image.data.buffer).fill(0xff000000 + i);
        const before = performance.now();
        context.putImageData(image, 0, 0);
        times.push(performance.now() - before);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return times;
    },
    { ...VIEWPORT, frames: 60 },
  );
}

async function idle_frames(page) {
  await rest(page);
  return page.evaluate(async (seconds) => {
    const before = window.luping.frames;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    return window.luping.frames - before;
  }, idle_seconds);
}

function report(name, { times, interval }, bare) {
  const [middle, late] = [median(times), quantile(times, 0.95)];
  console.log(
    `${name.padEnd(38)}${middle.toFixed(1).padStart(6)} ms${late.toFixed(1).padStart(8)} ms${(middle / bare).toFixed(1).padStart(8)} ×` +
      `${((100 * middle) / (1000 / 60)).toFixed(0).padStart(7)} %${(1000 / interval).toFixed(0).padStart(8)}`,
  );
}

const shipped = JSON.parse(readFileSync(path.join(root, 'assets/schemes/guigang-2023.scheme.json'), 'utf8'));
const large = Buffer.from(JSON.stringify(multiplied(shipped, COPIES)));
const browser = await launch();
console.log('scrolling a table, 1366 × 768          median   95th of 100  × bare  of 1/60 s  frames/s');
for (const renderer of RENDERERS) {
  const page = await open_page(browser, { renderer });
  const bare = median(await bare_times(page));
  await press(page, 'link', /示例.*覃塘区/);
  await press(page, 'link', /^填报/);
  report(`${renderer}: 填报, ${shipped.indicators.length} indicators`, await scroll_times(page), bare);
  await press(page, 'link', /^任务/);
  report(`${renderer}: 任务, ${shipped.measures.length} tasks`, await scroll_times(page), bare);
  const idle = await idle_frames(page);
  await page.context().close();

  const other = await open_page(browser, { renderer });
  const chooser = other.waitForEvent('filechooser');
  await other.keyboard.press('Control+o');
  await (await chooser).setFiles([{ name: 'large.scheme.json', mimeType: 'application/json', buffer: large }]);
  await other.waitForTimeout(500);
  await rest(other);
  await press(other, 'radio', /覃塘区/);
  await press(other, 'button', /开始/);
  report(`${renderer}: 填报, ${multiplied(shipped, COPIES).indicators.length} indicators`, await scroll_times(other), bare);
  await other.context().close();
  console.log(`${`${renderer}: frames in ${idle_seconds} idle seconds`.padEnd(38)}${String(idle).padStart(6)}`);
}
await browser.close();
