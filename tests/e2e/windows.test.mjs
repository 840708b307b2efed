// One draft in several windows: the second is told when it opens it, and none overwrites what another has written.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_app } from './support/app.mjs';

const SHARE = '生态文明建设工作占党政实绩考核的比例';
const TOLD = '这份自评在另一个窗口里也被修改了';

const TAKEN = '这份自评正在另一个窗口里填写';

/** A browser in which windows do not hear of each other: what is left is the comparison before each write. */
function deaf() {
  Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
  delete window.BroadcastChannel;
}
/** A page that is not trusted with locks, as over plain http. */
function no_locks() {
  Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
}

/** A window with a draft of 覃塘区, 21.5, written. */
async function first_window(options) {
  const app = await open_app({ renderer: 'software', ...options });
  await app.click('radio', '覃塘区');
  await app.click('button', '开始自评');
  await edit(app, '21.5');
  return app;
}

async function another_window(app, options) {
  const other = await open_app({ renderer: 'software', storage: app, ...options });
  await other.click('button', '继续');
  return other;
}

async function edit(app, value) {
  await app.page.bringToFront(); // a tab behind another one takes no keys
  if (!(await app.has('textbox', SHARE))) await app.click('link', '填报');
  await app.edit('textbox', SHARE, value);
  await stored(app, value);
}

async function discard_draft(app) {
  await app.click('button', '删除这份草稿');
  await app.click('button', '删除', { exact: true });
}

/** The shares in the browser's storage, sorted. */
function shares(app) {
  return app.page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('luping');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result.map((draft) => JSON.parse(draft.assessment).answers['1.1.d']?.value).sort());
          };
        };
      }),
  );
}

const stored = (app, value) =>
  app.until(async () => (await shares(app)).includes(value), async () => `${value} was not stored: ${await shares(app)}`);

/** What each draft on the start page holds, sorted. */
async function shares_to_continue(app) {
  const found = [];
  const count = (await app.widgets()).filter(({ role, name }) => role === 'button' && name.includes('继续')).length;
  for (let nth = 0; nth < count; ++nth) {
    await app.reload();
    await app.click('button', '继续', { nth });
    await app.click('link', '填报');
    found.push((await app.widget('row', SHARE)).value.split(' ')[0]);
  }
  return found.sort();
}

for (const browser of ['chromium', 'firefox']) {
  test(`${browser}: two windows that do not hear of each other end as two drafts`, async () => {
    const first = await first_window({ browser, before: deaf });
    await first.reload();
    await first.click('button', '继续');
    const second = await another_window(first, { browser, before: deaf });

    await edit(first, '22');
    assert.equal(await first.has('alert', TOLD), false);
    assert.deepEqual(await shares(first), ['22']);
    await edit(second, '23');
    await second.sees(TOLD);
    await second.sees('两份都在，互不覆盖');
    assert.deepEqual(await shares(first), ['22', '23']);

    // Both go on, each on its own.
    await edit(first, '24');
    await edit(second, '25');
    assert.deepEqual(await shares(first), ['24', '25']);
    await first.does_not_see(TOLD);

    await second.page.bringToFront();
    await second.reload();
    assert.deepEqual(await shares_to_continue(second), ['24', '25']);
    await second.close();
    await first.close();
  });
}

test('a draft deleted in another window is written again by the one that has it open', async () => {
  const first = await first_window();
  const second = await open_app({ renderer: 'software', storage: first });
  await discard_draft(second);
  await first.until(async () => (await shares(first)).length === 0, () => 'the draft is still there');
  await edit(first, '22');
  await first.does_not_see(TOLD);
  assert.deepEqual(await shares(first), ['22']);
  await second.close();
  await first.close();
});

test('deleting a draft that another window has changed since leaves it', async () => {
  const first = await first_window({ before: deaf });
  const second = await open_app({ renderer: 'software', storage: first, before: deaf });
  await edit(first, '22');
  await discard_draft(second);
  await second.page.waitForTimeout(600); // long enough to be written
  assert.deepEqual(await shares(first), ['22']);
  await edit(first, '23');
  assert.deepEqual(await shares(first), ['23']);
  await second.close();
  await first.close();
});

const HEARING = [
  ['chromium', 'locks', undefined],
  ['firefox', 'locks', undefined],
  ['chromium', 'messages', no_locks],
  ['firefox', 'messages', no_locks],
];
const share = async (app) => {
  if (!(await app.has('row', SHARE))) await app.click('link', '填报');
  return (await app.widget('row', SHARE)).value.split(' ')[0];
};

for (const [browser, by, before] of HEARING) {
  test(`${browser}, by ${by}: the second window only looks, and takes over when the first has gone`, async () => {
    const first = await first_window({ browser, before });
    const second = await another_window(first, { browser, before });
    await second.sees(TAKEN);
    if (by === 'locks') await second.screenshot(`windows-taken-${browser}`);
    await second.click('button', '只读打开');
    await second.sees('这里只能查看');
    assert.equal(await share(second), '21.5');
    await second.click('row', SHARE);
    if (by === 'locks') await second.screenshot(`windows-read-only-${browser}`);
    for (const { role, name, state } of await second.widgets()) {
      if (role === 'textbox' && !name.includes('搜索')) assert.ok(state.readonly, name);
    }
    await second.click('textbox', SHARE);
    assert.equal(await second.field(), null);
    await second.press('Control+S');
    await second.sees('这里是只读打开');

    await edit(first, '22');
    await first.page.close(); // nothing asks here: the browser is told to
    await second.page.bringToFront();
    await second.click('button', '接管编辑');
    await second.does_not_see('只读');
    assert.equal(await share(second), '22', 'as the first window left it');
    await edit(second, '23');
    assert.deepEqual(await shares(second), ['23']);
    await second.does_not_see(TOLD);
    await second.page.close();
  });
}

test('the second window works on a copy', async () => {
  const first = await first_window();
  const second = await another_window(first);
  await second.click('button', '作为副本打开');
  await edit(second, '23');
  await edit(first, '22');
  assert.deepEqual(await shares(first), ['22', '23']);
  await first.does_not_see(TOLD);
  await second.does_not_see(TOLD);
  await second.click('button', '绿评：返回首页');
  await second.sees('覃塘区 · 2023 年自评（副本）');
  await second.close();
  await first.close();
});

test('calling off leaves the second window on its start page; the first window alone is never asked', async () => {
  const first = await first_window();
  const second = await another_window(first);
  await second.click('button', '取消');
  await second.sees('接着上次的做');
  await first.page.bringToFront();
  for (let i = 0; i < 3; ++i) {
    await first.click('button', '绿评：返回首页');
    await first.click('button', '继续');
    await first.does_not_see(TAKEN);
  }
  await edit(first, '22');
  await second.sees('接着上次的做');
  await first.click('button', '绿评：返回首页');
  await second.page.waitForTimeout(500); // time to hear of it
  await second.page.bringToFront();
  await second.click('button', '继续');
  await second.does_not_see(TAKEN);
  assert.equal(await share(second), '22', 'not what was there when this window was opened');
  await second.close();
  await first.close();
});

test('a file that is open in another window is asked about, too', async () => {
  const first = await first_window();
  const { name, text } = await first.download(() => first.press('Control+S'));
  const second = await open_app({ renderer: 'software', storage: first });
  await second.drop_files([{ name, text }]);
  await second.sees(TAKEN);
  await second.click('button', '只读打开');
  await second.sees('这里只能查看');
  await second.close();
  await first.close();
});
