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
