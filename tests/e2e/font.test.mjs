// A computer without Chinese characters shows the app's own texts all the same, in the typeface that travels in the page;
// everywhere else that typeface is not even unpacked.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { shown_characters } from '../../web/embedded_font.mjs';
import { PAGE, open_app } from './support/app.mjs';
import { begin, fill_in, page_names } from './support/journey.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const has_embedded = (app) => app.page.evaluate(() => [...document.fonts].some(({ family }) => family.includes('Luping')));

/** Runs in the page: how many of the characters look like another one of them, or like one nobody has a picture of. */
function count_alike({ characters, family }) {
  const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const picture = (character) => {
    context.clearRect(0, 0, 40, 40);
    context.font = `28px ${family}`;
    context.fillText(character, 4, 32);
    return context.getImageData(0, 0, 40, 40).data.join();
  };
  const seen = new Map([[picture('\u{2ffff}'), 'missing']]);
  const alike = [];
  for (const character of characters) {
    const now = picture(character);
    if (seen.has(now)) alike.push(`${character} like ${seen.get(now)}`);
    seen.set(now, character);
  }
  return alike;
}

for (const browser of ['chromium', 'firefox']) {
  describe(`${browser}, no Chinese font on the computer`, () => {
    test('every character of the app’s own texts is there', async () => {
      const app = await open_app({ browser, renderer: 'software', fonts: 'latin' });
      assert.equal(await has_embedded(app), true);
      const characters = [...(await shown_characters(root))].filter((character) => /\p{Script=Han}/u.test(character));
      assert.ok(characters.length > 900, `${characters.length} characters`);
      const family = await app.page.evaluate(() => getComputedStyle(document.body).fontFamily);
      assert.deepEqual(await app.page.evaluate(count_alike, { characters, family }), []);
      await app.close();
    });

    test('the pages are drawn with them, and a character it lacks breaks nothing', async () => {
      const app = await open_app({ browser, renderer: 'software', fonts: 'latin' });
      await app.screenshot(`font-${browser}-start`);
      await begin(app);
      const { box } = await app.widget('textbox', '说明');
      await app.page.mouse.click(box.x + 40, box.y + 20);
      await app.settled();
      await app.type('𠮷鑫村龘');
      await app.screenshot(`font-${browser}-typing`);
      await app.press('Control+Enter');
      assert.equal((await app.widget('textbox', '说明')).value, '𠮷鑫村龘');
      await fill_in(app, '61.5');
      for (const page of await page_names(app)) {
        await app.click('link', page, { exact: true });
        await app.screenshot(`font-${browser}-${page}`);
      }
      await app.close();
    });
  });

  test(`${browser}: a computer with Chinese characters uses its own`, async () => {
    const app = await open_app({ browser, renderer: 'software' });
    assert.equal(await has_embedded(app), false);
    await app.close();
  });
}

test('the typeface says whose it is and under which licence', () => {
  const page = readFileSync(fileURLToPath(PAGE), 'utf8');
  const packed = /<script type="application\/octet-stream" id="font">([\w+/=]+)<\/script>/.exec(page);
  const font = Buffer.from(packed[1], 'base64');
  assert.equal(font.toString('latin1', 0, 4), 'wOF2');
  assert.ok(font.length <= 300 * 1024, `${font.length} bytes`);
  assert.match(page, /Noto Sans CJK SC, © 2014-2021 Adobe .*SIL Open Font License 1\.1/);
});
