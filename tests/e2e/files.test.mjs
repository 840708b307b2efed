// Files of every kind, good and broken: what is told, and that the work in progress stays.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open_app } from './support/app.mjs';

const assets = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../assets');
const sample = readFileSync(path.join(assets, 'samples/sample-450881-2023.assessment.json'), 'utf8');
const scheme = readFileSync(path.join(assets, 'schemes/guigang-2023.scheme.json'), 'utf8');

const SHARE = '生态文明建设工作占党政实绩考核的比例';

async function work_in_progress() {
  const app = await open_app();
  await app.click('radio', '覃塘区');
  await app.click('button', '开始自评');
  await app.edit('textbox', SHARE, '21.5');
  return app;
}

const changed = (change) => {
  const data = JSON.parse(sample);
  change(data);
  return JSON.stringify(data, null, 2);
};

const BROKEN = [
  ['cut in half', sample.slice(0, sample.length / 2), /文件不完整/],
  ['wrong type', changed((data) => (data.answers['1.1.d'].value = true)), /第 \d+ 行第 \d+ 列：字段“value”应为数字或文字，现为true\/false/],
  ['unknown indicator', changed((data) => (data.answers['9.9.z'] = { value: '1' })), /指标“9\.9\.z”不在指标体系中/],
  ['other format version', changed((data) => (data.formatVersion = 2)), /文件格式版本为 2，本软件只能读版本 1/],
  ['other scheme', changed((data) => (data.scheme.id = 'elsewhere-2025')), /属于指标体系“elsewhere-2025”/],
  ['two mistakes at once', changed((data) => ((data.region = '999999'), (data.measures['1.1-m99'] = { state: 'done' }))), /地区代码“999999”[\s\S]*任务“1\.1-m99”/],
  ['not ours', '{"name": "some other program"}', /不是绿评的数据文件/],
  ['a result file', '{"format": "luping-result", "formatVersion": 1, "results": []}', /结果文件/],
  ['no JSON at all', 'hello', /不是绿评的数据文件/],
  ['empty', '', /文件是空的/],
];

test('a broken file is explained and changes nothing', async () => {
  const app = await work_in_progress();
  for (const [what, text, message] of BROKEN) {
    await app.drop_files([{ name: `${what}.json`, text }]);
    await app.sees(message);
    const notice = await app.screen_text();
    assert.doesNotMatch(notice, /undefined|null 、|error:/i, what);
    assert.match((await app.widget('row', SHARE)).value, /^21\.5 %/, what);
    await app.sees('覃塘区 · 2023 年自评');
  }
  // GB18030 bytes, as an old spreadsheet would write them.
  await app.drop_files([{ name: '国标.json', bytes: [0x7b, 0x22, 0xb9, 0xf3, 0xb8, 0xdb, 0x22, 0x3a, 0x31, 0x7d] }]);
  await app.sees('不是 UTF-8');
  // Still editable, still undoable, and what is saved is what was there.
  await app.edit('textbox', SHARE, '22');
  await app.click('button', '撤销');
  assert.match((await app.widget('row', SHARE)).value, /^21\.5 %/);
  const saved = await app.download(() => app.press('Control+S'));
  assert.equal(JSON.parse(saved.text).answers['1.1.d'].value, '21.5');
  await app.close();
});

test('a target pack fills in targets, and one undo takes it back', async () => {
  const app = await work_in_progress();
  assert.match((await app.widget('row', '环境空气质量优良天数比例')).value, /目标未下达/);
  await app.drop_files([path.join(assets, 'samples/sample-2023.targets.json')]);
  await app.sees(/已从“sample-2023\.targets\.json”导入 \d+ 项目标/);
  await app.edit('textbox', '环境空气质量优良天数比例', '90');
  assert.match((await app.widget('row', '环境空气质量优良天数比例')).value, /≥ 93\.5%，未达标/);
  await app.click('button', '撤销');
  await app.click('button', '撤销');
  assert.match((await app.widget('row', '环境空气质量优良天数比例')).value, /目标未下达/);
  await app.close();
});

test('an edited scheme judges the same answers anew', async () => {
  const app = await work_in_progress();
  const stricter = scheme.replace('"rule": {"kind": "atLeast", "threshold": "20"}', '"rule": {"kind": "atLeast", "threshold": "22"}');
  const other = JSON.parse(scheme);
  other.indicators.find((one) => one.id === '1.1.d').rule.threshold = '22';
  await app.drop_files([{ name: '改过门槛.json', text: stricter === scheme ? JSON.stringify(other) : stricter }]);
  await app.sees('已改用');
  await app.sees('外来指标体系：改过门槛.json');
  assert.match((await app.widget('row', SHARE)).value, /≥ 22%，未达标/);
  // A broken scheme is refused with its mistakes, and the one in use stays.
  other.indicators[3].unknown = 1;
  other.indicators[3].rule.kind = 'atleast';
  other.units = [];
  await app.drop_files([{ name: '坏体系.json', text: JSON.stringify(other) }]);
  await app.sees(/“atleast”不在可选范围内/);
  assert.match((await app.widget('row', SHARE)).value, /≥ 22%，未达标/);
  await app.close();
});

test('opening another file over unsaved work asks first', async () => {
  const app = await work_in_progress();
  await app.drop_files([{ name: '桂平.json', text: sample }]);
  await app.sees('尚未保存');
  await app.click('button', '取消');
  await app.sees('覃塘区 · 2023 年自评');
  await app.drop_files([{ name: '桂平.json', text: sample }]);
  await app.click('button', '打开', { exact: true });
  await app.sees('桂平市 · 2023 年自评');
  await app.close();
});

test('fields this version does not know survive open and save', async () => {
  const app = await open_app();
  const text = sample.replace('"sample": true,', '"sample": true,\n  "x-future": {"digits": 1.50, "list": [1, {"深": null}]},');
  assert.notEqual(text, sample);
  await app.choose_files(() => app.click('button', '选择文件'), [{ name: '将来.json', text }]);
  await app.sees('桂平市 · 2023 年自评');
  const saved = await app.download(() => app.press('Control+S'));
  assert.match(saved.text, /"x-future": \{"digits": 1\.50, "list": \[1, \{"深": null\}\]\}/);
  await app.close();
});
