// Two renderers, one picture, on every page; and graphics that go away, for a moment or for good, take nothing along.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_app } from './support/app.mjs';
import { begin, first_value } from './support/journey.mjs';
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
