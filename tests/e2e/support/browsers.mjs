// Starts real browsers, without a network: Chromium through Playwright, Firefox through Puppeteer's WebDriver BiDi.
// One browser of a kind is started per test file and closed with it; every app gets a context (and storage) of its own.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';

const PATHS = {
  chromium: [process.env.LUPING_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  firefox: [process.env.LUPING_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'],
};

function executable(kind) {
  const found = PATHS[kind].find((file) => file && existsSync(file));
  if (!found) throw new Error(`${kind} was not found: run script/setup, or set LUPING_${kind.toUpperCase()}`);
  return found;
}

/** A desktop's: under the bare C locale Chromium gives up Chinese file names and downloads everything as "download". */
const ENVIRONMENT = { ...process.env, LC_ALL: 'C.UTF-8' };

const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-features=MediaRouter,OptimizationHints,Translate',
];

/** What still runs when the test file ends. */
const closers = [];
after(async () => {
  for (const close of closers.reverse()) await close();
});

const started = new Map();
function once(key, start) {
  if (!started.has(key)) started.set(key, start());
  return started.get(key);
}

/** The environment of a computer without Chinese characters: of all fonts it has one of Latin letters, if there is any. */
function latin_only() {
  return once('latin fonts', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'luping-fonts-'));
    closers.unshift(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(path.join(folder, 'cache'));
    const places = ['/usr/share/fonts/truetype/dejavu', '/usr/share/fonts/truetype/liberation', '/usr/share/fonts/TTF'];
    const dirs = places.filter((place) => existsSync(place)).slice(0, 1).map((place) => `<dir>${place}</dir>`);
    const file = path.join(folder, 'fonts.conf');
    writeFileSync(file, `<?xml version="1.0"?><fontconfig>${dirs.join('')}<cachedir>${path.join(folder, 'cache')}</cachedir></fontconfig>`);
    return { FONTCONFIG_FILE: file };
  });
}
const environment = (fonts) => (fonts === 'latin' ? { ...ENVIRONMENT, ...latin_only() } : ENVIRONMENT);

/** `renderer`: webgl, or software (the browser then has no WebGL at all). `fonts`: all, or latin. */
export function chromium_browser({ renderer, args = [], fonts = 'all' }) {
  return once(`chromium ${renderer} ${fonts} ${args.join(' ')}`, async () => {
    const graphics =
      renderer === 'software' ? ['--disable-3d-apis'] : ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
    const browser = await chromium.launch({
      executablePath: executable('chromium'),
      args: [...QUIET, ...graphics, ...args],
      env: environment(fonts),
    });
    closers.push(() => browser.close());
    return browser;
  });
}

/** Firefox without a screen has no WebGL; with one it has (Mesa's software renderer will do). */
export function firefox_browser({ renderer, scale, fonts = 'all' }) {
  return once(`firefox ${renderer} ${scale} ${fonts}`, async () => {
    const downloads = mkdtempSync(path.join(tmpdir(), 'luping-e2e-'));
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: executable('firefox'),
      headless: renderer === 'software',
      env: renderer === 'software' ? environment(fonts) : { ...environment(fonts), DISPLAY: await virtual_display() },
      extraPrefsFirefox: {
        'layout.css.devPixelsPerPx': String(scale),
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.useDownloadDir': true,
        'browser.download.alwaysOpenPanel': false,
        'datareporting.policy.dataSubmissionEnabled': false,
        'app.update.enabled': false,
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
      },
    });
    closers.push(async () => {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    });
    return Object.assign(browser, { downloads });
  });
}

/** Whether a screen can be had here: the one there is, or a virtual one. */
export const has_display = () => Boolean(process.env.DISPLAY) || existsSync('/usr/bin/Xvfb');

function virtual_display() {
  if (process.env.DISPLAY) return process.env.DISPLAY;
  return once('display', () => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    closers.unshift(() => server.kill()); // closed last: browsers go first
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.once('exit', () => reject(new Error('Xvfb ended')));
      server.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
    });
  });
}
