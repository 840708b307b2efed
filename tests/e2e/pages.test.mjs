// The pages that are read: 单位 and 指标体系, walked by role and name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_app } from './support/app.mjs';

async function open_sample(app, county = '覃塘区') {
  await app.click('link', new RegExp(`^示例.*${county}`));
}

/** The search box stays open after Enter: type over what stands in it. */
async function search(app, text) {
  if (!(await app.field())) await app.click('searchbox', '搜索');
  await app.press('Control+A');
  await app.type(text);
}

/** The units in sight, from the top. */
async function units(app) {
  const table = await app.widget('grid', '各单位进展');
  const inside = ({ box }) => box.x >= table.box.x && box.x + box.width <= table.box.x + table.box.width + 1;
  return (await app.widgets()).filter((widget) => widget.role === 'row' && inside(widget)).map(({ name }) => name).filter((name) => name !== '表头');
}

test('单位: who has most to do, what it is, and from there to the row', async () => {
  const app = await open_app();
  await open_sample(app);
  await app.click('link', '单位', { exact: true });
  assert.deepEqual((await units(app)).slice(0, 2), ['牵头单位（按牵头的事项统计）', '市生态环境局']);
  assert.match((await app.widget('row', '市生态环境局')).value, /^牵头指标 39 项，达标 25 项，未达标 7 项，待填 2 项，待核实 4 项/);

  await app.click('combobox', '排序');
  await app.click('option', '按方案的顺序');
  assert.equal((await units(app))[1], '市委组织部');
  await app.click('button', /^有待填 8$/);
  assert.ok(!(await units(app)).includes('市委组织部'));

  await app.click('row', '市林业局');
  await app.widget('heading', '市林业局');
  await app.click('link', '自然保护地性质'); // a duty of several units
  const row = await app.widget('row', '自然保护地性质');
  assert.equal(row.state.selected, true);

  await app.click('link', '单位', { exact: true });
  await app.click('button', '只看本单位');
  await app.sees('市林业局');
  assert.ok(await app.has('row', '林草覆盖率'));
  assert.ok(!(await app.has('row', '生态文明建设工作占党政实绩考核的比例')));
  await app.close();
});

test('单位: search by name and by what a unit answers for', async () => {
  const app = await open_app();
  await open_sample(app);
  await app.click('link', '单位', { exact: true });
  await search(app, '林业');
  assert.equal((await units(app))[1], '市林业局');
  await search(app, '农村生活污水治理率');
  await app.sees('指标 1 项');
  await search(app, '鲸鱼');
  await app.sees('没有找到“鲸鱼”');
  await app.click('button', '清除搜索');
  await app.widget('row', '市生态环境局');
  await app.close();
});

test('指标体系: the outline, a sheet, the search, and 去填报', async () => {
  const app = await open_app();
  await open_sample(app);
  await app.click('link', '指标体系', { exact: true });
  await app.widget('heading', '贵港市2023年国家生态文明建设示范市创建工作方案');
  await app.sees('必须满足：确保类指标全部达标，共 35 项');
  await app.click('link', '生态文明建设工作占党政实绩考核的比例');
  await app.sees('要求：≥ 20%');
  await app.sees('指标：“确保生态文明建设工作占党政实绩考核的比例≥20%”');

  await search(app, '治理率');
  await app.sees(/找到 \d+ 项指标/);
  await app.click('link', '农村生活污水治理率', { exact: true });
  await app.scroll(await app.widget('region', '农村生活污水治理率'), 400);
  await app.sees('怎么算：100 × 完成生活污水治理的行政村 ÷ 行政村总数');
  await app.scroll(await app.widget('region', '农村生活污水治理率'), -400);
  await app.click('button', '去填报');
  assert.equal((await app.widget('row', '农村生活污水治理率')).state.selected, true);

  await app.click('link', '指标体系', { exact: true });
  await app.widget('heading', '农村生活污水治理率');
  await search(app, '鲸鱼');
  await app.sees('没有找到“鲸鱼”');
  await app.close();
});

test('指标体系 can be read before an assessment is begun', async () => {
  const app = await open_app();
  await app.click('combobox', '指标体系');
  await app.click('option', '国家 2019');
  await app.click('link', '查看指标体系');
  await app.sees('请注意：40项指标中');
  await search(app, '林草覆盖率');
  await app.click('link', /^林草覆盖率/);
  await app.sees('争取，参考性');
  assert.ok(!(await app.has('button', '去填报')));
  await app.click('link', '开始', { exact: true });
  await app.widget('button', '开始自评');
  await app.close();
});
