// Two renderers, one picture, on every page; and graphics that go away, for a moment or for good, take nothing along.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_app } from './support/app.mjs';
import { begin, fill_in, first_value } from './support/journey.mjs';
import { go_round, stop_clock } from './support/places.mjs';
import { count_differences } from './support/png.mjs';

/** Edges are smoothed a little differently: this much may a channel differ, and in one pixel of ten thousand more. */
const TOLERANCE = 12;
const FEW = 1 / 10_000;

const lose = (app) =>
  app.page.evaluate(() => {
    window.loss = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.loss.loseContext();
  });

/** As when a driver restarts. */
async function lose_for_a_moment(app) {
  await app.page.evaluate(() => {
    const canvas = document.getElementById('canvas');
    window.restored = new Promise((resolve) => canvas.addEventListener('webglcontextrestored', resolve, { once: true }));
    window.lost = new Promise((resolve) => canvas.addEventListener('webglcontextlost', resolve, { once: true }));
  });
  await lose(app);
  await app.page.evaluate(() => window.lost);
  await app.page.evaluate(() => {
    window.loss.restoreContext();
    return window.restored;
  });
  await app.settled();
}

async function lose_for_good(app) {
  await lose(app);
  await app.until(async () => (await app.renderer()) === 'software', () => 'WebGL is still waited for');
  await app.settled();
}

const pictures = new Map();

test('WebGL: on every page a lost context comes back with the same picture', async () => {
  const app = await open_app({ renderer: 'webgl', before: stop_clock });
  await go_round(app, async (place) => {
    const picture = await app.screenshot(`webgl-${place}`);
    await lose_for_a_moment(app);
    assert.equal(count_differences(picture, await app.screenshot(`webgl-${place}-again`)), 0, place);
    pictures.set(place, picture);
  });
  assert.equal(await app.renderer(), 'webgl');
  assert.ok(pictures.size >= 10, [...pictures.keys()].join());
  await app.close();
});

test('software: the same pictures as WebGL’s on every page, in an app whose graphics went for good', async () => {
  const app = await open_app({ renderer: 'webgl', before: stop_clock });
  await lose_for_good(app);
  const seen = [];
  await go_round(app, async (place) => {
    seen.push(place);
    const [webgl, software] = [pictures.get(place), await app.screenshot(`software-${place}`)];
    const differing = count_differences(webgl, software, TOLERANCE);
    assert.ok(differing < webgl.width * webgl.height * FEW, `${place}: ${differing} pixels differ`);
  });
  assert.deepEqual(seen, [...pictures.keys()]);
  await app.close();
});

test('graphics that go for good take nothing along of what is being typed', async () => {
  const app = await open_app({ renderer: 'webgl' });
  await begin(app);
  const name = await first_value(app);
  await app.edit('textbox', name, '61', { exact: true, end: null });
  await lose_for_good(app);
  assert.deepEqual([(await app.field())?.value, (await app.field())?.focused], ['61', true]);
  await app.type('.5');
  await app.press('Enter');
  await app.press('Escape');
  assert.equal((await app.widget('textbox', name, { exact: true })).value, '61.5');
  await app.close();
});

/** Runs in the page before its scripts: what WebGL has drawn can be read later. */
function keep_drawing() {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, attributes) {
    return getContext.call(this, kind, kind === 'webgl2' ? { ...attributes, preserveDrawingBuffer: true } : attributes);
  };
}

/** Runs in the page: the brightest channel along each edge of the canvas, some way from the corners. */
function brightness_of_edges() {
  const canvas = document.getElementById('canvas');
  const { width, height } = canvas;
  const copy = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const brightest = (x, y) => Math.max(...copy.getImageData(x, y, 1, 1).data.slice(0, 3));
  const [x, y] = [width >> 2, height >> 1];
  return { top: brightest(x, 0), left: brightest(0, y), right: brightest(width - 1, y), bottom: brightest(x, height - 1) };
}

for (const renderer of ['webgl', 'software']) {
  test(`${renderer}: a window that is no whole number of CSS pixels high is drawn to its edges`, async () => {
    const app = await open_app({ renderer, before: keep_drawing });
    await begin(app);
    await fill_in(app, '5');
    await app.click('button', /^绿评：/);
    await app.click('button', '删除这份草稿'); // a question darkens everything behind it
    const devtools = await app.context.newCDPSession(app.page);
    for (const [width, height] of [[1092, 614], [1091, 613]]) {
      await devtools.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1.25, mobile: false });
      await app.page.mouse.move(3, 300);
      await app.until(
        () => app.page.evaluate((css) => document.getElementById('canvas').width === Math.round(css * 1.25), width),
        () => 'the canvas does not follow',
      );
      await app.settled();
      for (const [edge, brightness] of Object.entries(await app.page.evaluate(brightness_of_edges))) {
        assert.ok(brightness > 100 && brightness < 200, `${width} × ${height}, ${edge}: ${brightness}`);
      }
    }
    await app.close();
  });
}
