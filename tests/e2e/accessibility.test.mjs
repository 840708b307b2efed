// Seen by everyone: what assistive technology is told. Checked by axe-core on every page, and by filling an indicator without
// looking: by role, name and the keyboard alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open_app } from './support/app.mjs';

const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

const sample = fileURLToPath(new URL('../../assets/samples/sample-450881-2023.assessment.json', import.meta.url));

let app;
before(async () => {
  app = await open_app({ renderer: 'software' });
});

/** What axe-core has against what is on the screen now. Nothing is switched off. */
async function violations() {
  // The page's policy allows no further script, and stays as it is: the rules come in through the debugger.
  const devtools = await app.context.newCDPSession(app.page);
  const run = async (expression) => {
    const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    assert.equal(exceptionDetails, undefined, exceptionDetails?.exception?.description);
    return result.value;
  };
  if (!(await run('typeof axe === "object"'))) await run(`${axe}; 0`);
  const found = await run(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, help, nodes }) => id + ': ' + help + '\\n  ' + nodes.slice(0, 5).map((node) => node.html.slice(0, 200)).join('\\n  ')))`);
  await devtools.detach();
  return found;
}

async function is_sound(what) {
  const found = await violations();
  assert.deepEqual(found, [], `${what}:\n${found.join('\n')}`);
}

test('axe-core finds nothing on any page', async () => {
  await is_sound('首页');
  const radios = await app.page.evaluate(() => [...document.querySelectorAll('#mirror [role=radio]')].map((one) => one.parentElement.getAttribute('role')));
  assert.ok(radios.length > 1 && radios.every((role) => role === 'radiogroup'), radios.join());
  await app.click('link', '示例');
  await app.settled();
  await is_sound('总览');
  for (const page of ['填报', '任务', '单位', '指标体系']) {
    await app.click('link', page);
    await is_sound(page);
  }
  await app.click('link', '填报');
  await app.click('row', '生态文明建设工作占党政实绩考核的比例');
  await is_sound('填报，选中一项');
});

/** The dialog as it is told, and that nothing else of the page is. */
function dialog() {
  return app.page.evaluate(() => {
    const box = document.querySelector('#mirror > [role=dialog]');
    return {
      name: box?.getAttribute('aria-label'),
      modal: box?.getAttribute('aria-modal'),
      buttons: [...(box?.querySelectorAll(':scope > [role=button]') ?? [])].map((one) => one.getAttribute('aria-label')),
      heard: box !== null && document.getElementById('stage').getAttribute('aria-activedescendant') === box.id,
      others: [...document.querySelectorAll('#mirror > :not([role=dialog]):not([role=status])')].length,
    };
  });
}

test('a question is a dialog by itself: about leaving unsaved work, about pasting with its table', async () => {
  const RATIO = '水质达到或优于Ⅲ类比例提高幅度';
  await app.click('link', '填报');
  await app.edit('textbox', `${RATIO} 现状值`, '1.5');
  await app.click('button', '撤销到哪一步');
  await app.widget('option', RATIO);
  await is_sound('撤销到哪一步');
  await app.press('Escape');

  await app.choose_files(() => app.click('button', '打开'), [sample]);
  await app.sees('打开另一份自评？');
  await is_sound('有几个回答的问题');
  assert.deepEqual(await dialog(), { name: '打开另一份自评？', modal: 'true', buttons: ['取消', '打开'], heard: true, others: 0 });
  await app.press('Escape');
  await app.does_not_see('打开另一份自评？');

  await app.click('row', RATIO);
  await app.paste({ text: '2\n约五成\n' });
  await app.sees('粘贴 1 项现状值？');
  await is_sound('粘贴');
  assert.deepEqual(await dialog(), { name: '粘贴 1 项现状值？', modal: 'true', buttons: ['取消', '粘贴'], heard: true, others: 0 });
  const grid = await app.page.evaluate(() =>
    [...document.querySelectorAll('#mirror > [role=dialog] > [role=grid] > [role=row]')].map((row) =>
      [...row.children].map((cell) => cell.textContent || cell.firstElementChild?.textContent),
    ),
  );
  assert.deepEqual(grid[0], ['序号', '指标', '原来', '改为', '判定']);
  assert.deepEqual(grid[1].slice(1), [RATIO, '1.5', '2 个百分点', '达标']);
  assert.equal(grid.length, 2);
  await app.press('Escape');
});

test('axe-core finds nothing while a menu or a question is open, or a field is edited', async () => {
  await app.click('button', '显示');
  await app.widget('listbox', '选项');
  await is_sound('显示');
  await app.press('Escape');
  await app.show_row('河长制', { exact: true });
  await app.click('combobox', '河长制 现状值');
  await is_sound('选项');
  await app.press('Escape');
  await app.click('textbox', '水质达到或优于');
  await app.until(() => app.field(), () => 'no field');
  await is_sound('编辑');
  await app.press('Escape');
  await app.click('combobox', '责任单位');
  await app.widget('option', '市水利局');
  await is_sound('筛选');
  await app.press('Escape');
});

test('a table is a grid: header, rows in their place, cells', async () => {
  await app.click('link', '填报');
  const tree = await app.page.evaluate(() => {
    const grid = document.querySelector('#mirror [role=grid]');
    const rows = [...grid.querySelectorAll(':scope > [role=row]')];
    return {
      count: Number(grid.getAttribute('aria-rowcount')),
      places: rows.map((row) => Number(row.getAttribute('aria-rowindex'))),
      headers: [...rows[0].children].map((cell) => cell.getAttribute('role')),
      cells: rows.slice(1).map((row) => [...row.children].map((cell) => cell.getAttribute('role'))),
      columns: Number(grid.getAttribute('aria-colcount')),
      // Where each cell says it stands, and how far it reaches.
      reach: rows.map((row) => [...row.children].map((cell) => [cell.ariaColIndex, cell.getAttribute('aria-colspan') ?? '1'].map(Number))),
      strays: document.querySelectorAll('#mirror > :not([role=banner]):not([role=navigation]):not([role=main]):not([role=complementary]):not([role=status])').length,
    };
  });
  assert.ok(tree.places.length > 10 && tree.count > tree.places.length, 'only what is on screen, and how many there are in all');
  assert.equal(tree.places[0], 1);
  assert.deepEqual(tree.places, [...tree.places].sort((a, b) => a - b));
  assert.equal(new Set(tree.places).size, tree.places.length);
  assert.ok(tree.headers.length >= 6 && tree.headers.every((role) => role === 'columnheader'), tree.headers.join());
  for (const cells of tree.cells) assert.ok(cells.length > 0 && cells.every((role) => role === 'gridcell'), cells.join());
  assert.ok(tree.cells.filter((cells) => cells.length === tree.headers.length).length > 8, 'an indicator has a cell a column');
  assert.equal(tree.columns, tree.headers.length);
  for (const cells of tree.reach) {
    assert.deepEqual(cells.map(([at]) => at), cells.map((_, i) => i + 1), 'one column after the other');
    assert.equal(cells.reduce((sum, [, span]) => sum + span, 0), tree.columns, 'no column is without a cell');
  }
  assert.equal(tree.strays, 0, 'everything lies in a landmark');
});

test('an indicator is filled in without looking: by name and keyboard, from opening to hearing the verdict', async () => {
  const blind = await open_app({ renderer: 'software' });
  const { page } = blind;
  // What a screen reader says of the place the keyboard is at.
  const here = () =>
    page.evaluate(() => {
      const stage = document.getElementById('stage');
      const at = document.activeElement === stage ? document.getElementById(stage.getAttribute('aria-activedescendant')) : document.activeElement;
      return at ? { role: at.getAttribute('role') ?? (at.tagName === 'TEXTAREA' ? 'textbox' : ''), name: at.getAttribute('aria-label') ?? at.textContent } : null;
    });
  const said = () => page.evaluate(() => [...document.querySelectorAll('#mirror [role=status]')].map((one) => one.textContent).join('\n'));
  /** Press a key until the place is the one looked for. */
  const reach = async (key, role, name, most = 60) => {
    for (let i = 0; i < most; ++i) {
      const at = await here();
      if (at?.role === role && name.test(at.name)) return;
      await blind.press(key);
    }
    assert.fail(`${role} ${name} is not reached by ${key}; the last was ${JSON.stringify(await here())}`);
  };

  await reach('Tab', 'radio', /覃塘区/);
  await blind.press('Enter');
  await reach('Tab', 'button', /开始自评/);
  await blind.press('Enter');
  await blind.press('Escape'); // a first field may be open already
  await reach('Tab', 'textbox', /^水质达到或优于Ⅲ类比例提高幅度 现状值/, 120);
  await blind.press('Control+A');
  await blind.type('1.5');
  await blind.press('Enter');
  await blind.until(async () => (await said()).includes('水质达到或优于Ⅲ类比例提高幅度：由未填报变为'), async () => `heard only: ${await said()}`);
  await blind.close();
});

test('the whole window by keyboard: its parts, a table from end to end, and back from a menu', async () => {
  const at = () =>
    app.page.evaluate(() => document.getElementById(document.getElementById('stage').getAttribute('aria-activedescendant'))?.closest('[role=banner],[role=navigation],[role=main],[role=complementary]')?.getAttribute('role'));
  await app.click('link', '填报');
  const parts = [];
  for (let i = 0; i < 4; ++i) {
    await app.press('Control+F6');
    if (await app.field()) await app.press('Escape');
    parts.push(await at());
  }
  assert.deepEqual([...parts].sort(), ['banner', 'complementary', 'main', 'navigation'], 'each part once, then round again');
  await app.show_row('河长制', { exact: true });
  await app.click('combobox', '河长制 现状值');
  await app.press('Escape');
  const focused = async () => (await app.page.evaluate(() => document.getElementById(document.getElementById('stage').getAttribute('aria-activedescendant'))?.getAttribute('aria-label'))) ?? (await app.field())?.label;
  assert.match(await focused(), /^河长制/, 'a menu that closes gives the keyboard back');
  await app.press('End');
  const last = await focused();
  assert.doesNotMatch(last, /^河长制/);
  if (await app.field()) await app.press('Escape');
  await app.press('Home');
  assert.notEqual(await focused(), last);
  if (await app.field()) await app.press('Escape');
});

test('帮助 lies in the main part, with a document and without', async () => {
  const parts = () =>
    app.page.evaluate(() => {
      const main = document.querySelector('#mirror > [role=main]');
      const inside = [...main.querySelectorAll('[role=navigation], [role=region]')];
      return { name: main.getAttribute('aria-label'), inside: inside.map((one) => `${one.getAttribute('role')} ${one.getAttribute('aria-label')}`) };
    });
  for (const where of ['填报', '首页']) {
    await app.press('F1');
    await app.widget('textbox', '搜索帮助');
    await is_sound(`帮助，从${where}`);
    assert.deepEqual(await parts(), { name: '帮助', inside: ['navigation 帮助目录', 'region 绿评使用说明'] });
    await app.press('Escape');
    if (where === '填报') await app.click('button', '绿评：返回首页');
  }
});

test('the page had nothing to complain of', () => app.close());
