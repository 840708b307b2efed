// Saving goes back to the file that was opened, where the browser can; it never replaces what somebody else has written.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { open_app } from './support/app.mjs';

const shipped = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../assets/samples/sample-450881-2023.assessment.json', import.meta.url)), 'utf8'),
);
shipped.answers['1.1.d'] = { value: '21.5' };
const sample = JSON.stringify(shipped, null, 2);
const SHARE = '生态文明建设工作占党政实绩考核的比例';
const FILE = '桂平.json';

async function opened(how = 'picker') {
  const app = await open_app({ renderer: 'software', picker: 'fake' });
  await app.page.evaluate(([name, text]) => window.putOnDisk(name, text), [FILE, sample]);
  if (how === 'picker') {
    await app.page.evaluate((name) => (window.toOpen = [name]), FILE);
    await app.click('button', '选择文件');
  } else {
    await app.drop_files([{ name: FILE, text: sample }]);
  }
  await app.sees('桂平市 · 2023 年自评');
  await app.click('link', '填报');
  await edit(app, '23.5');
  return app;
}

const edit = (app, value) => app.edit('textbox', SHARE, value);
const on_disk = (app) => app.page.evaluate(() => Object.fromEntries([...window.disk].map(([name, { text }]) => [name, text])));
const share_on_disk = async (app, name = FILE) => JSON.parse((await on_disk(app))[name]).answers['1.1.d'].value;
const picked = (app) => app.page.evaluate(() => window.pickerCalls);

async function wait_for_share(app, value, name) {
  await app.until(async () => (await share_on_disk(app, name)) === value, async () => `on the disk: ${await share_on_disk(app, name)}`);
  await app.settled();
}

for (const how of ['picker', 'drop']) {
  test(`${how}: Ctrl+S writes back to the file that was opened, and again`, async () => {
    const app = await opened(how);
    await app.press('Control+S');
    await wait_for_share(app, '23.5');
    await app.sees(`已保存为“${FILE}”`);
    await edit(app, '24');
    await app.click('button', '保存', { exact: true });
    await wait_for_share(app, '24');
    assert.equal(await picked(app), 0, 'nobody asks where');
    assert.equal(await app.page.evaluate(() => window.permissionAsked), 1, 'and once whether');
    assert.deepEqual(Object.keys(await on_disk(app)), [FILE]);
    await app.close();
  });
}

test('a file that somebody changed meanwhile is replaced only when told so', async () => {
  const app = await opened();
  const theirs = sample.replace('"sample": true', '"sample": false');
  await app.page.evaluate(([name, text]) => window.putOnDisk(name, text), [FILE, theirs]);
  await app.press('Control+S');
  await app.sees('文件已被别人改过');
  await app.screenshot('write-back-changed');
  await app.click('button', '取消');
  assert.equal((await on_disk(app))[FILE], theirs);
  await app.sees('未保存');

  await app.press('Control+S');
  await app.page.evaluate(() => (window.pickedName = '我的.json'));
  await app.click('button', '另存为', { exact: true });
  await app.sees('已保存为“我的.json”');
  assert.equal((await on_disk(app))[FILE], theirs, 'theirs stays');
  assert.equal(await share_on_disk(app, '我的.json'), '23.5');
  await edit(app, '25');
  await app.press('Control+S');
  await wait_for_share(app, '25', '我的.json');
  assert.equal(await picked(app), 1, 'from now on it belongs there');

  await app.page.evaluate(([name, text]) => window.putOnDisk(name, text), ['我的.json', theirs]);
  await edit(app, '26');
  await app.press('Control+S');
  await app.click('button', '覆盖');
  await wait_for_share(app, '26', '我的.json');
  await app.close();
});

test('a refused permission: asked what to do, and nothing is lost', async () => {
  const app = await opened();
  await app.page.evaluate(() => (window.permission = 'denied'));
  await app.press('Control+S');
  await app.sees('没有得到写入许可');
  await app.page.evaluate(() => (window.permission = 'granted'));
  await app.click('button', '再试一次');
  await wait_for_share(app, '23.5');
  await app.close();
});

test('a file that was moved away is saved under another name', async () => {
  const app = await opened();
  await app.page.evaluate((name) => window.disk.delete(name), FILE);
  await app.press('Control+S');
  await app.sees('原来的文件找不到了');
  await app.page.evaluate(() => (window.pickedName = '新的.json'));
  await app.press('Enter');
  await app.sees('已保存为“新的.json”');
  assert.deepEqual(Object.keys(await on_disk(app)), ['新的.json']);
  await app.close();
});

test('另存为 by keys and by menu asks for a name every time', async () => {
  const app = await opened();
  await app.page.evaluate(() => (window.pickedName = '甲.json'));
  await app.press('Control+Shift+S');
  await app.sees('已保存为“甲.json”');
  await app.page.evaluate(() => (window.pickedName = '乙.json'));
  await app.click('button', '其他保存方式');
  await app.screenshot('save-menu');
  await app.click('option', '另存为');
  await app.sees('已保存为“乙.json”');
  assert.equal(await picked(app), 2);
  assert.equal((await on_disk(app))[FILE], sample);
  await app.close();
});

test('without file handles a save is a download named after county, year and time', async () => {
  const app = await open_app({ renderer: 'software' });
  await app.choose_files(() => app.click('button', '选择文件'), [{ name: FILE, text: sample }]);
  const { name, text } = await app.download(() => app.press('Control+S'));
  assert.match(name, /^桂平市-2023-自评-\d{8}-\d{4}\.json$/);
  assert.equal(JSON.parse(text).answers['1.1.d'].value, JSON.parse(sample).answers['1.1.d'].value);
  const again = await app.download(() => app.press('Control+Shift+S'));
  assert.equal(again.text, text);
  await app.close();
});

test('a file with members of a later version at every level comes back the same', async () => {
  const file = JSON.parse(sample);
  Object.assign(file.answers['1.1.d'], {
    evidence: [{ id: 'e-1', title: '文件' }],
    baseline: { year: 2020, value: '10', source: '年鉴' },
    history: { 2022: { value: '11', source: '年鉴' } },
    target: { value: '20', direction: 'atLeast', documentNumber: '贵政发〔2023〕1号' },
    override: { result: 'pass', reason: '批文', authority: '市绩效办', author: '张三', date: '2023-12-01' },
  });
  file.targets = [{ region: '450881', indicator: '1.1.d', year: 2023, value: '20' }];
  let records = 0;
  const extend = (node, is_record) => {
    if (Array.isArray(node)) return node.forEach((one) => extend(one, true));
    if (node === null || typeof node !== 'object') return;
    // The members of these are named by ids, not by the format.
    for (const [name, one] of Object.entries(node)) {
      if (name !== 'attributes' && name !== 'inputs') extend(one, !['answers', 'measures', 'history'].includes(name));
    }
    if (is_record) node['x-未来'] = { 数: 1.5, 列: [1, null, { 深: '' }], 序: ++records };
  };
  extend(file, true);
  assert.ok(records > 100, `${records}`);
  const app = await open_app({ renderer: 'software' });
  await app.choose_files(() => app.click('button', '选择文件'), [{ name: FILE, text: JSON.stringify(file) }]);
  await app.sees('桂平市 · 2023 年自评');
  const { text } = await app.download(() => app.press('Control+S'));
  const back = JSON.parse(text);
  // An answer learns what it was given to when it is opened; nothing else may differ.
  for (const [id, answer] of Object.entries(back.answers)) if (!file.answers[id].indicatorDigest) delete answer.indicatorDigest;
  assert.deepEqual(back, file);
  await app.choose_files(() => app.click('button', '打开'), [{ name: FILE, text }]);
  assert.equal((await app.download(() => app.press('Control+S'))).text, text, 'to the byte');
  await app.close();
});
