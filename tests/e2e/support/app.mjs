// Drives the built page the way a person does, in a real browser, found by role and name like a screen reader finds it.
//
//   import { open_app } from './support/app.mjs';
//
//   test('a value is judged at once', async () => {
//     const app = await open_app();                         // Chromium, WebGL, 1366 × 768, file://
//     await app.click('link', '示例');                       // role, and the name or a part of it
//     await app.click('tab', '填报');
//     await app.edit('textbox', '农村生活污水治理率', '95.5');  // clicks, replaces the text, presses Enter
//     await app.sees('达标');                                // waits until the text stands anywhere on the screen
//     const file = await app.download(() => app.press('Control+S'));   // { name, text }
//     await app.close();                                    // fails when the page complained or asked for anything
//   });
//
// open_app({ browser: 'chromium' | 'firefox', renderer: 'webgl' | 'software', scale: 1, viewport: { width, height },
//            touch: a screen for fingers (Chromium), url, picker: 'fake', args: [Chromium switches], fonts: 'all' | 'latin' (a computer without Chinese), storage: another app, allow: [RegExp], before: function,
//            expect_start: true })
//   Firefox is software unless told webgl, which needs a screen (has_display()).
//   before: runs in the page before its scripts, to take something away from the browser; a function, or [function, argument].
//   expect_start false: do not wait for the app; with app.shut() instead of app.close() at the end.
//   picker 'fake' plays the system's file dialogs over a disk of its own (support/page_script.mjs): app.saved_files().
//   Otherwise opening goes through a file input and saving downloads.
//   storage: share the browser storage of an app that is still open (a second tab).
//   allow: console messages that are expected.
//
// Looking:  app.widgets() all of them; app.widget(role, name, { exact, nth }) waits for one → { role, name, value, state,
//           box }; app.has(role, name) now; app.sees(text) / app.does_not_see(text) wait; app.screen_text();
//           app.screenshot('name') → picture with at(x, y), kept in tests/e2e/output; app.frames(); app.renderer()
// Doing:    app.click, app.edit, app.type(text), app.press('Control+A'), app.compose(['n', 'ni'], '你') (Chromium),
//           app.paste({ text, html }), app.scroll(widget, pixels), app.show_row(name), app.choose_files(action, files),
//           app.drop_files(files), app.download(action), app.reload(), app.settled() (all that was asked for is drawn),
//           app.field() the text field being edited or null
// Files are { name, text } or paths. Everything that acts waits until the page is idle again.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium_browser, firefox_browser, has_display } from './browsers.mjs';
import * as inside from './page_script.mjs';
import { decode_png } from './png.mjs';

export { has_display };

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const output = path.join(root, 'tests/e2e/output');

/** The built page, as a double click opens it. */
export const PAGE = pathToFileURL(process.env.LUPING_PAGE ?? path.join(root, 'dist/luping.html')).href;

const PATIENCE = 10_000; // ms

export async function open_app({
  browser = 'chromium',
  renderer = browser === 'firefox' ? 'software' : 'webgl',
  scale = 1,
  viewport = { width: 1366, height: 768 },
  touch = false,
  url = PAGE,
  picker = 'none',
  args = [],
  fonts = 'all',
  storage = null,
  allow = [],
  before = null,
  expect_start = true,
} = {}) {
  const make = browser === 'firefox' ? FirefoxApp : ChromiumApp;
  const app = new make(allow);
  const { width, height } = viewport;
  if (renderer === 'webgl') url += '#renderer=webgl'; // here it is itself software, which the app would not choose
  await app.start({ renderer, scale, viewport: { width: whole(width, scale), height: whole(height, scale) }, touch, url, picker, args, fonts, storage, before });
  if (expect_start) await app.ready();
  return app;
}

/**
 * The nearest length of a whole number of device pixels. Real windows have no other; a browser that imitates one would blur
 * its picture.
 */
function whole(length, scale) {
  while ((length * scale) % 1 !== 0) --length;
  return length;
}

class App {
  /** Errors and warnings the page wrote, in order. */
  problems = [];
  /** Addresses asked for, beside the page itself. */
  requests = [];

  constructor(allow) {
    this.allow = allow;
  }

  // ---- Looking

  widgets() {
    return this.page.evaluate(inside.list_widgets);
  }

  async find(role, name, { exact = false, nth = 0 } = {}) {
    const matches = (widget) =>
      widget.role === role && (name instanceof RegExp ? name.test(widget.name) : exact ? widget.name === name : widget.name.includes(name));
    return (await this.widgets()).filter(matches)[nth] ?? null;
  }

  async has(role, name, options) {
    return (await this.find(role, name, options)) !== null;
  }

  async widget(role, name, options) {
    let found = null;
    await this.until(async () => (found = await this.find(role, name, options)), async () => {
      const there = (await this.widgets()).filter((widget) => widget.role === role).map((widget) => widget.name);
      return `no ${role} “${name}”; there are: ${there.join(' | ') || 'none of this role'}`;
    });
    return found;
  }

  /** Names and values of everything on the screen. */
  async screen_text() {
    return (await this.widgets()).map(({ name, value }) => `${name} ${value}`).join('\n');
  }

  sees(text) {
    const there = async () => (text instanceof RegExp ? text.test(await this.screen_text()) : (await this.screen_text()).includes(text));
    return this.until(there, async () => `“${text}” is not on the screen:\n${await this.screen_text()}`);
  }

  does_not_see(text) {
    return this.until(async () => !(await this.screen_text()).includes(text), () => `“${text}” is still on the screen`);
  }

  /** The text field being edited: { label, value, focused, box }, or null. */
  field() {
    return this.page.evaluate(() => {
      const field = document.querySelector('#stage textarea');
      if (!field) return null;
      const { x, y, width, height } = field.getBoundingClientRect();
      return {
        label: field.getAttribute('aria-label'),
        value: field.value,
        focused: document.activeElement === field,
        box: { x, y, width, height },
      };
    });
  }

  frames() {
    return this.page.evaluate(() => window.luping.frames);
  }

  renderer() {
    return this.page.evaluate(() => window.luping.renderer);
  }

  async screenshot(name) {
    mkdirSync(output, { recursive: true });
    return decode_png(Buffer.from(await this.page.screenshot({ path: path.join(output, `${name}.png`) })));
  }

  // ---- Doing

  async click(role, name, options) {
    const { box } = await this.widget(role, name, options);
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await this.settled();
  }

  /** Click a field, replace its text, press Enter (or another key, or none: `end: null`). */
  async edit(role, name, text, { end = 'Enter', ...options } = {}) {
    await this.click(role, name, options);
    await this.until(async () => (await this.field())?.focused, () => `clicking ${role} “${name}” opened no text field`);
    await this.press('Control+A');
    if (text === '') await this.press('Delete');
    else await this.type(text);
    if (end) await this.press(end);
  }

  async type(text) {
    await this.page.keyboard.type(text);
    await this.settled();
  }

  /** A key, or keys held together: 'Enter', 'Control+S', 'Shift+Tab'. */
  async press(keys) {
    const all = keys.split('+');
    const last = all.pop();
    for (const key of all) await this.page.keyboard.down(key);
    await this.page.keyboard.press(all.length > 0 && last.length === 1 ? last.toLowerCase() : last);
    for (const key of all.reverse()) await this.page.keyboard.up(key);
    await this.settled();
  }

  /** Scroll the table until that row is there. */
  async show_row(name, options) {
    for (let i = 0; i < 40 && !(await this.has('row', name, options)); ++i) {
      const rows = (await this.widgets()).filter(({ role }) => role === 'row');
      await this.scroll(rows[1], i === 0 ? -100_000 : 200);
    }
  }

  /** As Ctrl+V with these on the clipboard. */
  async paste({ text = '', html = '' }) {
    await this.page.evaluate(inside.paste, { text, html });
    await this.settled();
  }

  async drop_files(files, { only_over = false } = {}) {
    await this.page.evaluate(inside.drop, { files: files.map(with_bytes), only_over });
    await this.settled();
  }

  async reload() {
    await this.page.reload();
    await this.ready();
  }

  saved_files() {
    return this.page.evaluate(() => window.savedFiles);
  }

  async settled() {
    await this.page.evaluate(inside.wait_until_idle);
  }

  async ready() {
    await this.until(
      () => this.page.evaluate(() => Boolean(window.luping)),
      () => `the page did not start: ${this.problems.join('; ') || 'no message'}`,
    );
    await this.settled();
  }

  /** Close the page. Whatever went wrong unseen fails here. */
  async close() {
    await this.settled();
    await this.shut();
    const problems = this.problems.filter((problem) => !this.allow.some((pattern) => pattern.test(problem)));
    assert.deepEqual(problems, [], 'the page wrote errors or warnings');
    assert.deepEqual(this.requests, [], 'the page asked for something outside itself');
  }

  /** Wait until `condition` holds; else fail with what `describe` says. */
  async until(condition, describe) {
    const end = Date.now() + PATIENCE;
    while (!(await condition())) {
      if (Date.now() > end) assert.fail(await describe());
      await sleep(30);
    }
  }

  listen(page, url) {
    page.on('console', (message) => {
      if (['error', 'warning', 'warn', 'assert'].includes(message.type())) this.problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.problems.push(`uncaught: ${error.stack ?? error}`));
    page.on('request', (request) => {
      const address = request.url();
      if (address !== url.replace(/#.*/, '') && !/^(data|blob):/.test(address)) this.requests.push(address);
    });
  }
}

class ChromiumApp extends App {
  async start({ renderer, scale, viewport, touch, url, picker, args, fonts, storage, before }) {
    // The screen itself is dense, as at a desk: pages that only imitate one are laid out to other pixels.
    const screen = scale === 1 ? [] : [`--force-device-scale-factor=${scale}`];
    const browser = await chromium_browser({ renderer, fonts, args: [...args, ...screen] });
    this.shares = storage !== null;
    this.context =
      storage?.context ??
      (await browser.newContext({
        viewport: scale === 1 ? viewport : null,
        hasTouch: touch,
        offline: url.startsWith('file:'),
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      }));
    this.page = await this.context.newPage();
    this.listen(this.page, url);
    if (scale !== 1) {
      const devtools = await this.context.newCDPSession(this.page);
      await devtools.send('Emulation.setDeviceMetricsOverride', { ...viewport, deviceScaleFactor: 0, mobile: false });
    }
    await this.page.addInitScript(inside.prepare, { picker });
    if (before) await this.page.addInitScript(...[before].flat());
    await this.page.goto(url);
  }

  /** Type with a Chinese input method: the composition grows through `steps`, then `text` is chosen. */
  async compose(steps, text) {
    const devtools = await this.context.newCDPSession(this.page);
    for (const step of steps) {
      await devtools.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
    }
    if (text !== null) await devtools.send('Input.insertText', { text });
    await devtools.detach();
    await this.settled();
  }

  async scroll({ box }, pixels) {
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.wheel(0, pixels);
    await this.settled();
  }

  async choose_files(action, files) {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser', { timeout: PATIENCE }), action()]);
    const chosen = files.map((file) => {
      const { name, bytes } = with_bytes(file);
      return { name, mimeType: 'application/json', buffer: Buffer.from(bytes) };
    });
    await chooser.setFiles(chosen);
    await sleep(50);
    await this.settled();
  }

  async download(action) {
    const [download] = await Promise.all([this.page.waitForEvent('download', { timeout: PATIENCE }), action()]);
    const file = { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
    await this.settled();
    return file;
  }

  async shut() {
    await (this.shares ? this.page.close() : this.context.close());
  }
}

class FirefoxApp extends App {
  async start({ renderer, scale, viewport, url, picker, fonts, storage, before }) {
    this.browser = await firefox_browser({ renderer, scale, fonts });
    this.shares = storage !== null;
    this.context = storage?.context ?? (await this.browser.createBrowserContext());
    this.page = await this.context.newPage();
    this.listen(this.page, url);
    await this.page.setViewport({ ...viewport, deviceScaleFactor: scale });
    // Leaving with unsaved work asks; a person who reloads says yes. Playwright does so by itself.
    this.page.on('dialog', (dialog) => void dialog.accept());
    await this.page.evaluateOnNewDocument(inside.prepare, { picker });
    if (before) await this.page.evaluateOnNewDocument(...[before].flat());
    await this.page.goto(url);
  }

  compose() {
    throw new Error('no input method can be played in Firefox; use Chromium');
  }

  async scroll({ box }, pixels) {
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.wheel({ deltaY: pixels });
    await this.settled();
  }

  async choose_files(action, files) {
    await this.page.evaluate(inside.answer_file_dialog, files.map(with_bytes));
    await action();
    await sleep(50);
    await this.settled();
  }

  async download(action) {
    const { downloads } = this.browser;
    const before = new Set(readdirSync(downloads));
    await action();
    let name;
    const arrived = () => {
      name = readdirSync(downloads).find((file) => !before.has(file) && !file.endsWith('.part'));
      return name !== undefined && !existsSync(path.join(downloads, `${name}.part`));
    };
    await this.until(arrived, () => 'nothing was downloaded');
    await sleep(50);
    return { name, text: readFileSync(path.join(downloads, name), 'utf8') };
  }

  async shut() {
    await (this.shares ? this.page.close() : this.context.close());
  }
}

function with_bytes(file) {
  if (typeof file === 'string') return { name: path.basename(file), bytes: [...readFileSync(file)] };
  return { name: file.name, bytes: [...(file.bytes ?? Buffer.from(file.text, 'utf8'))] };
}
