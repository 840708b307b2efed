// A screen for fingers: tapping, scrolling by dragging, typing through the real text field, pinching. One app for all of it.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { open_app } from './support/app.mjs';

let app;
let fingers;
before(async () => {
  app = await open_app({ renderer: 'software', touch: true, viewport: { width: 1180, height: 820 } });
  fingers = await app.context.newCDPSession(app.page);
});

const touch = (type, points) => fingers.send('Input.dispatchTouchEvent', { type, touchPoints: points });
const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];

async function tap(role, name, options) {
  const { box } = await app.widget(role, name, options);
  await app.page.touchscreen.tap(...middle(box));
  await app.settled();
}

/** One finger from `from` by so much, in steps. */
async function drag([x, y], dx, dy) {
  await touch('touchStart', [{ x, y }]);
  for (let i = 1; i <= 8; ++i) await touch('touchMove', [{ x: x + (dx * i) / 8, y: y + (dy * i) / 8 }]);
  await touch('touchEnd', []);
  await app.settled();
}

const rows = async () => (await app.widgets()).filter(({ role, name }) => role === 'row' && name !== '' && name !== '表头');
/** Two fields for values, one right below the other. */
async function values() {
  const fields = (await app.widgets()).filter(({ role, name }) => role === 'textbox' && name.includes('现状值（'));
  const at = fields.findIndex(({ box }, i) => fields[i + 1] && fields[i + 1].box.y - box.y < 40);
  return fields.slice(at, at + 2);
}

test('taps choose, begin and go from page to page', async () => {
  await tap('radio', '港南区');
  assert.equal((await app.widget('radio', '港南区')).state.checked, true);
  await tap('button', '开始自评');
  await tap('link', '填报', { exact: true });
  assert.ok((await rows()).length > 5);
  await tap('button', '显示');
  await tap('option', '字号 110%');
  await tap('button', '显示');
  await tap('option', '字号 100%');
  assert.equal(await app.has('option', '字号 100%'), false, 'a choice closes the menu');
});

test('a tap opens the real field, with the keyboard for numbers; its keys go on', async () => {
  const [first, second] = await values();
  await tap('textbox', first.name, { exact: true });
  assert.deepEqual([(await app.field()).label, (await app.field()).focused], [first.name, true]);
  assert.equal(await app.page.$eval('#stage textarea', (field) => field.inputMode), 'decimal');
  await app.type('61.5');
  await app.press('Enter');
  assert.equal((await app.field()).label, second.name);
  await app.type('7');
  await tap('textbox', first.name, { exact: true });
  assert.deepEqual([(await app.field()).label, (await app.field()).value], [first.name, '61.5']);
  await app.press('Escape');
  assert.equal((await app.widget('textbox', second.name, { exact: true })).value, '7', 'leaving by a tap keeps what was typed');
});

test('dragging scrolls the long table to its end and back, and presses nothing', async () => {
  const before = await rows();
  let last = before.at(-1).name;
  for (let i = 0; i < 30; ++i) {
    const shown = await rows();
    await drag(middle(shown.at(-2).box), 0, -500);
    assert.equal(await app.field(), null);
    const now = (await rows()).at(-1).name;
    if (now === last) break;
    last = now;
  }
  const bottom = await rows();
  assert.ok(bottom.every(({ name }) => !before.some((row) => row.name === name)), 'far down');
  for (let i = 0; i < 30 && !(await app.has('row', before[0].name, { exact: true })); ++i) {
    await drag(middle((await rows())[1].box), 0, 500);
  }
  assert.deepEqual((await rows()).map(({ name }) => name), before.map(({ name }) => name));
});

test('dragging in the detail pane scrolls the pane alone', async () => {
  const [x, y] = middle((await rows())[0].box);
  await app.page.touchscreen.tap(x - 100, y);
  await app.settled();
  await app.press('Escape');
  const table = (await rows()).map(({ name, box }) => [name, box.y]);
  const { box } = await app.widget('heading', '原文与判定依据');
  await drag([box.x + 200, box.y + 10], 0, -120);
  const moved = (await app.widget('heading', '原文与判定依据')).box.y;
  assert.ok(moved < box.y - 60, `${box.y} → ${moved}`);
  assert.deepEqual((await rows()).map((row) => [row.name, row.box.y]), table);
});

test('two fingers are the browser’s: the page grows, nothing is pressed or moved', async () => {
  const table = await rows();
  const [x, y] = middle(table[4].box);
  const before = await app.screen_text();
  await touch('touchStart', [{ x, y, id: 0 }]);
  await touch('touchStart', [{ x, y, id: 0 }, { x: x + 60, y, id: 1 }]);
  for (let i = 1; i <= 8; ++i) await touch('touchMove', [{ x: x - 10 * i, y, id: 0 }, { x: x + 60 + 10 * i, y, id: 1 }]);
  await touch('touchEnd', []);
  await app.settled();
  assert.ok((await app.page.evaluate(() => visualViewport.scale)) > 1.5);
  assert.equal(await app.field(), null);
  assert.equal(await app.screen_text(), before);
  await fingers.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
  await app.settled();
  // Two fingers that only rest are no tap, either.
  await touch('touchStart', [{ x, y, id: 0 }]);
  await touch('touchStart', [{ x, y, id: 0 }, { x: x + 80, y, id: 1 }]);
  await touch('touchEnd', []);
  await app.settled();
  assert.equal(await app.field(), null);
  assert.equal(await app.screen_text(), before);
  const [first] = await values();
  await tap('textbox', first.name, { exact: true });
  assert.equal((await app.field()).label, first.name, 'and the next tap is a tap');
  await app.press('Escape');
});

test('a finger that rests opens no menu of the browser’s over the page', async () => {
  const [x, y] = middle((await rows())[4].box);
  await app.page.evaluate(() => {
    window.menus = [];
    window.addEventListener('contextmenu', (event) => window.menus.push(event.defaultPrevented));
  });
  await touch('touchStart', [{ x, y }]);
  await sleep(900);
  await touch('touchEnd', []);
  await app.settled();
  await app.page.mouse.click(x, y, { button: 'right' });
  await app.settled();
  const menus = await app.page.evaluate(() => window.menus);
  assert.ok(menus.length > 0 && menus.every((prevented) => prevented), JSON.stringify(menus));
  await app.press('Escape');
});

test('all the while the page complained of nothing', () => app.close());
