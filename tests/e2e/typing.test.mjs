// Typing as it is at other screens, in long tables and with an input method; the keys that are ours and those that are not.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { open_app } from './support/app.mjs';

/** The table of a new assessment, every value still to be filled in. */
async function open_table(options) {
  const app = await open_app({ renderer: 'software', ...options });
  await app.click('radio', '港南区');
  await app.click('button', '开始自评');
  await app.click('link', '填报');
  return app;
}

const value_cells = async (app) =>
  (await app.widgets()).filter(({ role, name }) => role === 'textbox' && name.includes('现状值（'));

/** A row of the table by the name of its value cell, scrolled to. */
async function show(app, name) {
  for (let i = 0; i < 40 && !(await app.has('textbox', name)); ++i) {
    await app.scroll((await value_cells(app))[0], 150);
  }
  return app.widget('textbox', name);
}

const inside = (inner, outer, by = 1) =>
  inner.x >= outer.x - by &&
  inner.y >= outer.y - by &&
  inner.x + inner.width <= outer.x + outer.width + by &&
  inner.y + inner.height <= outer.y + outer.height + by;

const middle = ({ y, height }) => y + height / 2;

describe('the text field lies over the drawn one', () => {
  for (const [scale, percent] of [[1.25, 100], [1.5, 100], [1, 150], [1.25, 150]]) {
    test(`at ${scale} and type of ${percent} %`, async () => {
      const app = await open_table({ scale });
      if (percent !== 100) {
        await app.click('button', '显示');
        await app.click('option', `字号 ${percent}%`);
      }
      const [cell] = await value_cells(app);
      await app.edit('textbox', cell.name, '47.2', { end: null });
      const field = await app.field();
      assert.equal(field.label, cell.name);
      assert.ok(inside(field.box, cell.box, 2), `${JSON.stringify(field.box)} in ${JSON.stringify(cell.box)}`);
      assert.ok(Math.abs(middle(field.box) - middle(cell.box)) <= 2, 'on the same line');
      const size = await app.page.$eval('#stage textarea', (it) => parseFloat(getComputedStyle(it).fontSize));
      assert.ok(Math.abs(size - (15 * percent) / 100) < 0.6, `type of ${size}`);
      await app.press('Enter');
      assert.equal((await app.widget('textbox', cell.name)).value, '47.2');
      await app.close();
    });
  }
});

describe('in a scrolled table', () => {
  test('a row that is partly hidden comes into view when its field is opened by keyboard', async () => {
    const app = await open_table();
    const table = await app.widget('grid', '指标填报表');
    // Down the column, past the lower edge.
    const [first] = await value_cells(app);
    await app.click('textbox', first.name);
    let opened = 0;
    for (let i = 0; i < 25; ++i) {
      const field = await app.field();
      if (field) {
        ++opened;
        assert.ok(inside(field.box, table.box, 2), `${field.label} is cut off`);
        await app.press('Enter');
      } else {
        await app.press('ArrowDown'); // past a choice
      }
    }
    assert.ok(opened > 5);
    assert.equal(await app.has('textbox', first.name), false, 'the table has scrolled');
    await app.close();
  });

  test('a field that is partly hidden is cut off where its row is', async () => {
    const app = await open_table();
    const [first] = await value_cells(app);
    await app.click('textbox', first.name);
    const before = (await app.field()).box;
    const head = await app.widget('columnheader', '现状值');
    const edge = head.box.y + head.box.height;
    await app.scroll(first, before.y + before.height / 2 - edge); // half of it under the header
    const { box, clip } = await app.page.$eval('#stage textarea', (it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      return { box: { x, y, width, height }, clip: getComputedStyle(it).clipPath };
    });
    const [top] = clip.match(/inset\(([\d.]+)px/).slice(1).map(Number);
    assert.ok(top > 3, `clipped: ${clip}`);
    assert.ok(box.y + top >= edge - 4, 'nothing of it lies over the header');
    await app.press('Escape');
    await app.close();
  });
});

describe('from field to field', () => {
  test('Tab visits the fields in reading order, Shift+Tab comes back the same way', async () => {
    const app = await open_table();
    await show(app, '城镇污水处理率 现状值');
    await app.click('textbox', '城镇污水处理率 现状值');
    const seen = [(await app.field()).label];
    for (let i = 0; i < 3; ++i) {
      await app.press('Tab');
      seen.push((await app.field())?.label ?? '—');
    }
    assert.equal(new Set(seen).size, 4, seen.join(' | '));
    assert.ok(seen[1].startsWith('农村生活污水治理率'), seen.join(' | '));
    for (let i = 2; i >= 0; --i) {
      await app.press('Shift+Tab');
      assert.equal((await app.field())?.label ?? '—', seen[i]);
    }
    await app.close();
  });

  test('another window in front: what is typed counts, and the field stays open', async () => {
    const app = await open_table();
    const name = '城镇污水处理率 现状值';
    await show(app, name);
    await app.edit('textbox', name, '９５．５％', { end: null });
    await app.page.evaluate(() => {
      document.hasFocus = () => false; // as the browser says while another window is in front
      document.querySelector('#stage textarea').dispatchEvent(new FocusEvent('blur'));
      window.dispatchEvent(new FocusEvent('blur'));
    });
    await app.settled();
    assert.equal((await app.field())?.value, '９５．５％');
    await app.sees('达标');
    await app.sees('按 95.5 计（原输入：９５．５％）');
    await app.page.evaluate(() => {
      delete document.hasFocus;
      window.dispatchEvent(new FocusEvent('focus'));
    });
    await app.press('Enter');
    assert.equal((await app.widget('textbox', name)).value, '95.5');
    await app.close();
  });
});

describe('an input method', () => {
  test('Enter, Escape and Tab belong to it while it composes', async () => {
    const app = await open_table();
    await app.click('searchbox', '搜索');
    await app.compose(['w', 'wu', 'wushui'], null);
    for (const key of ['Enter', 'Escape', 'Tab']) {
      const taken = await app.page.evaluate((it) => {
        const event = new KeyboardEvent('keydown', { key: it, keyCode: 229, isComposing: true, bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(event);
        return event.defaultPrevented;
      }, key);
      assert.equal(taken, false, key);
    }
    await app.settled();
    assert.deepEqual([(await app.field())?.value, (await app.field())?.focused], ['wushui', true]);
    await app.compose(['wushui'], '污水');
    assert.equal((await app.field()).value, '污水');
    await app.sees('城镇污水处理率');
    await app.close();
  });
});

describe('inside a field', () => {
  test('redo is the browser’s, by either key', async () => {
    const app = await open_table();
    await app.click('searchbox', '搜索');
    await app.type('污水');
    await app.press('Control+Z');
    const undone = (await app.field()).value;
    assert.notEqual(undone, '污水');
    for (const keys of ['Control+Y', 'Control+Shift+Z']) {
      await app.press(keys);
      await app.press(keys);
      assert.equal((await app.field()).value, '污水', keys);
      await app.press('Control+Z');
    }
    await app.close();
  });

  test('formatted text is pasted plain', async () => {
    const app = await open_table();
    const { box } = await app.widget('textbox', '说明');
    await app.page.mouse.click(box.x + 40, box.y + 20);
    await app.settled();
    await app.page.evaluate(() => document.execCommand('insertHTML', false, '<b>已</b>核对'));
    await app.settled();
    assert.ok(!/<b/.test((await app.field()).value));
    assert.equal(await app.page.evaluate(() => document.querySelectorAll('#stage b').length), 0);
    await app.close();
  });
});

describe('keys', () => {
  /** Whether the page keeps a key from the browser. */
  const taken = (app, init) =>
    app.page.evaluate((it) => {
      const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...it });
      document.activeElement.dispatchEvent(event);
      window.dispatchEvent(new KeyboardEvent('keyup', it));
      return event.defaultPrevented;
    }, init);

  const BROWSERS_OWN = [
    ...['F3', 'F5', 'F6', 'F7', 'F11', 'F12'].map((key) => ({ key })),
    ...['+', '-', '=', '0', '1', '9', 'w', 't', 'n', 'p', 'r', 'l', 'd', 'h', 'j', 'u', 'c', 'v', 'x', 'a'].map((key) => ({ key, ctrlKey: true })),
    ...['T', 'N', 'R', 'I', 'J', 'Tab'].map((key) => ({ key, ctrlKey: true, shiftKey: true })),
    ...['ArrowLeft', 'ArrowRight', 'Home', 'F4'].map((key) => ({ key, altKey: true })),
  ];

  for (const browser of ['chromium', 'firefox']) {
    test(`${browser}: the browser’s own keys are left to it, in a field and outside`, async () => {
      const app = await open_table({ browser });
      for (const where of ['outside', 'in a field']) {
        if (where === 'in a field') await app.click('searchbox', '搜索');
        for (const init of BROWSERS_OWN) {
          assert.equal(await taken(app, init), false, `${JSON.stringify(init)} ${where}`);
        }
      }
      await app.settled();
      await app.close();
    });
  }

  test('Ctrl+S, Ctrl+O and Ctrl+F do what they say, also from inside a field', async () => {
    const app = await open_table();
    await app.press('Control+F');
    assert.match((await app.field())?.label ?? '', /搜索/);
    const file = await app.download(() => app.press('Control+S'));
    assert.match(file.name, /\.json$/);
    await app.choose_files(() => app.press('Control+O'), [file]);
    await app.sees('总览');
    await app.close();
  });

  test('Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z go through the steps, which bear names', async () => {
    const app = await open_table();
    const name = '城镇污水处理率 现状值';
    await show(app, name);
    const value = async () => (await app.widget('textbox', name)).value;
    await app.edit('textbox', name, '95', { end: null });
    await app.click('link', '填报');
    await app.press('Control+Z');
    assert.equal(await value(), '');
    assert.ok(await app.has('button', '重做：城镇污水处理率 现状值'));
    await app.press('Control+Y');
    assert.equal(await value(), '95');
    await app.press('Control+Z');
    await app.press('Control+Shift+Z');
    assert.equal(await value(), '95');
    assert.ok(await app.has('button', '撤销：城镇污水处理率 现状值'));
    await app.click('button', '撤销到哪一步');
    await app.click('option', '城镇污水处理率 现状值');
    assert.equal(await value(), '');
    await app.close();
  });
});
