// 任务 as a list to work through: conditions together, orders, progress set by key, the search; by role and name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_app } from './support/app.mjs';

async function open_tasks() {
  const app = await open_app();
  await app.click('link', /^示例.*覃塘区/);
  await app.click('link', /^任务/);
  return app;
}

/** The rows in sight, headings among them. */
async function rows(app) {
  const table = await app.widget('grid', '任务清单');
  const inside = ({ box }) => box.y >= table.box.y && box.x < table.box.x + table.box.width;
  return (await app.widgets()).filter((widget) => widget.role === 'row' && widget.name !== '表头' && inside(widget));
}

const focused_name = (app) =>
  app.page.evaluate(() => document.getElementById(document.getElementById('stage').getAttribute('aria-activedescendant'))?.getAttribute('aria-label'));

test('任务: conditions hold together, say what is left, and are taken back in one press', async () => {
  const app = await open_tasks();
  await app.sees('共 120 项');
  await app.click('button', /^未完成 19$/);
  await app.sees('符合 19 / 120 项');
  await app.click('combobox', '责任单位');
  await app.click('option', '市生态环境局');
  assert.equal((await app.widget('combobox', '责任单位')).value, '市生态环境局');
  const figure = /符合 (\d+) \/ 120 项/.exec(await app.screen_text());
  assert.ok(Number(figure[1]) > 0 && Number(figure[1]) < 19, figure[0]);
  await app.click('button', /^未开始 1$/);
  await app.sees('符合 1 / 120 项');
  await app.click('combobox', '任务组');
  await app.click('option', '目标责任体系');
  await app.sees('没有符合条件的任务');
  await app.click('button', '清除筛选');
  await app.sees('共 120 项');
  await app.close();
});

test('任务: a head sorts up, down and not at all, by key as well; sorted there are no headings', async () => {
  const app = await open_tasks();
  const plan = await rows(app);
  assert.match(plan[0].name, /目标责任/);
  await app.click('columnheader', '进展');
  assert.equal((await rows(app))[0].value, '未填');
  await app.press('Enter');
  assert.equal((await rows(app))[0].value, '不适用');
  await app.press('Enter');
  assert.deepEqual(
    (await rows(app)).map(({ name }) => name),
    plan.map(({ name }) => name),
  );
  await app.close();
});

test('任务: progress is set by key, and the task stays until the list is asked for anew', async () => {
  const app = await open_tasks();
  await app.click('columnheader', '进展');
  await app.click('button', /^未填 5$/);
  const before = await rows(app);
  assert.equal(before.length, 5);
  for (let i = 0; i < 20 && (await focused_name(app)) !== before[0].name; ++i) await app.press('Tab');
  assert.equal(await focused_name(app), before[0].name, 'the keyboard gets from the chip to the first task');
  await app.press('Enter');
  for (let i = 0; i < 3; ++i) await app.press('ArrowDown');
  await app.press('Enter');
  await app.sees('未填 4');
  const after = await rows(app);
  assert.deepEqual(
    after.map(({ name }) => name),
    before.map(({ name }) => name),
  );
  assert.equal(after[0].value, '完成');
  await app.click('button', '更新列表');
  await app.sees('符合 4 / 120 项');
  await app.close();
});

test('the search leads to a task, in the order shown', async () => {
  const app = await open_tasks();
  await app.click('columnheader', '任务');
  await app.press('Control+F');
  await app.type('污水');
  await app.press('Enter');
  await app.sees(/\d+ \/ \d+/);
  assert.ok((await rows(app)).some(({ state }) => state.selected === true), 'the task found is selected and in sight');
  assert.ok(await app.has('grid', '任务清单'));
  await app.close();
});
