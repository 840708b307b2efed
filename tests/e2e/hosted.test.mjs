// On a server that browsers trust, the same page installs and opens without the server; elsewhere it asks for nothing.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { open_app } from './support/app.mjs';
import { begin, fill_in } from './support/journey.mjs';
import { serve_page } from './support/server.mjs';

/** What the browser itself says of files that are not there. */
const NOISE = [/bad HTTP response code/, /ERR_(FAILED|CONNECTION_REFUSED|INTERNET_DISCONNECTED)/, /service.?worker/i, /Failed to load resource/];

async function open_hosted(server, options) {
  const app = await open_app({ renderer: 'software', url: `http://localhost:${server.port}/luping.html`, allow: NOISE, ...options });
  app.requests = [];
  return app;
}

const kept = (app) => app.page.evaluate(() => caches.keys());
const active = (app) => app.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

async function shut(app) {
  app.requests = []; // the files beside the page, and no others: the server's own list says so
  await app.close();
}

describe('on a trusted server', () => {
  test('it can be installed', async () => {
    const server = await serve_page();
    try {
      const app = await open_hosted(server);
      await active(app);
      await app.until(() => app.page.evaluate(() => document.querySelector('link[rel=manifest]') !== null), () => 'no manifest');
      const devtools = await app.context.newCDPSession(app.page);
      const { url, errors, data } = await devtools.send('Page.getAppManifest');
      assert.match(url, /\/manifest\.webmanifest$/);
      assert.deepEqual(errors, []);
      assert.equal(JSON.parse(data).name, '绿评');
      const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
      // A private window installs nothing, and tests run in one.
      assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'), []);
      for (const { src, sizes } of JSON.parse(data).icons) {
        const size = await app.page.evaluate(
          (source) => new Promise((resolve) => {
            const image = new Image();
            image.onload = () => resolve(`${image.naturalWidth}x${image.naturalHeight}`);
            image.src = source;
          }),
          src,
        );
        assert.equal(size, sizes);
      }
      const names = new Set(server.asked.map((line) => line.replace(/^GET \//, '')));
      for (const name of names) assert.ok(server.files.has(name), `asked for ${name}`);
      await shut(app);
    } finally {
      await server.stop();
    }
  });

  test('it opens and works when the server is gone, the draft included', async () => {
    const server = await serve_page();
    const app = await open_hosted(server);
    await active(app);
    await begin(app);
    const name = await fill_in(app, '61.5');
    await app.settled();
    await server.stop();
    await app.reload();
    await app.click('button', '继续');
    await app.click('link', '填报', { exact: true });
    assert.equal((await app.widget('textbox', name, { exact: true })).value, '61.5');
    const file = await app.download(() => app.press('Control+S'));
    assert.match(file.text, /"61\.5"/);
    await shut(app);
  });

  test('a newer version is taken whole, in the background, and the older one goes', async () => {
    const server = await serve_page();
    try {
      const app = await open_hosted(server);
      await active(app);
      const [before] = await kept(app);
      const page = server.files.get('luping.html');
      const worker = server.files.get('sw.js').toString();
      const hash = before.split(' ').at(-1);
      assert.ok(worker.includes(hash));

      // Half an update: the new worker is there, the new page not yet.
      const { createHash } = await import('node:crypto');
      const newer = Buffer.from(page.toString().replace('<title>绿评</title>', '<title>绿评 2</title>'));
      const newer_hash = createHash('sha256').update(newer).digest('hex');
      server.files.set('sw.js', Buffer.from(worker.replaceAll(hash, newer_hash)));
      await app.page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it.update()).catch(() => undefined));
      await app.until(() => server.asked.filter((line) => line === 'GET /sw.js').length >= 2, () => 'the worker was not looked at');
      await app.reload();
      assert.equal(await app.page.evaluate(() => document.head.querySelector('title').textContent), '绿评');
      assert.deepEqual(await kept(app), [before], 'what works stays');

      server.files.set('luping.html', newer);
      await app.page.evaluate(() => navigator.serviceWorker.getRegistration().then((it) => it.update()));
      await app.until(async () => (await kept(app)).join() === before.replace(hash, newer_hash), async () => `kept: ${await kept(app)}`);
      await app.reload();
      assert.equal(await app.page.evaluate(() => document.head.querySelector('title').textContent), '绿评 2');
      await shut(app);
    } finally {
      await server.stop();
    }
  });

  test('without the files beside it, it is just a page', async () => {
    const server = await serve_page({ extras: false });
    try {
      const app = await open_hosted(server);
      await begin(app);
      assert.equal(await app.page.evaluate(() => document.querySelector('link[rel=manifest]')), null);
      await shut(app);
    } finally {
      await server.stop();
    }
  });
});

test('over plain http nothing but the page is asked for, though the files are there', async () => {
  const server = await serve_page();
  try {
    const app = await open_app({
      renderer: 'software',
      url: `http://intranet.test:${server.port}/luping.html`,
      args: ['--host-resolver-rules=MAP intranet.test 127.0.0.1'],
    });
    await begin(app);
    await app.close();
    assert.deepEqual(server.asked, ['GET /luping.html']);
  } finally {
    await server.stop();
  }
});
