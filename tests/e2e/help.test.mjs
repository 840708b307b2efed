// 帮助: the user guide inside the page, from anywhere and back again.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { open_app } from './support/app.mjs';

const guide = readFileSync(new URL('../../docs/user-guide.zh.md', import.meta.url), 'utf8');

test('帮助 opens without a document, is searched, and goes back to the start', async () => {
  const app = await open_app();
  await app.press('F1');
  await app.widget('heading', '打开与浏览器');
  await app.click('link', '判定是什么意思', { exact: true });
  await app.widget('heading', '判定是什么意思');
  await app.sees('无法判定，已填写，但缺少目标、基期或计算所需的数');

  await app.press('Control+F');
  await app.type('目标文件');
  await app.sees(/共找到 \d+ 处/);
  await app.widget('heading', '目标未下达怎么办');
  const section = guide.split(/^## /m).find((text) => text.startsWith('目标未下达怎么办'));
  assert.equal((await app.widget('link', '目标未下达怎么办')).value, `${section.split('目标文件').length - 1} 处`);
  assert.ok(!(await app.has('link', '字号与高对比')));
  await app.press('Escape'); // the search first
  await app.widget('link', '字号与高对比');
  await app.press('Escape');
  await app.widget('button', '开始自评');
  await app.close();
});

test('帮助 from the middle of a value keeps what was typed, and comes back to it', async () => {
  const app = await open_app();
  await app.click('radio', '覃塘区');
  await app.click('button', '开始自评');
  await app.click('textbox', '生态文明建设工作占党政实绩考核的比例 现状值');
  await app.press('Control+A');
  await app.type('31.5');
  await app.press('F1');
  await app.widget('button', '返回填报');
  assert.equal(await app.field(), null);
  await app.click('button', '返回填报');
  assert.equal((await app.widget('textbox', '生态文明建设工作占党政实绩考核的比例 现状值')).value, '31.5');
  await app.close();
});
