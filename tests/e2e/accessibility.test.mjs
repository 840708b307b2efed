// Seen by everyone: what assistive technology is told. Checked by axe-core on every page, and by filling an indicator without
// looking: by role, name and the keyboard alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { open_app } from './support/app.mjs';

const axe = readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

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
  await app.click('link', '示例');
  await app.settled();
  await is_sound('总览');
  for (const page of ['填报', '任务', '单位']) {
    await app.click('link', page);
    await is_sound(page);
  }
  await app.click('link', '填报');
  await app.click('row', '生态文明建设工作占党政实绩考核的比例');
  await is_sound('填报，选中一项');
});

test('axe-core finds nothing while a menu or a question is open, or a field is edited', async () => {
  await app.click('button', '显示');
  await app.widget('listbox', '选项');
  await is_sound('显示');
  await app.press('Escape');
  await app.click('combobox', '河长制 现状值');
  await is_sound('选项');
  await app.press('Escape');
  await app.click('textbox', '水质达到或优于');
  await app.until(() => app.field(), () => 'no field');
  await is_sound('编辑');
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
  assert.equal(tree.strays, 0, 'everything lies in a landmark');
});

test('the page had nothing to complain of', () => app.close());
