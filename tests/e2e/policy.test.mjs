// The page keeps to itself: nothing is asked of any network while everything is used, and whatever tries to is refused by
// the browser, not by good manners.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { PAGE, open_app } from './support/app.mjs';
import { begin, fill_in, page_names } from './support/journey.mjs';
import { serve_page } from './support/server.mjs';

/** Every page of the app, typing, saving, opening, undoing, in one go. */
async function use_everything(app) {
  await begin(app);
  for (const name of await page_names(app)) await app.click('link', name, { exact: true });
  await app.click('link', '填报', { exact: true });
  await fill_in(app, '61.5');
  await app.press('Control+Z');
  await app.press('Control+Y');
  const file = await app.download(() => app.press('Control+S'));
  await app.choose_files(() => app.press('Control+O'), [file]);
  await app.drop_files([file]);
  await app.click('button', '帮助');
  await sleep(400); // the draft is written
}

/** Runs in the page: every way to reach the network that a script has, or to run text as code. Answers what happened. */
async function try_everything(address) {
  const violations = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective));
  const done = {};
  const element = (name, properties) =>
    new Promise((resolve) => {
      const made = Object.assign(document.createElement(name), properties);
      made.onload = () => resolve('loaded');
      made.onerror = () => resolve('refused');
      setTimeout(() => resolve('silent'), 700);
      document.body.append(made);
    });
  const attempt = async (name, action) => {
    done[name] = await Promise.race([
      Promise.resolve().then(action).then((answer) => answer ?? 'done', () => 'refused'),
      new Promise((resolve) => setTimeout(() => resolve('silent'), 1500)),
    ]);
  };
  const worker = (url) => new Promise((resolve, reject) => {
    const made = new Worker(url);
    made.onerror = reject;
    made.onmessage = () => resolve('ran');
  });
  await Promise.all([
    attempt('fetch', () => fetch(address)),
    attempt('request', () => new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.onload = resolve;
      request.onerror = reject;
      request.open('GET', `${address}?request`);
      request.send();
    })),
    attempt('socket', () => new Promise((resolve, reject) => {
      const socket = new WebSocket(address.replace('http', 'ws'));
      socket.onopen = resolve;
      socket.onerror = reject;
    })),
    attempt('events', () => new Promise((resolve, reject) => {
      const source = new EventSource(`${address}?events`);
      source.onopen = resolve;
      source.onerror = reject;
    })),
    attempt('beacon', () => {
      navigator.sendBeacon(`${address}?beacon`, 'x'); // answers true whatever becomes of it
      return 'silent';
    }),
    attempt('image', () => element('img', { src: `${address}?image` })),
    attempt('script', () => element('script', { src: `${address}?script` })),
    attempt('style', () => element('link', { rel: 'stylesheet', href: `${address}?style` })),
    attempt('prefetch', () => element('link', { rel: 'prefetch', href: `${address}?prefetch` })),
    attempt('preload', () => element('link', { rel: 'preload', as: 'image', href: `${address}?preload` })),
    attempt('video', () => element('video', { src: `${address}?video` })),
    attempt('object', () => element('object', { data: `${address}?object` }).then((answer) => (answer === 'loaded' ? 'loaded' : 'refused'))),
    attempt('import', () => import(`${address}?import`)),
    attempt('font', () => new FontFace('x', `url(${address}?font)`).load()),
    attempt('worker', () => worker(`${address}?worker`)),
    attempt('worker of text', () => worker(URL.createObjectURL(new Blob(['postMessage(1)'])))),
    attempt('inline script', () => {
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ranInline = true' }));
      return window.ranInline ? 'ran' : 'refused';
    }),
    attempt('inline style', () => {
      const style = Object.assign(document.createElement('style'), { textContent: `#stage { background: url(${address}?background) }` });
      document.head.append(style);
      const refused = !getComputedStyle(document.getElementById('stage')).backgroundImage.includes('url');
      style.remove();
      return refused ? 'refused' : 'applied';
    }),
    attempt('frame', () => element('iframe', { src: `${address}?frame` }).then(() => 'silent')), // an empty frame loads
    attempt('form', () => {
      const form = Object.assign(document.createElement('form'), { action: `${address}?form`, target: 'elsewhere' });
      document.body.append(form);
      form.submit();
      return 'silent';
    }),
    // Not in this task: what a debugger runs itself is exempt.
    attempt('eval', () => new Promise((resolve, reject) => setTimeout(() => {
      try {
        resolve(`ran ${(0, eval)('1 + 1')}`);
      } catch (error) {
        reject(error);
      }
    }))),
    attempt('function of text', () => new Promise((resolve, reject) => setTimeout(() => {
      try {
        resolve(`ran ${new Function('return 2')()}`);
      } catch (error) {
        reject(error);
      }
    }))),
  ]);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { done, violations };
}

describe('while everything is used', () => {
  for (const browser of ['chromium', 'firefox']) {
    test(`${browser}: a page opened from a file asks for nothing`, async () => {
      const app = await open_app({ browser, renderer: 'software' });
      await use_everything(app);
      await app.close(); // fails on any request
    });
  }

  test('a page from a server asks that server for itself alone, and no other', async () => {
    const server = await serve_page({ extras: false });
    try {
      const app = await open_app({
        renderer: 'software',
        url: `http://intranet.test:${server.port}/luping.html`,
        args: ['--host-resolver-rules=MAP intranet.test 127.0.0.1'],
      });
      await use_everything(app);
      await app.close(); // fails on any other request
      assert.deepEqual(server.asked, ['GET /luping.html']);
    } finally {
      await server.stop();
    }
  });
});

describe('whatever tries', () => {
  for (const browser of ['chromium', 'firefox']) {
    test(`${browser}: is refused by the policy`, async () => {
      const server = await serve_page({ extras: false });
      try {
        const app = await open_app({ browser, renderer: 'software', url: `http://localhost:${server.port}/luping.html`, allow: [/./] });
        app.requests = [];
        server.asked.length = 0;
        const { done, violations } = await app.page.evaluate(try_everything, `http://127.0.0.1:${server.port}/other`);
        const through = Object.entries(done).filter(([, answer]) => !['refused', 'silent'].includes(answer));
        assert.deepEqual(through, []);
        assert.deepEqual(server.asked.filter((line) => line.includes('/other')), [], 'nothing arrived');
        for (const directive of ['connect-src', 'img-src', 'script-src-elem', 'style-src-elem', 'frame-src', 'media-src', 'font-src', 'worker-src', 'form-action']) {
          assert.ok(violations.includes(directive), `${directive} is among the refusals: ${[...new Set(violations)]}`);
        }
        assert.equal(done.eval, 'refused');
        assert.equal(done['function of text'], 'refused');
        await app.click('link', '示例'); // and the app goes on
        await app.click('link', '填报', { exact: true });
        await app.shut();
      } finally {
        await server.stop();
      }
    });
  }

  test('a page opened from a file: refused all the same', async () => {
    const server = await serve_page({ extras: false });
    try {
      const app = await open_app({ renderer: 'software', url: PAGE, allow: [/./] });
      const { done } = await app.page.evaluate(try_everything, `http://127.0.0.1:${server.port}/other`);
      assert.deepEqual(Object.entries(done).filter(([, answer]) => !['refused', 'silent'].includes(answer)), []);
      assert.deepEqual(server.asked, []);
      await app.shut();
    } finally {
      await server.stop();
    }
  });

  test('a browser that knows no other way to allow WebAssembly keeps the looser policy, and the app runs', async () => {
    const app = await open_app({ renderer: 'software', before: () => delete Array.prototype.findLast });
    const policies = await app.page.$$eval('meta[http-equiv=Content-Security-Policy]', (all) => all.map(({ content }) => content));
    for (const policy of policies) assert.match(policy, /'unsafe-eval'/);
    await app.click('link', '示例');
    assert.ok(await app.has('link', '填报'));
    await app.close();
  });
});
