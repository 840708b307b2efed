// What a clerk does, from the double click to the file that is mailed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_app } from './support/app.mjs';
import { verdicts_of_file, verdicts_on_screen } from './support/verdicts.mjs';

const SHARE = '生态文明建设工作占党政实绩考核的比例';

async function start_assessment(app, county = '覃塘区') {
  await app.click('radio', county);
  await app.click('button', '开始自评');
}

/** The verdict in an indicator's row. */
async function row_verdict(app, name) {
  return (await app.widget('row', name, { exact: true })).value.split('，').at(-1);
}

/** Scroll the detail pane until a widget stands in it. */
async function reveal(app, role, name) {
  for (let i = 0; i < 10 && !(await app.has(role, name)); ++i) await app.scroll(await app.widget('complementary', ''), 250);
}

for (const browser of ['chromium', 'firefox']) {
  test(`fill in, lose the tab, continue, save, reopen (${browser})`, async () => {
    const app = await open_app({ browser });
    await start_assessment(app);

    // A value that fails, then one that passes exactly at the threshold, judged while typing.
    await app.edit('textbox', SHARE, '19.99', { end: null });
    assert.equal(await row_verdict(app, SHARE), '未达标');
    await app.sees(/差 0\.01 个百分点/);
    await app.press('Enter');
    await app.edit('textbox', SHARE, '２０．０％');
    assert.equal(await row_verdict(app, SHARE), '达标');
    assert.match((await app.widget('row', SHARE)).value, /^20\.0 %/); // plain digits, as many as were typed
    await app.edit('textbox', '生态环境信息公开率', '99.5');
    assert.equal(await row_verdict(app, '生态环境信息公开率'), '未达标');

    // A note, with an input method where the browser lets a test play one.
    await app.click('row', SHARE);
    await reveal(app, 'textbox', '说明');
    await app.click('textbox', '说明');
    if (browser === 'chromium') {
      await app.compose(['y', 'yi', 'yi fa', 'yi fa wen'], '已发文');
      assert.equal((await app.field()).value, '已发文');
      await app.compose(['x', 'xia', 'xia da'], '下达');
    } else {
      await app.type('已发文下达');
    }
    await app.press('Escape'); // takes the gesture back …
    await app.click('textbox', '说明');
    await app.type('已发文𠮷');
    await app.press('Tab'); // … Tab keeps it

    // The tab goes away; the draft is there.
    await app.reload();
    await app.sees('继续');
    await app.click('button', '继续');
    await app.click('link', '填报');
    assert.equal(await row_verdict(app, SHARE), '达标');
    assert.equal(await row_verdict(app, '生态环境信息公开率'), '未达标');
    await app.click('row', SHARE);
    await reveal(app, 'textbox', '说明');
    assert.equal((await app.widget('textbox', '说明')).value, '已发文𠮷');
    await app.sees('未保存');

    // Saved as a file with a Chinese name; the command line reads it and finds the same verdicts.
    const saved = await app.download(() => app.press('Control+S'));
    assert.match(saved.name, /^覃塘区-2023-自评-\d{8}-\d{4}\.json$/);
    await app.sees('已保存');
    const data = JSON.parse(saved.text);
    assert.equal(data.answers['1.1.d'].value, '20.0');
    assert.equal(data.answers['1.1.d'].note, '已发文𠮷');
    const on_screen = await verdicts_on_screen(app);
    const by_program = verdicts_of_file(saved.text);
    assert.equal(Object.keys(on_screen).length, 74);
    assert.deepEqual(on_screen, by_program.verdicts);
    assert.equal(by_program.status, 1);

    // Reopened elsewhere: equal, byte for byte.
    const other = await open_app({ browser });
    await other.choose_files(() => other.click('button', '选择文件'), [saved]);
    await other.sees('覃塘区 · 2023 年自评');
    assert.deepEqual(await verdicts_on_screen(other), on_screen);
    const again = await other.download(() => other.press('Control+S'));
    assert.equal(again.text, saved.text);
    await other.close();
    await app.close();
  });
}

test('the samples: the screen and the command line agree on every indicator', async () => {
  for (const [sample, conclusion, status] of [['覃塘区', 'fail', 1], ['桂平市', 'pass', 0]]) {
    const app = await open_app();
    await app.click('link', new RegExp(`^示例.*${sample}`));
    const saved = await app.download(() => app.press('Control+S'));
    const by_program = verdicts_of_file(saved.text);
    assert.deepEqual(await verdicts_on_screen(app), by_program.verdicts);
    assert.equal(by_program.conclusion, conclusion);
    assert.equal(by_program.status, status);
    await app.close();
  }
});

test('counts instead of a figure, and what is missing to pass', async () => {
  const app = await open_app();
  await start_assessment(app);
  await app.edit('searchbox', '搜索', '农村生活污水治理率');
  await app.click('row', '农村生活污水治理率');
  await app.click('combobox', '填法');
  await app.click('option', '填写数量');
  await app.edit('textbox', '完成生活污水治理的行政村', '49', { end: 'Tab' });
  await app.sees('还缺“行政村总数”');
  await app.edit('textbox', '行政村总数', '100');
  await app.sees('差 1 个百分点');
  await app.sees('还需增加 1 个');
  await app.edit('textbox', '完成生活污水治理的行政村', '50');
  assert.equal(await row_verdict(app, '农村生活污水治理率'), '达标');
  await app.close();
});

test('undo and redo take whole gestures', async () => {
  const app = await open_app();
  await start_assessment(app);
  await app.edit('textbox', SHARE, '25');
  await app.edit('textbox', '生态环境信息公开率', '100');
  await app.click('button', '撤销');
  assert.equal(await row_verdict(app, '生态环境信息公开率'), '未填报');
  assert.equal(await row_verdict(app, SHARE), '达标');
  await app.click('button', '撤销');
  assert.equal(await row_verdict(app, SHARE), '未填报');
  await app.click('button', '重做');
  assert.equal(await row_verdict(app, SHARE), '达标');
  await app.close();
});

test('a task is reported once and answers its indicator, too', async () => {
  const app = await open_app();
  await start_assessment(app);
  await app.click('link', '任务');
  await app.click('combobox', '严格执行考核评价和责任追究制度');
  await app.click('option', '完成');
  await app.edit('textbox', '说明', '已印发办法', { end: 'Tab' });
  await app.click('link', '填报');
  assert.equal(await row_verdict(app, '考核评价和责任追究制度'), '达标');
  const saved = await app.download(() => app.press('Control+S'));
  assert.deepEqual(JSON.parse(saved.text).measures['1.1-m1'], { state: 'done', note: '已印发办法' });
  await app.close();
});
