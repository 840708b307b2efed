// On an office's own https server, with a certificate the office made itself and its browsers were told to trust.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open_app } from './support/app.mjs';
import { begin, fill_in } from './support/journey.mjs';
import { serve_page } from './support/server.mjs';

/** Of the files beside the page, once the server is gone. */
const NOISE = [/Failed to load resource/, /ERR_(FAILED|CONNECTION_REFUSED)/, /An SSL certificate error occurred/];

test('over https it opens, saves, recovers, reopens, and goes on without the server', async () => {
  const server = await serve_page({ secure: true });
  const app = await open_app({
    renderer: 'software',
    url: `https://intranet.test:${server.port}/luping.html`,
    args: ['--host-resolver-rules=MAP intranet.test 127.0.0.1', '--ignore-certificate-errors'],
    picker: 'fake',
    allow: NOISE,
  });
  try {
    assert.equal(await app.page.evaluate(() => isSecureContext), true);
    await app.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await begin(app);
    const name = await fill_in(app, '61.5');
    await app.press('Control+S');
    await app.until(async () => (await app.saved_files()).length === 1, () => 'nothing was saved');
    await app.settled();
    const [file] = await app.saved_files();
    assert.match(file.text, /"61\.5"/);
    await app.does_not_see('未保存');

    await fill_in(app, '62.5');
    await app.sees('未保存');
    await app.reload();
    await app.click('button', '继续');
    await app.click('link', /^填报/);
    assert.equal((await app.widget('textbox', name, { exact: true })).value, '62.5', 'the draft was kept');

    await app.page.evaluate(({ name, text }) => {
      window.putOnDisk(name, text);
      window.toOpen = [name];
    }, file);
    await app.press('Control+O');
    await app.sees('打开另一份自评？');
    await app.click('button', '打开', { exact: true });
    await app.click('link', /^填报/);
    assert.equal((await app.widget('textbox', name, { exact: true })).value, '61.5', 'the file as it was saved');

    assert.deepEqual([...new Set(server.asked)].sort(), ['GET /luping.html', 'GET /manifest.webmanifest', 'GET /sw.js']);
  } finally {
    await server.stop();
  }
  await app.reload();
  assert.ok(await app.has('button', '继续'), 'opened without the server');
  app.requests = []; // the page and the files beside it: the server's own list says so
  await app.close();
});
