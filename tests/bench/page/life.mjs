// Memory over a long session: ten minutes of what a person does, minute by minute. What grows without end shows here.
//
//   node tests/bench/page/life.mjs [MINUTES]
import { launch, open_page, press, rest } from './browser.mjs';

const minutes = Number(process.argv[2] ?? 10);

const browser = await launch();
const page = await open_page(browser);
const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable');
page.on('dialog', (dialog) => void dialog.accept());
page.on('download', (download) => void download.delete().catch(() => undefined));

async function figures() {
  await rest(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const metric = (name) => metrics.find((one) => one.name === name)?.value ?? NaN;
  return {
    module: await page.evaluate(() => window.luping.memory),
    scripts: usedSize,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}

async function type_value(text) {
  const fields = page.locator('#mirror').getByRole('textbox', { name: /现状值/ });
  if ((await fields.count()) === 0) {
    await page.mouse.wheel(0, -100_000); // where the table stands now, there is nothing to type
    await rest(page);
  }
  // Whole ones: of a row at the edge only a sliver may be in sight.
  const whole = await fields.evaluateAll((all) => all.flatMap((one, i) => (one.getBoundingClientRect().height > 24 ? [i] : [])));
  await fields.nth(whole[rounds % whole.length]).evaluate((element) => element.click());
  await page.locator('#stage textarea').waitFor({ timeout: 30_000 });
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await rest(page);
}

async function dismiss_notice() {
  const dismiss = page.locator('#mirror').getByRole('button', { name: '知道了' });
  if ((await dismiss.count()) > 0) await press(page, 'button', '知道了');
}

/** One round of work: look, fill in, take back, look something up, save, go back to the start. */
async function round() {
  if (rounds === 0) await press(page, 'link', /示例.*覃塘区/);
  else await press(page, 'button', /^继续/);
  await press(page, 'link', /^填报/);
  await dismiss_notice(); // the fields would be below the window's edge
  await page.mouse.move(560, 500);
  for (let i = 0; i < 6; ++i) await type_value(String(60 + ((rounds * 7 + i) % 40)));
  for (const keys of ['Control+z', 'Control+z', 'Control+y']) {
    await page.keyboard.press(keys);
    await rest(page);
  }
  await page.mouse.move(560, 500);
  for (let i = 0; i < 10; ++i) {
    await page.mouse.wheel(0, i < 5 ? 300 : -300);
    await rest(page);
  }
  await page.keyboard.press('Control+f');
  await rest(page);
  await page.keyboard.type('治理');
  await page.keyboard.press('Enter');
  await rest(page);
  await press(page, 'link', /^任务/);
  await press(page, 'link', /^总览/);
  await page.keyboard.press('Control+s');
  await rest(page);
  await press(page, 'button', /绿评/);
}

let rounds = 0;
const mib = (size) => `${(size / 1024 / 1024).toFixed(1)} MiB`;
const started = performance.now();
let first = null;
console.log('minute  rounds   module      scripts     DOM nodes  listeners');
for (let minute = 0; minute <= minutes; ++minute) {
  while (performance.now() - started < minute * 60_000) {
    await round();
    ++rounds;
  }
  const now = await figures();
  if (minute === 1) first = now; // by then everything has been made once
  console.log(
    `${String(minute).padStart(6)}${String(rounds).padStart(8)}   ${mib(now.module).padEnd(12)}${mib(now.scripts).padEnd(12)}${String(now.nodes).padEnd(11)}${now.listeners}`,
  );
  if (minute === minutes && first) {
    const ratio = (name) => (now[name] / first[name]).toFixed(2);
    console.log(`last × first minute: module ${ratio('module')}, scripts ${ratio('scripts')}, DOM nodes ${ratio('nodes')}, listeners ${ratio('listeners')}`);
  }
}
await browser.close();
