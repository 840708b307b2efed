// A crash, and coming back: what was entered is there, where it was left.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { open_app } from './support/app.mjs';

const SHARE = '生态文明建设工作占党政实绩考核的比例';
const AIR = '环境空气质量优良天数比例';

async function started(options) {
  const app = await open_app({ renderer: 'software', ...options });
  await app.click('radio', '覃塘区');
  await app.click('button', '开始自评');
  return app;
}

/** The page's process dies; nothing of the page runs any more. */
async function crash(app) {
  const devtools = await app.context.newCDPSession(app.page);
  const died = new Promise((resolve) => app.page.once('crash', resolve));
  devtools.send('Page.crash').catch(() => undefined);
  await died;
}

const value_of = async (app, name) => (await app.widget('row', name)).value.split(' ')[0];

test('a crash loses at most the field being typed', async () => {
  const app = await started();
  await app.edit('textbox', SHARE, '21.5');
  await app.edit('textbox', AIR, '94.2');
  await sleep(1000); // what is entered is kept within a second
  await app.click('textbox', SHARE);
  await app.press('Control+A');
  await app.page.keyboard.type('99'); // and the process dies under the fingers
  await crash(app);

  const again = await open_app({ renderer: 'software', storage: app });
  await again.sees('接着上次的做');
  await again.sees('尚未存成文件');
  await again.click('button', '继续');
  await again.click('link', '填报', { exact: true });
  assert.equal(await value_of(again, AIR), '94.2');
  assert.ok(['21.5', '9', '99'].includes(await value_of(again, SHARE)), await value_of(again, SHARE));
  await again.close();
  await app.shut();
});

test('every one of many fields entered in a row is there after a crash', async () => {
  const app = await started();
  const entered = new Map();
  for (const value of ['10', '11', '12', '13', '14']) {
    const cells = (await app.widgets()).filter(({ role, name }) => role === 'textbox' && name.includes(' 现状值（'));
    const cell = cells.find(({ name }) => !entered.has(name.split(' 现状值')[0]));
    if (!cell) break;
    await app.edit('textbox', cell.name, value, { exact: true });
    entered.set(cell.name.split(' 现状值')[0], value);
  }
  assert.ok(entered.size >= 3);
  await sleep(1000);
  await crash(app);
  const again = await open_app({ renderer: 'software', storage: app });
  await again.sees(`已填报 ${entered.size} / `);
  await again.click('button', '继续');
  await again.click('link', '填报', { exact: true });
  for (const [name, value] of entered) assert.equal(await value_of(again, name), value, name);
  await again.close();
  await app.shut();
});

for (const browser of ['chromium', 'firefox']) {
  test(`${browser}: going on where one was`, async () => {
    const app = await started({ browser });
    await app.edit('textbox', SHARE, '21.5');
    const { box } = await app.widget('row', '河长制', { exact: true });
    await app.page.mouse.click(box.x + 90, box.y + box.height / 2); // its name; in the middle stands its field
    await app.settled();
    await app.sees('全面实施河长制');
    await app.click('button', '绿评：返回首页');
    await app.sees(/已填报 1 \/ \d+ 项/);
    await app.screenshot(`start-drafts-${browser}`);
    await sleep(500);
    await app.reload();
    await app.click('button', '继续');
    await app.sees('全面实施河长制');
    assert.equal((await app.widget('row', '河长制', { exact: true })).state.selected, true);
    await app.click('button', '绿评：返回首页');
    await app.click('button', '删除这份草稿');
    await app.sees('删除后不能恢复');
    await app.click('button', '取消');
    assert.ok(await app.has('button', '继续'));
    await app.click('button', '删除这份草稿');
    await app.click('button', '删除', { exact: true });
    assert.equal(await app.has('button', '继续'), false);
    await app.close();
  });
}
