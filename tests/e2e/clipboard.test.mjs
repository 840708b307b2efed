// Tables out to a spreadsheet and cells in from one, by the browser's own clipboard events.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { open_app } from './support/app.mjs';
import { serve_page } from './support/server.mjs';

async function open_sample(options) {
  const app = await open_app({ renderer: 'software', ...options });
  await app.click('link', '示例');
  await app.click('link', '填报');
  return app;
}

/** Notes what the page puts on the clipboard, as a spreadsheet would be handed it. */
function watch_copies() {
  window.copies = [];
  window.addEventListener('copy', (event) => {
    // After the page's own listener.
    const { clipboardData: data, defaultPrevented } = event;
    window.copies.push({ taken: defaultPrevented, tsv: data.getData('text/plain'), html: data.getData('text/html') });
  });
}
const copies = (app) => app.page.evaluate(() => window.copies);
const plain = (html) => html.replace(/&(lt|gt|quot|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name]);
const cells = (tsv) => tsv.replace(/\n$/, '').split('\n').map((line) => line.split('\t'));

describe('copying', () => {
  for (const browser of ['chromium', 'firefox']) {
    test(`${browser}: the button copies the whole table, as text and as HTML`, async () => {
      const app = await open_sample({ browser, before: watch_copies });
      await app.click('button', '复制表格');
      await app.sees('已复制 74 行');
      const [{ taken, tsv, html }] = await copies(app);
      assert.equal(taken, true);
      assert.equal(cells(tsv).length, 75);
      assert.deepEqual(cells(tsv)[0].slice(0, 2), ['序号', '指标']);
      const table = html.split('<tr>').slice(1).map((row) => [...row.matchAll(/<t[dh][^>]*>([^<]*)</g)].map(([, text]) => plain(text)));
      assert.deepEqual(table, cells(tsv));
      assert.equal(await app.page.evaluate(() => document.activeElement.id), 'stage', 'the keyboard is back');
      await app.close();
    });

    test(`${browser}: Ctrl+C copies the selected row, and inside a field what is selected there`, async () => {
      const app = await open_sample({ browser, before: watch_copies });
      const row = (await app.widgets()).find((widget) => widget.role === 'row' && widget.value.includes('，目标'));
      await app.page.mouse.click(row.box.x + 80, row.box.y + row.box.height / 2);
      await app.settled();
      await app.press('Control+C');
      await app.sees('已复制 1 行');
      const [{ taken, tsv }] = await copies(app);
      assert.equal(taken, true);
      assert.equal(cells(tsv).length, 1);
      assert.equal(cells(tsv)[0][1], row.name);

      await app.click('searchbox', '搜索');
      await app.type('污水');
      await app.press('Control+A');
      await app.press('Control+C');
      assert.equal((await copies(app)).at(-1).taken, false, 'the browser copies the field’s own text');
      await app.close();
    });
  }

  test('the tasks, filtered', async () => {
    const app = await open_sample({ before: watch_copies });
    await app.click('link', '任务');
    await app.click('button', '复制表格');
    const all = cells((await copies(app))[0].tsv).length;
    await app.click('button', '未开始');
    await app.click('button', '复制表格');
    const some = cells((await copies(app))[1].tsv);
    assert.ok(some.length > 1 && some.length < all);
    assert.ok(some.slice(1).every((row) => row[1] === '未开始'));
    await app.close();
  });

  test('on a page without a table nothing is taken', async () => {
    const app = await open_sample({ before: watch_copies });
    await app.click('link', '总览');
    await app.press('Control+C');
    assert.deepEqual((await copies(app)).filter(({ taken }) => taken), []);
    await app.close();
  });

  test('over plain http, where there is no asynchronous clipboard', async () => {
    const server = await serve_page();
    // A name the browser does not trust, as an office's server in its network.
    const url = `http://intranet.test:${server.port}/luping.html`;
    const app = await open_sample({ url, before: watch_copies, args: ['--host-resolver-rules=MAP intranet.test 127.0.0.1'] });
    assert.equal(await app.page.evaluate(() => window.isSecureContext || 'clipboard' in navigator), false);
    await app.click('button', '复制表格');
    await app.sees('已复制 74 行');
    assert.equal(cells((await copies(app))[0].tsv).length, 75);
    await app.close();
    await server.stop();
  });

  test('a browser that forbids it is told of in words', async () => {
    const app = await open_sample({ before: () => (Document.prototype.execCommand = () => false) });
    await app.click('button', '复制表格');
    await app.sees('没有复制成功');
    await app.sees('Ctrl+C');
    await app.close();
  });
});

/** A new assessment, one of its rows selected. */
async function open_empty(options, row = '城镇污水处理率') {
  const app = await open_app({ renderer: 'software', ...options });
  await app.click('radio', '港南区');
  await app.click('button', '开始自评');
  await app.click('link', '填报');
  await app.show_row(row);
  const { box } = await app.widget('row', row);
  await app.page.mouse.click(box.x + 80, box.y + box.height / 2);
  await app.settled();
  return app;
}

async function value_of(app, name) {
  await app.show_row(name);
  return (await app.widget('textbox', `${name} 现状值`)).value;
}

describe('pasting', () => {
  for (const browser of ['chromium', 'firefox']) {
    test(`${browser}: a column from the selected row down, one step of undo`, async () => {
      const app = await open_empty({ browser });
      await app.paste({ text: '95.0%\r\n48.5\r\n' });
      await app.sees('粘贴 2 项现状值？');
      assert.equal((await app.widget('row', '城镇污水处理率')).value, '空白 改为 95.0 %，达标');
      await app.click('button', '取消', { exact: true });
      assert.equal(await value_of(app, '城镇污水处理率'), '');
      await app.paste({ text: '95.0%\r\n48.5\r\n' });
      await app.click('button', '粘贴', { exact: true });
      await app.sees('已粘贴 2 项');
      assert.equal(await value_of(app, '城镇污水处理率'), '95.0');
      assert.equal(await value_of(app, '农村生活污水治理率'), '48.5');
      await app.press('Control+Z');
      assert.equal(await value_of(app, '城镇污水处理率'), '');
      assert.equal(await value_of(app, '农村生活污水治理率'), '');
      await app.close();
    });
  }

  test('a table of HTML, its line breaks, joined cells and styles', async () => {
    const app = await open_empty();
    const html = `<html><head><style>td {color: red}</style></head><body><!--StartFragment-->
      <table style="border: 1px"><tr><td>序号</td><td colspan="2">指标</td><td style='mso-number-format:"0"'>现状值</td></tr>
      <tr><td>7.3.a</td><td colspan=2>农村生活
        污水治理率</td><td><p>48.5</p></td></tr>
      <tr><td rowspan="2">7.2.b</td><td>城镇污水处理率</td><td></td><td>９５<br></td></tr><tr><td>甲</td><td>乙</td><td></td></tr>
      <tr><td>1.1.a</td><td colspan=2>考核评价和责任追究制度</td><td>快好了</td></tr></table><!--EndFragment--></body></html>`;
    await app.paste({ html, text: '7.3.a\t农村生活\n污水治理率\t48.5' });
    await app.sees('粘贴 2 项现状值？');
    await app.sees('空白 改为 95 %');
    await app.sees('选项里没有这一项，可填“未开始”、“进行中”、“完成”');
    await app.screenshot('paste-dialog');
    await app.press('Escape');
    await app.does_not_see('粘贴 2 项');
    await app.close();
  });

  test('inside a value field: a block is for the table, a figure for the field', async () => {
    const app = await open_empty();
    await app.edit('textbox', '城镇污水处理率 现状值', '1', { end: null });
    await app.press('Control+A');
    await app.paste({ text: '95.5\n' });
    assert.match((await app.field()).value, /^95\.5 ?$/);
    await app.paste({ text: '95\n48' });
    await app.sees('粘贴 2 项现状值？');
    assert.equal(await app.field(), null);
    await app.press('Enter');
    assert.equal(await value_of(app, '农村生活污水治理率'), '48');
    await app.press('Control+Z');
    assert.equal(await value_of(app, '城镇污水处理率'), '95.5', 'what was typed before stays');
    // Elsewhere lines are only text.
    await app.click('searchbox', '搜索');
    await app.paste({ text: '农村\n污水' });
    assert.equal((await app.field()).value, '农村 污水');
    await app.close();
  });

  test('what cannot be read changes nothing and says why', async () => {
    const app = await open_empty();
    await app.paste({ text: '各单位：\n请于月底前填报\n' });
    await app.sees('粘贴的内容放不进表格，表格没有改变');
    await app.sees('不是数字');
    await app.paste({ text: '  \n' });
    await app.sees('剪贴板里没有可以粘贴的内容');
    await app.click('link', '任务');
    await app.paste({ text: '95\n96' });
    await app.sees('表格内容请在“填报”里粘贴');
    await app.close();
  });

  test('the system’s own clipboard, there and back', async () => {
    const app = await open_sample();
    await app.show_row('城镇污水处理率');
    const { box } = await app.widget('row', '城镇污水处理率');
    await app.page.mouse.click(box.x + 80, box.y + box.height / 2);
    await app.settled();
    await app.press('Control+C');
    await app.sees('已复制 1 行');
    await app.press('Control+V');
    await app.sees('粘贴的内容与表中相同，没有要改的');
    await app.close();
  });
});
