// The browser's storage is full, missing, blocked, cleared or holds what nobody can read: told, and nothing is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { open_app } from './support/app.mjs';

const SHARE = '生态文明建设工作占党政实绩考核的比例';

async function started(options) {
  const app = await open_app({ renderer: 'software', ...options });
  await app.click('radio', '覃塘区');
  await app.click('button', '开始自评');
  return app;
}
const edit = (app, value) => app.edit('textbox', SHARE, value);

/** The work goes on: it can be entered, and saved to a file. */
async function works(app) {
  await edit(app, '23.5');
  const file = await app.download(() => app.press('Control+S'));
  assert.equal(JSON.parse(file.text).answers['1.1.d'].value, '23.5');
}

async function continued(app) {
  await app.reload();
  await app.click('button', '继续');
  await app.click('link', '填报', { exact: true });
  return (await app.widget('row', SHARE)).value.split(' ')[0];
}

/** As when a transaction finds no room: it is called off. */
function full_disk() {
  const { put } = IDBObjectStore.prototype;
  window.full = true;
  IDBObjectStore.prototype.put = function (...record) {
    if (!window.full) return put.apply(this, record);
    Object.defineProperty(this.transaction, 'error', { value: new DOMException('no room', 'QuotaExceededError') });
    this.transaction.abort();
  };
}

for (const browser of ['chromium', 'firefox']) {
  test(`${browser}: no room: told, the work goes on, and told again when there is room`, async () => {
    const app = await started({ browser, before: full_disk });
    await edit(app, '21.5');
    await app.sees('本机的存储空间已满，草稿没有自动保存');
    await app.sees('存成文件');
    await app.screenshot(`storage-full-${browser}`);
    await app.sees('未保存（本机无法自动保存草稿）');
    await app.click('button', '知道了');
    await works(app);
    await edit(app, '24');
    await app.page.evaluate(() => (window.full = false));
    await app.sees('本机自动保存已恢复');
    await sleep(300);
    await app.page.evaluate(() => (window.full = false));
    await app.close();
  });
}

test('what waited for room is there after all', async () => {
  const app = await started({ before: full_disk });
  await edit(app, '24');
  await app.sees('存储空间已满');
  await app.page.evaluate(() => (window.full = false));
  await app.sees('本机自动保存已恢复'); // without another change
  assert.equal(await continued(app), '24');
  await app.close();
});

const ABSENT = [
  ['there is none', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  ['it must not be used', () => (IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); })],
  ['it never answers', () => (IDBFactory.prototype.open = () => new EventTarget())],
];
for (const [why, before] of ABSENT) {
  test(`storage where ${why}: told at the start, and the work goes on`, async () => {
    const app = await open_app({ renderer: 'software', before });
    await app.sees('浏览器不允许在本机自动保存草稿');
    await app.sees('存成文件');
    await app.click('radio', '覃塘区');
    await app.click('button', '开始自评');
    await works(app);
    await app.close();
  });
}

test('drafts that are deleted behind the page come back, and it says so', async () => {
  const app = await started();
  await edit(app, '21.5');
  await app.click('button', '绿评：返回首页');
  await app.click('radio', '桂平市');
  await app.click('button', '开始自评');
  await edit(app, '22.5');
  await sleep(500);
  await app.page.evaluate(() => new Promise((resolve) => (indexedDB.deleteDatabase('luping').onsuccess = resolve)));
  await app.sees('浏览器保存的草稿被清除了');
  await app.screenshot('storage-cleared');
  await edit(app, '23');
  await sleep(500);
  await app.reload();
  await app.sees('桂平市 · 2023 年自评');
  await app.sees('覃塘区 · 2023 年自评');
  await app.close();
});

test('what nobody can read is listed, exported as it is, and deleted only when asked', async () => {
  const app = await started();
  await edit(app, '21.5');
  await sleep(500);
  const half = '{"format": "luping-assessment", "formatVersion": 1, "id": "a';
  await app.page.evaluate(
    (assessment) =>
      new Promise((resolve) => {
        indexedDB.open('luping').onsuccess = ({ target }) => {
          const transaction = target.result.transaction('drafts', 'readwrite');
          const store = transaction.objectStore('drafts');
          const known = { title: '港南区 · 2023 年自评', savedAt: '2023-11-24T09:30:00+08:00', scheme: '', unsaved: true };
          store.put({ id: 'half', assessment, ...known });
          store.put({ id: 7, from: 'another program' });
          transaction.oncomplete = () => (target.result.close(), resolve());
        };
      }),
    half,
  );
  await app.reload();
  await app.sees('读不出来，可以导出原样内容');
  await app.screenshot('storage-unreadable');
  const exports = (await app.widgets()).filter(({ role, name }) => role === 'button' && name === '导出').length;
  assert.equal(exports, 2);
  const texts = [];
  for (let nth = 0; nth < exports; ++nth) texts.push((await app.download(() => app.click('button', '导出', { nth }))).text);
  assert.deepEqual(texts.sort(), [half, '{"id":7,"from":"another program"}'].sort());
  for (let left = exports; left > 0; --left) {
    const [unreadable] = (await app.widgets()).filter(({ role, name }) => role === 'button' && name === '导出');
    const trash = (await app.widgets()).find(
      ({ role, name, box }) => role === 'button' && name === '删除这份草稿' && Math.abs(box.y - unreadable.box.y) < 8,
    );
    await app.page.mouse.click(trash.box.x + 5, trash.box.y + 5);
    await app.settled();
    await app.click('button', '删除', { exact: true });
  }
  await sleep(500);
  await app.reload();
  await app.does_not_see('读不出来');
  await app.click('button', '继续');
  await app.sees('覃塘区 · 2023 年自评');
  await app.close();
});
