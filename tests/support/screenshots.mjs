// Pictures of every page of the built application, to be looked at after a change.
//
//   node tests/support/screenshots.mjs [--only VARIANT,...] [--pages PAGE,...] [FOLDER]     (default: build/screenshots)
//
// One run draws each page in each variant of `variants` below: PAGE.png, PAGE-125.png, PAGE-contrast.png …
// A page that cannot be reached is named at the end, and the run fails.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { open_tour, root } from './tour.mjs';

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, pages: { type: 'string' } },
  allowPositionals: true,
});
const folder = path.resolve(positionals[0] ?? path.join(root, 'build/screenshots'));
mkdirSync(folder, { recursive: true });
const only = values.only?.split(',');
const wanted = values.pages?.split(',');

const variants = {
  plain: {},
  125: { scale: 1.25 },
  software: { renderer: 'software' },
  1024: { width: 1024, height: 768 },
  contrast: { settings: 'contrast=high' },
  150: { settings: 'font=150' },
};

/** What to do before the picture, in the order of the tour: each page goes on from the one before. */
const pages = {
  start: async () => undefined,
  'start-scheme': (app) => app.press('link', '查看指标体系'),
  'start-empty-fill': async (app) => {
    await app.press('link', '开始');
    await app.press('radio', '覃塘区');
    await app.press('button', '开始自评');
  },
  'empty-overview': (app) => app.press('link', /^总览/),
  'empty-tasks': (app) => app.press('link', /^任务/),
  overview: async (app) => {
    await app.press('button', /^绿评：/);
    await app.press('link', /示例.*覃塘区/);
    await app.press_if('button', '知道了');
  },
  fill: async (app) => {
    await app.press('link', /^填报/);
    await app.press_if('button', '知道了');
    await app.press('row', '生态文明建设工作占党政实绩考核的比例');
  },
  'fill-menu': (app) => app.press('combobox', '责任单位'),
  'fill-filtered': async (app) => {
    await app.press('option', '市水利局');
    await app.press('button', /^未达标/);
    await app.press('columnheader', '判定');
  },
  'fill-none': (app) => app.press('button', /^未填报/),
  'fill-search': async (app) => {
    await app.press('button', '清除筛选');
    await app.press('searchbox', /^搜索/);
    await app.type('污水');
    await app.key('Enter');
  },
  paste: async (app) => {
    await app.press('button', '清除搜索');
    await app.row('城镇污水处理率');
    await app.paste('95.0\n48.5\n不知道\n');
  },
  tasks: async (app) => {
    await app.press('button', '取消');
    await app.press('link', /^任务/);
  },
  'tasks-filtered': async (app) => {
    await app.press('button', /^未完成/);
    await app.press('columnheader', '进展');
  },
  units: async (app) => {
    await app.press('button', '清除筛选');
    await app.press('link', /^单位/);
  },
  scheme: (app) => app.press('link', /^指标体系/),
  'scheme-search': async (app) => {
    await app.press('searchbox', /^搜索/);
    await app.type('污水');
  },
  'scheme-indicator': async (app) => {
    await app.press('link', '农村生活污水治理率');
    await app.press('button', '清除搜索');
  },
  display: (app) => app.press('button', '显示'),
  help: async (app) => {
    await app.key('Escape');
    await app.press('button', '帮助');
  },
  teaching: async (app) => {
    await app.key('Escape');
    await app.press('button', /^绿评：/);
    await app.press('link', /示例.*青山县/);
  },
  // The teaching sample has what the others lack: attributes, external figures, evidence that is asked for, a result set by hand.
  'teaching-override': async (app) => {
    await app.press('link', /^填报/);
    await app.press('row', '节水型器具占比');
    await app.scroll_pane(600);
    await app.press('button', '人工认定');
    await app.scroll_pane(600);
  },
  'teaching-trend': async (app) => {
    await app.row('建制村污水治理率');
    await app.scroll_pane(-2000);
  },
  'teaching-evidence': async (app) => {
    await app.row('PM2.5年平均浓度');
  },
  question: async (app) => {
    await app.edit('textbox', /^PM2\.5年平均浓度 现状值/, '31');
    await app.press('button', /^绿评：/);
    await app.press('button', '删除这份草稿');
  },
};

const missing = new Set();
for (const [variant, options] of Object.entries(variants)) {
  if (only && !only.includes(variant)) continue;
  const app = await open_tour({ ...options, settings: options.settings ?? '' });
  for (const [page, go] of Object.entries(pages)) {
    try {
      await go(app);
    } catch (error) {
      missing.add(`${page} (${error.message.split('\n')[0]})`);
      continue;
    }
    if (!wanted || wanted.includes(page)) await app.picture(path.join(folder, variant === 'plain' ? `${page}.png` : `${page}-${variant}.png`));
  }
  await app.close();
}
for (const page of missing) console.log(`not drawn: ${page}`);
console.log(`pictures in ${path.relative(root, folder)}`);
if (missing.size > 0) process.exitCode = 1;
