// The pictures of the README and of the user guide, drawn from the built page: docs/images.
//
//   node tests/support/guide_images.mjs
//
// A picture that cannot be drawn ends the run with an error; tests/assets/guide.test.mjs holds the guide and this list together.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { open_tour, root } from './tour.mjs';

const folder = path.join(root, 'docs/images');

/** In the order of the tour: each picture goes on from the one before. */
export const pictures = {
  'guide/start': (app) => app.press('radio', '覃塘区'),
  'guide/begin': (app) => app.press('button', '开始自评'),
  'guide/paste': async (app) => {
    await app.press('button', '知道了');
    await app.row('城镇污水处理率');
    await app.paste('95.0\n48.5\n不知道\n');
  },
  overview: async (app) => {
    await app.press('button', '取消');
    await app.scroll_table(-20000);
    await app.edit('textbox', /^生态环境信息公开率 现状值/, '100');
    await app.press('button', /^绿评：/);
    await app.press('link', /示例.*覃塘区/);
  },
  'guide/fill': async (app) => {
    await app.press('link', /^填报/);
    await app.row('农村生活污水治理率');
  },
  'guide/target': (app) => app.row('PM2.5浓度下降幅度'),
  'guide/filter': async (app) => {
    await app.press('button', /^未达标/);
    await app.press('combobox', '责任单位');
  },
  'guide/tasks': async (app) => {
    await app.key('Escape');
    await app.press('link', /^任务/);
  },
  'guide/units': (app) => app.press('link', /^单位/),
  'guide/scheme': async (app) => {
    await app.press('link', /^指标体系/);
    await app.press('link', '河长制');
  },
  'guide/drafts': (app) => app.press('button', /^绿评：/),
  'guide/display': (app) => app.press('button', '显示'),
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(path.join(folder, 'guide'), { recursive: true });
  const app = await open_tour();
  try {
    for (const [name, go] of Object.entries(pictures)) {
      await go(app);
      await app.picture(path.join(folder, `${name}.png`));
    }
  } finally {
    await app.close();
  }
  console.log(`${Object.keys(pictures).length} pictures in docs/images`);
}
