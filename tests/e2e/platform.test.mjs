// The platform alone: drawing, typing, keys, files, storage, and what happens when the browser lacks or withdraws something.
// What the app says and computes is tested elsewhere; here it is only something to hold.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PAGE, has_display, open_app } from './support/app.mjs';
import { count_differences } from './support/png.mjs';

/**
 * The table of indicators of a new assessment, every value still to be filled in. Without WebGL unless told otherwise: here
 * that is the quick one.
 */
async function open_table(options) {
  const app = await open_app({ renderer: 'software', ...options });
  await app.click('radio', '港南区');
  await app.click('button', '开始自评');
  await app.click('link', '填报');
  return app;
}

/** The first two value cells that stand one below the other. */
async function value_cells(app) {
  const cells = (await app.widgets()).filter(({ role, name }) => role === 'textbox' && name.includes('现状值（'));
  const at = cells.findIndex(({ box }, i) => cells[i + 1] && cells[i + 1].box.y - box.y < 40);
  return cells.slice(at, at + 2);
}

/** Box and amount of dark ink inside a widget, in device pixels; frames and rings at its edge left out. */
function ink(picture, { x, y, width, height }, scale) {
  const edge = 6;
  const found = { left: Infinity, top: Infinity, right: -1, bottom: -1, count: 0 };
  for (let py = Math.ceil((y + edge) * scale); py < (y + height - edge) * scale; ++py) {
    for (let px = Math.ceil((x + edge) * scale); px < (x + width - edge) * scale; ++px) {
      const [r, g, b] = picture.at(px, py);
      if (r + g + b < 330) {
        found.left = Math.min(found.left, px);
        found.right = Math.max(found.right, px);
        found.top = Math.min(found.top, py);
        found.bottom = Math.max(found.bottom, py);
        ++found.count;
      }
    }
  }
  return found;
}

const BROWSERS = [
  { browser: 'chromium', renderer: 'webgl' },
  { browser: 'chromium', renderer: 'software' },
  { browser: 'firefox', renderer: 'software' },
  { browser: 'firefox', renderer: 'webgl' },
];

describe('starting', () => {
  for (const options of BROWSERS) {
    const skip = options.browser === 'firefox' && options.renderer === 'webgl' && !has_display() && 'Firefox has WebGL only on a screen';
    test(`${options.browser}, ${options.renderer}: opens from a file, silently`, { skip }, async () => {
      const app = await open_app(options);
      assert.equal(await app.renderer(), options.renderer);
      assert.ok(await app.has('link', '示例'));
      assert.equal(await app.page.title(), '绿评');
      await app.screenshot(`start-${options.browser}-${options.renderer}`);
      await app.close(); // fails on any message or request
    });
  }

  test('WebGL that is computed on the CPU is not used', async () => {
    const app = await open_app({ renderer: 'slow webgl' });
    assert.equal(await app.renderer(), 'software');
    await app.close();
  });

  test('the page may not use the network', async () => {
    const app = await open_app({ allow: [/Content Security Policy/] });
    const answer = await app.page.evaluate(() => fetch('https://example.invalid/').then(() => 'fetched', () => 'refused'));
    assert.equal(answer, 'refused');
    assert.ok(app.problems.some((problem) => problem.includes('Content Security Policy')), 'refused by the policy, not by chance');
    app.requests = [];
    await app.close();
  });

  const LACKING = [
    ['WebAssembly', () => delete window.WebAssembly],
    ['canvas', () => (HTMLCanvasElement.prototype.getContext = () => null)],
    ['ResizeObserver', () => delete window.ResizeObserver],
  ];
  for (const [name, prepare] of LACKING) {
    test(`a browser without ${name} says so in words`, async () => {
      const app = await open_app({ before: prepare, expect_start: false, allow: [/./] });
      await app.until(() => app.page.locator('#unsupported').isVisible(), () => 'no notice');
      assert.match(await app.page.locator('#unsupported').innerText(), /这个浏览器打不开绿评/);
      assert.equal(await app.page.locator('#loading').isVisible(), false);
      await app.shut();
    });
  }
});

describe('drawing', () => {
  for (const options of [{ browser: 'chromium', renderer: 'webgl' }, { browser: 'firefox' }]) {
    test(`${options.browser}: an idle page draws no frames, an event a few`, async () => {
      const app = await open_table(options);
      await app.page.mouse.move(700, 400);
      await app.settled();
      await sleep(600); // a tooltip may be due
      await app.settled();
      const before = await app.frames();
      await sleep(1500);
      assert.equal(await app.frames(), before);
      await app.page.mouse.move(702, 440);
      await app.settled();
      const drawn = (await app.frames()) - before;
      assert.ok(drawn > 0 && drawn < 12, `${drawn} frames for one movement`);
      await app.close();
    });
  }

  for (const scale of [1, 1.25, 1.5, 2]) {
    test(`sharp at ${scale}: every canvas pixel is one of the screen`, async () => {
      const app = await open_table({ scale });
      const canvas = await app.page.evaluate(() => {
        const { width, height } = document.getElementById('canvas');
        const { data } = document.getElementById('canvas').getContext('2d').getImageData(0, 0, width, height);
        let red = '';
        for (let i = 0; i < data.length; i += 4) red += String.fromCharCode(data[i]);
        return { width, height, red, inner: [innerWidth * devicePixelRatio, innerHeight * devicePixelRatio] };
      });
      assert.deepEqual([canvas.width, canvas.height], canvas.inner);
      const picture = await app.screenshot(`sharp-${scale}`);
      assert.ok(Buffer.from(canvas.red, 'latin1').equals(picture.channel(0)));
      await app.close();
    });

    test(`sharp at ${scale}: WebGL and software draw the same picture`, async () => {
      const app = await open_table({ scale, renderer: 'webgl' });
      const webgl = await app.screenshot(`webgl-${scale}`);
      await lose_webgl(app);
      assert.equal(await app.renderer(), 'software');
      const software = await app.screenshot(`software-${scale}`);
      const all = webgl.width * webgl.height;
      assert.ok(count_differences(webgl, software, 12) < all / 10_000, 'some pixels at edges may differ');
      await app.close();
    });
  }

  test('a window of another size is filled', async () => {
    const app = await open_app();
    await app.page.setViewportSize({ width: 1100, height: 700 });
    await app.settled();
    const size = () => app.page.evaluate(() => [document.getElementById('canvas').width, document.getElementById('canvas').height]);
    assert.deepEqual(await size(), [1100, 700]);
    const help = await app.widget('button', '帮助');
    assert.ok(help.box.x + help.box.width <= 1100 && help.box.x > 1000);
    await app.close();
  });

  test('a window moved to a denser screen is drawn anew', async () => {
    const app = await open_app();
    const devtools = await app.context.newCDPSession(app.page);
    await devtools.send('Emulation.setDeviceMetricsOverride', { width: 1366, height: 768, deviceScaleFactor: 2, mobile: false });
    await app.page.mouse.move(300, 300);
    await app.until(
      () => app.page.evaluate(() => document.getElementById('canvas').width === 2732),
      () => 'the canvas stayed as coarse as it was',
    );
    await app.settled();
    const { box } = await app.widget('button', '帮助');
    assert.ok(box.x + box.width <= 1366 && box.x > 1250);
    await app.close();
  });

  test('a lost WebGL context comes back with the same picture', async () => {
    const app = await open_table({ renderer: 'webgl' });
    const before = await app.screenshot('context-before');
    await app.page.evaluate(() => {
      window.loss = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      window.loss.loseContext();
    });
    await sleep(200);
    await app.page.evaluate(() => window.loss.restoreContext());
    await sleep(300);
    await app.settled();
    assert.equal(await app.renderer(), 'webgl');
    assert.equal(count_differences(before, await app.screenshot('context-after')), 0);
    await app.close();
  });

  async function lose_webgl(app) {
    await app.page.evaluate(() =>
      document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext(),
    );
    await app.until(async () => (await app.renderer()) === 'software', () => 'WebGL is still waited for');
    await app.settled();
  }
});

describe('typing', () => {
  for (const options of [
    { browser: 'chromium', scale: 1 },
    { browser: 'chromium', scale: 1.25 },
    { browser: 'firefox', scale: 1 },
  ]) {
    test(`${options.browser} at ${options.scale}: the text field looks like the drawn field, rare characters included`, async () => {
      const app = await open_table(options);
      const { box } = await app.widget('textbox', '说明');
      await app.page.mouse.click(box.x + 40, box.y + 20);
      await app.settled();
      await app.type('𠮷林镇农村生活污水治理率已达到95.5%，“较上年”提高2.8个百分点；𫭟里村（含𡐓头）已完成改造abc。');
      await app.press('Control+Home');
      const typed = ink(await app.screenshot(`field-${options.browser}-${options.scale}`), box, options.scale);
      await app.click('link', '填报');
      assert.equal(await app.field(), null);
      const drawn = ink(await app.screenshot(`drawn-${options.browser}-${options.scale}`), box, options.scale);
      for (const side of ['left', 'top', 'right', 'bottom']) {
        assert.ok(Math.abs(typed[side] - drawn[side]) <= 1, `${side}: ${typed[side]} and ${drawn[side]}`);
      }
      assert.ok(drawn.count > 1000);
      assert.ok(Math.abs(typed.count / drawn.count - 1) < 0.5, `as dark: ${typed.count} and ${drawn.count}`);
      await app.close();
    });

    test(`${options.browser} at ${options.scale}: Enter, Tab and Escape`, async () => {
      const app = await open_table(options);
      const [first, second] = await value_cells(app);
      await app.edit('textbox', first.name, '77', { end: null });
      await app.press('Enter');
      assert.equal((await app.field())?.label, second.name, 'Enter goes down');
      assert.equal((await app.widget('textbox', first.name)).value, '77');
      await app.press('Escape');
      assert.equal(await app.field(), null);

      await app.edit('textbox', first.name, '78', { end: 'Tab' });
      const next = await app.field();
      assert.ok(next && next.label !== first.name, 'Tab goes to the next field');
      await app.press('Shift+Tab');
      assert.equal((await app.field())?.label, first.name);
      await app.press('Escape');

      await app.edit('textbox', first.name, '79', { end: 'Escape' });
      assert.equal((await app.widget('textbox', first.name)).value, '78', 'Escape takes the typing back');
      await app.close();
    });
  }

  test('a key pressed right after Enter belongs to the next field', async () => {
    const app = await open_table();
    const [first, second] = await value_cells(app);
    await app.edit('textbox', first.name, '1', { end: null });
    // All in one task, as from a fast hand or a slow computer.
    await app.page.evaluate(() => {
      const field = () => document.querySelector('#stage textarea');
      field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      document.execCommand('insertText', false, '42');
    });
    await app.settled();
    assert.deepEqual([(await app.field()).label, (await app.field()).value], [second.name, '42']);
    await app.press('Escape');
    await app.close();
  });

  test('leaving by a click elsewhere keeps what was typed', async () => {
    const app = await open_table();
    const [first, second] = await value_cells(app);
    await app.edit('textbox', first.name, '66', { end: null });
    await app.click('textbox', second.name);
    assert.equal((await app.field()).label, second.name);
    assert.equal((await app.widget('textbox', first.name)).value, '66');
    await app.click('link', '填报');
    assert.equal(await app.field(), null);
    await app.close();
  });

  test('an input method composes undisturbed', async () => {
    const app = await open_table();
    await app.click('searchbox', '搜索');
    const rows = async () => (await app.widgets()).filter(({ role }) => role === 'row').length;
    const all = await rows();
    await app.compose(['n', 'ng', 'nongcun'], null);
    assert.equal((await app.field()).value, 'nongcun');
    await app.page.evaluate(() => {
      for (const key of ['Enter', 'Escape', 'Tab']) {
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }));
      }
    });
    await app.settled();
    assert.equal((await app.field())?.focused, true, 'these keys choose a candidate');
    assert.equal(await rows(), all, 'nothing is searched for yet');
    await app.compose(['nongcun'], '农村');
    assert.equal((await app.field()).value, '农村');
    await app.until(async () => (await rows()) < all, () => 'the search did not begin');
    await app.close();
  });

  test('a composition is not lost to a save or a click', async () => {
    const app = await open_table();
    const { box } = await app.widget('textbox', '说明');
    await app.page.mouse.click(box.x + 40, box.y + 20);
    await app.settled();
    await app.compose(['shuo', 'shuoming'], null);
    const file = await app.download(() => app.press('Control+S'));
    assert.match(file.text, /shuoming/);
    assert.equal((await app.field())?.focused, true, 'typing goes on');
    await app.compose(['b'], null);
    await app.click('link', '填报');
    assert.match((await app.widget('textbox', '说明')).value, /shuomingb/);
    await app.close();
  });

  test('a line break pasted into a line becomes a space', async () => {
    const app = await open_app();
    await app.click('link', '示例');
    await app.click('searchbox', '搜索');
    await app.page.evaluate(() => document.execCommand('insertText', false, '农村\n污水'));
    await app.settled();
    assert.equal((await app.field()).value, '农村 污水');
    await app.close();
  });

  test('several lines: Enter breaks the line, Ctrl+Enter is done', async () => {
    const app = await open_table();
    const { box } = await app.widget('textbox', '说明');
    await app.page.mouse.click(box.x + 40, box.y + 20);
    await app.settled();
    await app.type('一');
    await app.press('Enter');
    await app.type('二');
    assert.match((await app.field()).value, /一\n二/);
    await app.press('Control+Enter');
    assert.notEqual((await app.field())?.label, '说明');
    await app.close();
  });
});

describe('keys and pointers', () => {
  test('our keys are ours, the browser keeps its own', async () => {
    const app = await open_table();
    const swallowed = (init) =>
      app.page.evaluate((it) => {
        const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...it });
        document.activeElement.dispatchEvent(event);
        window.dispatchEvent(new KeyboardEvent('keyup', it));
        return event.defaultPrevented;
      }, init);
    for (const key of ['z', 'y', 'f']) assert.equal(await swallowed({ key, ctrlKey: true }), true, `Ctrl+${key}`);
    await app.press('Escape');
    for (const key of ['Tab', 'ArrowDown', 'Enter', ' ', 'PageDown']) assert.equal(await swallowed({ key }), true, key);
    for (const key of ['F5', 'F11', 'F12', 'a']) assert.equal(await swallowed({ key }), false, key);
    for (const key of ['+', '-', '0', 'r', 't', 'w', 'p', 'l', 'c', 'v']) {
      assert.equal(await swallowed({ key, ctrlKey: true }), false, `Ctrl+${key}`);
    }
    await app.settled();
    await app.close();
  });

  test('Ctrl+Z inside a field is the browser’s, outside the app’s', async () => {
    const app = await open_table();
    const [first] = await value_cells(app);
    await app.edit('textbox', first.name, '55', { end: null });
    await app.press('Control+Z');
    assert.notEqual((await app.field()).value, '55');
    await app.press('Escape');
    await app.edit('textbox', first.name, '56', { end: null });
    await app.click('link', '填报');
    await app.press('Control+Z');
    assert.notEqual((await app.widget('textbox', first.name)).value, '56');
    await app.press('Control+Y');
    assert.equal((await app.widget('textbox', first.name)).value, '56');
    await app.close();
  });

  for (const browser of ['chromium', 'firefox']) {
    test(`${browser}: the wheel scrolls the table, over a text field as well`, async () => {
      const app = await open_table({ browser });
      const [first] = await value_cells(app);
      await app.scroll(first, 700);
      assert.equal(await app.has('textbox', first.name), false, 'scrolled out of sight');
      await app.scroll(first, -1000);
      const { box } = await app.widget('textbox', first.name);
      await app.click('textbox', first.name);
      const before = (await app.field()).box.y;
      await app.scroll(first, 72);
      assert.ok(Math.abs(before - (await app.field()).box.y - 72) < 2, 'the field goes with its row');
      assert.ok(box.y > 0);
      await app.press('Escape');
      await app.close();
    });
  }

  test('a finger taps and scrolls', async () => {
    const app = await open_table();
    const touch = await app.context.newCDPSession(app.page);
    const send = (type, points) => touch.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    const [first] = await value_cells(app);
    const [x, y] = [first.box.x + 20, first.box.y + 10];
    await send('touchStart', [{ x, y }]);
    for (let i = 1; i <= 10; ++i) await send('touchMove', [{ x, y: y - 30 * i }]);
    await send('touchEnd', []);
    await app.settled();
    assert.equal(await app.field(), null, 'scrolling is not tapping');
    assert.notDeepEqual((await app.find('textbox', first.name))?.box, first.box);
    const [now] = await value_cells(app);
    await send('touchStart', [{ x: now.box.x + 20, y: now.box.y + 10 }]);
    await send('touchEnd', []);
    await app.settled();
    assert.equal((await app.field())?.label, now.name);
    await app.press('Escape');
    await app.close();
  });

  test('found by role and name, pressed without a pointer', async () => {
    const app = await open_app();
    await app.page.getByRole('link', { name: '示例' }).first().click({ force: true });
    await app.settled();
    await app.page.getByRole('link', { name: '填报', exact: true }).dispatchEvent('click'); // as a screen reader does
    await app.settled();
    assert.ok((await app.page.getByRole('row').count()) > 5);
    const [first] = await value_cells(app);
    const field = app.page.getByRole('textbox', { name: first.name });
    await field.click({ force: true });
    await app.settled();
    assert.equal(await field.count(), 1, 'the real field stands for the mirrored one');
    await field.fill('12');
    await app.settled();
    await app.press('Escape');
    await app.close();
  });
});

describe('files', () => {
  for (const browser of ['chromium', 'firefox']) {
    test(`${browser}: saved as a download, opened by button and by dropping`, async () => {
      const app = await open_table({ browser });
      const [first] = await value_cells(app);
      await app.edit('textbox', first.name, '61.5');
      await app.press('Escape');
      const file = await app.download(() => app.press('Control+S'));
      assert.match(file.name, /\p{Script=Han}.*\.json$/u);
      assert.match(file.text, /61\.5/);

      await app.edit('textbox', first.name, '1');
      await app.press('Escape');
      await app.choose_files(() => app.press('Control+O'), [file]);
      await answer_any_question(app);
      await app.click('link', '填报');
      assert.equal((await app.widget('textbox', first.name)).value, '61.5');

      await app.drop_files([file], { only_over: true });
      assert.equal(await app.page.$eval('#drop', (hint) => hint.hidden), false, 'the window says that it takes files');
      await app.drop_files([{ name: '别的.json', text: '{' }]);
      assert.equal(await app.page.$eval('#drop', (hint) => hint.hidden), true);
      await app.sees('别的.json');
      await app.close();
    });
  }

  /** Opening over unsaved work may ask first. */
  async function answer_any_question(app) {
    const question = (await app.widgets()).find(({ role }) => role === 'dialog' || role === 'alertdialog');
    if (question) {
      const buttons = (await app.widgets()).filter(({ role, box }) => role === 'button' && inside(box, question.box));
      await app.click('button', buttons.at(-1).name, { exact: true });
    }
  }
  const inside = (a, b) => a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;

  test('a file far too large is refused in words', async () => {
    const app = await open_app();
    await app.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(51 * 1024 * 1024)], '录像.json'));
      document.getElementById('canvas').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await app.sees('录像.json');
    await app.sees('50 MB');
    await app.close();
  });

  test('files opened together arrive together', async () => {
    const app = await open_table();
    const file = await app.download(() => app.press('Control+S'));
    const [first] = await value_cells(app);
    const two = [file, { ...file, name: '另一份.json' }];
    const three = [...two, { ...file, name: '第三份.json' }];
    const ways = [
      [() => app.drop_files(two), '2 份自评'],
      [() => app.choose_files(() => app.press('Control+O'), three), '3 份自评'],
    ];
    for (const [open, counted] of ways) {
      await open();
      await app.sees(counted); // one by one, each would have been opened
      await app.click('link', '填报');
      assert.ok(await app.has('textbox', first.name));
    }
    await app.close();
  });

  describe('where the browser can write files', () => {
    const save = async (app) => {
      const before = (await app.saved_files()).length;
      await app.press('Control+S');
      await app.until(async () => (await app.saved_files()).length > before, () => 'nothing was saved');
      await app.settled();
      return (await app.saved_files()).at(-1);
    };
    const change = async (app, value) => {
      const [first] = await value_cells(app);
      await app.edit('textbox', first.name, value);
      await app.press('Escape');
    };
    /** The clock stands still until it is put forward: window.minutesLater. */
    const own_clock = () => {
      const Clock = Date;
      const start = Clock.now();
      window.minutesLater = 0;
      window.Date = class extends Clock {
        constructor(...time) {
          if (time.length > 0) super(...time);
          else super(start + window.minutesLater * 60_000);
        }
      };
    };

    test('it asks once for a document, and says the name that was chosen', async () => {
      const app = await open_table({ picker: 'fake', before: own_clock });
      await app.page.evaluate(() => (window.pickedName = '我起的名字.json'));
      await change(app, '31');
      const first = await save(app);
      await app.sees('我起的名字.json');
      await app.page.evaluate(() => (window.minutesLater = 7)); // another name would be suggested now
      await change(app, '32');
      const second = await save(app);
      assert.deepEqual([first.choice, second.choice], [1, 1]);
      assert.match(second.text, /"32"/);
      assert.equal(await app.page.evaluate(() => window.pickerCalls), 1);
      await app.close();
    });

    test('it asks anew for another document, though the name be the same', async () => {
      const app = await open_table({ picker: 'fake', before: own_clock });
      await change(app, '31');
      const first = await save(app);
      const id = JSON.parse(first.text).id;
      await app.drop_files([{ name: '另一份.json', text: first.text.replace(id, `${id.slice(0, -10)}other00000`) }]);
      await app.click('link', '填报');
      await change(app, '32');
      const second = await save(app);
      assert.notEqual(JSON.parse(second.text).id, id);
      assert.equal(second.suggestedName, first.suggestedName, 'the case this is about');
      assert.deepEqual([first.choice, second.choice], [1, 2]);
      await app.close();
    });
  });

  test('a save that was called off leaves the work unsaved', async () => {
    const app = await open_table({
      before: () => (window.showSaveFilePicker = () => Promise.reject(new DOMException('called off', 'AbortError'))),
      picker: 'own',
    });
    const [first] = await value_cells(app);
    await app.edit('textbox', first.name, '33');
    await app.press('Escape');
    await app.press('Control+S');
    await app.sees('未保存');
    await app.close();
  });

  test('leaving with unsaved work asks, without it does not', async () => {
    const app = await open_table();
    let asked = 0;
    app.page.on('dialog', (dialog) => {
      ++asked;
      void dialog.dismiss();
    });
    const leave = async () => {
      await app.page.close({ runBeforeUnload: true });
      await sleep(300);
    };
    const [first] = await value_cells(app);
    await app.edit('textbox', first.name, '34');
    await app.press('Escape');
    await leave();
    assert.equal(asked, 1);
    await app.download(() => app.press('Control+S'));
    await leave();
    assert.equal(asked, 1);
    assert.equal(app.page.isClosed(), true);
    await app.shut();
  });
});

describe('drafts', () => {
  for (const browser of ['chromium', 'firefox']) {
    test(`${browser}: what was typed survives the page, the last word included`, async () => {
      const app = await open_table({ browser });
      const [first] = await value_cells(app);
      app.page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined)); // Firefox may be quicker
      await app.edit('textbox', first.name, '87.25', { end: null }); // still in the field
      await app.reload();
      await app.click('button', '继续');
      await app.click('link', '填报');
      assert.equal((await app.widget('textbox', first.name)).value, '87.25');
      await app.close();
    });
  }

  const INTERRUPTIONS = [
    ['another tab taking the database', () => new Promise((resolve) => (indexedDB.deleteDatabase('luping').onsuccess = resolve))],
    ['a write that fails once', () => {
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function (stores, mode) {
        if (mode === 'readwrite') IDBDatabase.prototype.transaction = transaction;
        throw new DOMException('once', 'UnknownError');
      };
    }],
  ];
  for (const [name, interrupt] of INTERRUPTIONS) {
    test(`drafts survive ${name}`, async () => {
      const app = await open_table();
      await sleep(400); // the first draft has been written
      await app.page.evaluate(interrupt);
      const [first] = await value_cells(app);
      await app.edit('textbox', first.name, '86.5');
      await app.press('Escape');
      await sleep(400);
      await app.does_not_see('不允许在本机自动保存');
      await app.reload();
      await app.click('button', '继续');
      await app.click('link', '填报');
      assert.equal((await app.widget('textbox', first.name)).value, '86.5');
      await app.close();
    });
  }

  test('a browser that keeps nothing: the app says so and works', async () => {
    const app = await open_app({
      before: () => (IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); }),
    });
    await app.sees(/自动保存/);
    await app.click('link', '示例');
    assert.ok(await app.has('link', '填报'));
    await app.close();
  });
});

test('served over plain http, where the browser trusts least', async () => {
  const page = readFileSync(fileURLToPath(PAGE));
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(request.url === '/luping.html' ? page : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const app = await open_table({
      url: `http://intranet.test:${server.address().port}/luping.html`,
      args: ['--host-resolver-rules=MAP intranet.test 127.0.0.1'],
      picker: 'own',
    });
    assert.equal(await app.page.evaluate(() => isSecureContext), false);
    const [first] = await value_cells(app);
    await app.edit('textbox', first.name, '61.5');
    await app.press('Escape');
    const file = await app.download(() => app.press('Control+S'));
    assert.match(file.text, /"61\.5"/);
    await app.edit('textbox', first.name, '62.5');
    await app.press('Escape');
    await app.reload();
    await app.click('button', '继续');
    await app.click('link', '填报');
    assert.equal((await app.widget('textbox', first.name)).value, '62.5');
    await app.close(); // fails on any request but the page itself
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('the page is one file', () => assert.match(PAGE, /^file:.*\.html$/));
