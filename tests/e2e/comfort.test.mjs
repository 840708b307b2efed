// What people set their system to: less motion, colours of their own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { PAGE, open_app } from './support/app.mjs';
import { begin, first_value } from './support/journey.mjs';
import { go_round } from './support/places.mjs';
import { count_differences } from './support/png.mjs';

/** An open_app whose browser says so from the start. */
const setting = (query) => [
  (wanted) => {
    const real = window.matchMedia.bind(window);
    window.matchMedia = (text) => (text.includes(wanted) ? Object.assign(real('all'), {}) : real(text));
  },
  query,
];

test('nothing moves by itself, whatever the system asks for', async () => {
  const style = /<style>([^]*?)<\/style>/.exec(readFileSync(fileURLToPath(PAGE), 'utf8'))[1];
  assert.doesNotMatch(style, /transition|animation|@keyframes|scroll-behavior:\s*smooth/);
  const app = await open_app({ renderer: 'software' });
  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await go_round(app, async (place) => {
    const [frames, picture] = [await app.frames(), await app.screenshot('still')];
    assert.equal(count_differences(picture, await app.screenshot('still-again')), 0, place);
    assert.equal(await app.frames(), frames, place);
  });
  // A page comes at once: the picture after the first frames is the last one.
  const before = await app.frames();
  await app.click('button', '显示');
  assert.ok((await app.frames()) - before < 12, 'a menu opens without unfolding');
  await app.press('Escape');
  await app.close();
});

for (const colorScheme of ['light', 'dark']) {
  test(`a system with colours of its own (${colorScheme}): text that is typed is as readable as text that is drawn`, async () => {
    const app = await open_app({ renderer: 'software', before: setting('forced-colors') });
    await app.page.emulateMedia({ forcedColors: 'active', colorScheme, contrast: 'more' });
    await begin(app);
    const name = await first_value(app);
    await app.click('textbox', name, { exact: true });
    await app.type('61.5');
    const { color, caret, box } = await app.page.$eval('#stage textarea', (field) => {
      const { color, caretColor } = getComputedStyle(field);
      const { x, y, width, height } = field.getBoundingClientRect();
      return { color, caret: caretColor, box: { x, y, width, height } };
    });
    assert.deepEqual([color, caret], ['rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
    const picture = await app.screenshot(`forced-${colorScheme}`);
    let [dark, light] = [0, 0];
    for (let y = Math.ceil(box.y); y < box.y + box.height - 1; ++y) {
      for (let x = Math.ceil(box.x); x < box.x + box.width - 1; ++x) {
        const [red, green, blue] = picture.at(x, y);
        if (red + green + blue < 200) ++dark;
        if (red + green + blue > 600) ++light;
      }
    }
    assert.ok(dark > 30 && light > 10 * dark, `black on white: ${dark} dark and ${light} light pixels`);
    await app.press('Escape');
    await app.close();
  });
}
