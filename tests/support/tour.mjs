// Goes through the built page like a visitor with a camera: what screenshots.mjs and guide_images.mjs have in common.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const page_address = pathToFileURL(process.env.LUPING_PAGE ?? path.join(root, 'dist/luping.html')).href;

/** How long to look for a widget before giving it up, ms. */
const PATIENCE = 3000;

/**
 * width × height is the picture's size in device pixels; settings: the text kept by the app (src/app/settings.h).
 * → press, press_if, row, key, type, edit, paste, scroll_pane, scroll_table, find, picture(file, clip), close
 */
export async function open_tour({ scale = 1, width = 1366, height = 768, renderer = 'webgl', settings = '' } = {}) {
  const browser = await chromium.launch({
    executablePath: process.env.LUPING_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      ...(renderer === 'webgl' ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'] : ['--disable-3d-apis']),
      ...(scale === 1 ? [] : [`--force-device-scale-factor=${scale}`]),
    ],
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  const viewport = { width: Math.floor(width / scale), height: Math.floor(height / scale) };
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale, offline: true, locale: 'zh-CN' });
  await context.addInitScript((text) => localStorage.setItem('luping.settings', text), settings);
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(renderer === 'webgl' ? `${page_address}#renderer=webgl` : page_address);
  await page.waitForFunction(() => window.luping);
  const settle = () => page.waitForTimeout(450);
  await settle();

  /** The box of a mirrored widget; name: a text it contains or a pattern. */
  async function find(role, name, patience = PATIENCE) {
    const one = page.locator('#mirror').getByRole(role, { name }).first();
    try {
      await one.waitFor({ state: 'attached', timeout: patience });
    } catch {
      throw new Error(`no ${role} ${name}`);
    }
    return one.boundingBox();
  }
  async function press(role, name, patience) {
    const box = await find(role, name, patience);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.move(3, viewport.height - 3);
    await settle();
  }
  return {
    viewport,
    find,
    press,
    press_if: (role, name) => press(role, name, 300).catch(() => undefined),
    async key(name) {
      await page.keyboard.press(name);
      await settle();
    },
    async type(text) {
      await page.keyboard.type(text);
      await settle();
    },
    async edit(role, name, text) {
      await press(role, name);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await settle();
    },
    /** Selects a row of the table, wherever it is. */
    async row(name) {
      const there = () => find('row', name, 200).catch(() => null);
      await this.scroll_table(-20000);
      for (let i = 0; i < 40 && !(await there()); ++i) await this.scroll_table(250);
      const box = await find('row', name);
      if (box.y + box.height > viewport.height) await this.scroll_table(2 * box.height);
      const { x, y, height } = await find('row', name);
      await page.mouse.click(x + 90, y + height / 2); // its name, where no field is
      await page.mouse.move(3, viewport.height - 3);
      await settle();
    },
    /** What comes from another program’s clipboard. */
    async paste(text) {
      await page.evaluate((it) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', it);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, text);
      await settle();
    },
    /** The wheel over the detail pane at the right. */
    async scroll_pane(pixels) {
      await page.mouse.move(viewport.width - 100, viewport.height - 200);
      await page.mouse.wheel(0, pixels);
      await settle();
    },
    /** The wheel over the table in the middle. */
    async scroll_table(pixels) {
      await page.mouse.move(viewport.width * 0.4, viewport.height * 0.6);
      await page.mouse.wheel(0, pixels);
      await settle();
    },
    picture: (file, clip) => page.screenshot({ path: file, ...(clip ? { clip } : {}) }),
    close: () => browser.close(),
  };
}
