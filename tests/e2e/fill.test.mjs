// 填报 as a thing to live in: conditions together, orders, rows that stay, the search; by role and name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_app } from './support/app.mjs';

async function open_fill() {
  const app = await open_app();
  await app.click('link', /^示例.*覃塘区/);
  await app.click('link', /^填报/);
  return app;
}

/** The rows in sight. */
async function rows(app) {
  const table = await app.widget('grid', '指标填报表');
  const inside = ({ box }) => box.y >= table.box.y && box.x < table.box.x + table.box.width;
  return (await app.widgets()).filter((widget) => widget.role === 'row' && widget.name !== '表头' && inside(widget)).map(({ name }) => name);
}

test('填报: conditions hold together, say what is left, and are taken back in one press', async () => {
  const app = await open_fill();
  await app.sees('共 74 项');
  await app.click('button', /^未达标 23$/);
  await app.sees('符合 23 / 74 项');
  await app.click('combobox', '责任单位');
  await app.click('option', '市水利局');
  await app.sees('符合 5 / 74 项');
  assert.equal((await app.widget('combobox', '责任单位')).value, '市水利局');
  await app.click('button', /^未填报/);
  await app.sees('没有未填报的指标');
  await app.click('button', '清除筛选');
  await app.sees('共 74 项');
  await app.close();
});

test('填报: a head sorts up, down and not at all, by key as well', async () => {
  const app = await open_fill();
  const plan = await rows(app);
  await app.click('columnheader', '判定');
  const worst = (await app.widgets()).filter(({ role, value }) => role === 'row' && value.endsWith('未达标'));
  assert.ok(worst.length > 10, 'what is not met stands first');
  await app.press('Enter');
  await app.sees('不适用');
  assert.notEqual((await rows(app))[0], worst[0].name);
  await app.press('Enter');
  assert.deepEqual(await rows(app), plan);
  await app.close();
});

test('填报: a row stays while it is filled in', async () => {
  const app = await open_fill();
  await app.click('button', /^未填报 4$/);
  const before = await rows(app);
  await app.edit('textbox', '在售用水器具中节水型器具占比 现状值', '100');
  await app.sees('未填报 3');
  assert.deepEqual(await rows(app), before);
  await app.click('button', '更新列表');
  await app.sees('符合 3 / 74 项');
  await app.close();
});

test('the search is of all pages: counted, stepped through, kept', async () => {
  const app = await open_app();
  await app.click('link', /^示例.*覃塘区/);
  await app.press('Control+F');
  await app.type('污水　率');
  await app.sees(/^\d+ 项/m);
  assert.equal(await app.has('grid', '指标填报表'), false, 'typing alone leads nowhere');
  await app.press('Enter');
  await app.sees(/1 \/ \d+/);
  await app.press('Enter');
  await app.sees(/2 \/ \d+/);
  await app.click('button', '上一个');
  await app.sees(/1 \/ \d+/);
  await app.click('link', /^任务/);
  assert.match((await app.widget('searchbox', '搜索')).value, /污水/);
  await app.click('button', '清除搜索');
  await app.close();
});
