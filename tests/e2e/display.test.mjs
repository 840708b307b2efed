// 字号 and 配色: what a person sets stays set, and a machine that asks for high contrast gets it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_app } from './support/app.mjs';

/** The shares of pure black and of pure white. */
function black_and_white(picture) {
  let black = 0;
  let white = 0;
  const [red, green, blue] = [0, 1, 2].map((index) => picture.channel(index));
  red.forEach((value, i) => {
    if (value === 0 && green[i] === 0 && blue[i] === 0) ++black;
    if (value === 255 && green[i] === 255 && blue[i] === 255) ++white;
  });
  return { black: black / red.length, white: white / red.length };
}

async function choose(app, entry) {
  await app.click('button', '显示');
  await app.click('option', entry);
}

const chosen = async (app) => {
  await app.click('button', '显示');
  const options = (await app.widgets()).filter((widget) => widget.role === 'option' && widget.state.selected);
  await app.press('Escape');
  return options.map((option) => option.name);
};

for (const browser of ['chromium', 'firefox']) {
  test(`type size and colours come back after a reload (${browser})`, async () => {
    const app = await open_app({ browser });
    assert.deepEqual(await chosen(app), ['字号 100%', '配色 柔和']);
    const soft = black_and_white(await app.screenshot(`display-soft-${browser}`));
    const before = await app.widget('button', '选择文件');
    await choose(app, '字号 125%');
    await choose(app, '配色 高对比度');
    const grown = await app.widget('button', '选择文件');
    assert.ok(grown.box.height > before.box.height, 'controls grow with the type');

    await app.reload();
    assert.deepEqual(await chosen(app), ['字号 125%', '配色 高对比度']);
    assert.equal((await app.widget('button', '选择文件')).box.height, grown.box.height);
    const high = black_and_white(await app.screenshot(`display-high-${browser}`));
    assert.ok(high.white > 0.8 && soft.white < 0.6, `white ${soft.white} → ${high.white}`);
    assert.ok(high.black > 3 * soft.black && high.black > 0.005, `black ${soft.black} → ${high.black}`);

    await choose(app, '配色 柔和');
    await choose(app, '字号 100%');
    await app.reload();
    assert.deepEqual(await chosen(app), ['字号 100%', '配色 柔和']);
    await app.close();
  });
}

test('the settings are operated by keys alone', async () => {
  const app = await open_app();
  for (let i = 0; i < 12; ++i) {
    await app.press('Tab');
    if ((await focused_name(app)) === '显示') break;
  }
  await app.press('Enter');
  for (let i = 0; i < 7; ++i) await app.press('ArrowDown');
  await app.press('Enter');
  assert.ok((await chosen(app)).includes('配色 高对比度'));
  await app.close();
});

const focused_name = (app) =>
  app.page.evaluate(() => {
    const id = document.getElementById('stage').getAttribute('aria-activedescendant');
    return id ? document.getElementById(id).getAttribute('aria-label') : null;
  });

test('a machine set to high contrast is followed until the person says otherwise', async () => {
  const app = await open_app({
    before: () => {
      const real = window.matchMedia.bind(window);
      window.matchMedia = (query) => (query.includes('prefers-contrast') ? { matches: true } : real(query));
    },
  });
  assert.ok((await chosen(app)).includes('配色 高对比度'));
  await choose(app, '配色 柔和');
  await app.reload();
  assert.ok((await chosen(app)).includes('配色 柔和'));
  await app.close();
});

test('a browser that keeps nothing still takes the settings', async () => {
  const app = await open_app({
    before: () => {
      Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('blocked', 'SecurityError'); } });
    },
  });
  await choose(app, '配色 高对比度');
  assert.ok((await chosen(app)).includes('配色 高对比度'));
  await app.close();
});
