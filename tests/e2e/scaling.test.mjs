// Windows, screens and type sizes that change while the app runs: every page fits, with the real fonts and the real texts, and
// the canvas has a pixel for every pixel of the screen. (Made-up data at many more sizes: tests/unit/ui/layout_test.cpp.)
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { open_app } from './support/app.mjs';
import { page_names } from './support/journey.mjs';

let app;
let devtools;
before(async () => {
  app = await open_app({ renderer: 'software' });
  devtools = await app.context.newCDPSession(app.page);
  await app.click('link', /示例.*覃塘区/);
});

/** CSS pixels, and how many device pixels each is wide. Halves of pixels are left out: real windows have none. */
async function move_to_screen(width, height, ratio) {
  await devtools.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: ratio, mobile: false });
  await app.page.mouse.move(3, height - 3);
  await app.until(
    () => app.page.evaluate(([w, r]) => innerWidth === w && devicePixelRatio === r && document.getElementById('canvas').width === Math.round(w * r), [width, ratio]),
    () => `the canvas does not follow to ${width} × ${height} at ${ratio}`,
  );
  await app.settled();
}

const PRESSABLE = new Set(['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'option', 'switch', 'tab']);

const overlap = (a, b) =>
  Math.min(Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x), Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
const holds = (a, b) => b.x >= a.x - 0.5 && b.y >= a.y - 0.5 && b.x + b.width <= a.x + a.width + 0.5 && b.y + b.height <= a.y + a.height + 0.5;

/** What lies on something else, or out of the window. */
function misplaced(widgets, { width, height }) {
  const found = [];
  widgets.forEach((a, i) => {
    const say = (what) => found.push(`${a.role} “${a.name}” ${what}`);
    const { box } = a;
    if (box.x < 0 || box.y < 0 || box.x + box.width > width + 0.5 || box.y + box.height > height + 0.5) say('reaches out of the window');
    if (a.holds) return;
    for (const b of widgets.slice(i + 1)) {
      if (b.holds || overlap(box, b.box) <= 1) continue;
      const nested = holds(box, b.box) || holds(b.box, box);
      if (!nested || (PRESSABLE.has(a.role) && PRESSABLE.has(b.role))) say(`lies on ${b.role} “${b.name}”`);
    }
  });
  return found;
}

const SCREENS = [
  [1280, 720, 1],
  [1024, 768, 1],
  [1092, 616, 1.25], // a small laptop set to 125 %
  [1280, 720, 1.5],
  [1024, 768, 2],
];

for (const percent of [100, 125, 150]) {
  test(`type at ${percent} %: nothing lies on anything else on any page and screen`, async () => {
    await app.click('button', '显示');
    await app.click('option', `字号 ${percent}%`);
    for (const [width, height, ratio] of SCREENS) {
      await move_to_screen(width, height, ratio);
      const canvas = await app.page.evaluate(() => {
        const { width, height, style } = document.getElementById('canvas');
        return { width, height, css: [parseFloat(style.width), parseFloat(style.height)] };
      });
      assert.deepEqual(canvas, { width: width * ratio, height: height * ratio, css: [width, height] });
      for (const page of await page_names(app)) {
        await app.click('link', page, { exact: true });
        const where = `${page} at ${width} × ${height}, ratio ${ratio}, type ${percent} %`;
        assert.deepEqual(misplaced(await app.widgets(), { width, height }), [], where);
        const { box } = await app.widget('button', '帮助');
        assert.ok(box.width >= 20 && box.height >= 20, `${where}: the top bar’s last button is whole`);
      }
    }
  });
}

test('the field being typed in stays over its drawn place on every screen', async () => {
  await move_to_screen(1366, 768, 1);
  await app.click('button', '显示');
  await app.click('option', '字号 100%');
  await app.click('link', '填报', { exact: true });
  await app.scroll(await app.widget('grid', '填报'), 450);
  const { name } = (await app.widgets()).find(({ role, name, box }) => role === 'textbox' && name.includes('现状值') && box.y > 160);
  await app.click('textbox', name, { exact: true });
  await app.type('5');
  for (const [width, height, ratio] of [...SCREENS, [1366, 768, 1]]) {
    await move_to_screen(width, height, ratio);
    const field = await app.field();
    assert.deepEqual([field.label, field.focused], [name, true]);
    assert.match(field.value, /5$/);
    const row = (await app.widgets()).filter((widget) => widget.role === 'row').find(({ box }) => holds({ ...box, x: 0, width: 1e4 }, field.box));
    assert.ok(row && name.startsWith(row.name), `at ${width} × ${height}: the field of ${name} lies in the row of ${row?.name}`);
  }
  await app.press('Escape');
});

test('all the while the page complained of nothing', () => app.close());
