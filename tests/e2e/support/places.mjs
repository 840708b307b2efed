// A round through the whole app, for tests of what must hold everywhere.
import { page_names } from './journey.mjs';

/** Runs in the page before its scripts: it is always the same moment, so that two rounds show the same. */
export function stop_clock() {
  const Clock = Date;
  const moment = Clock.UTC(2026, 10, 27, 1, 30);
  window.Date = class extends Clock {
    constructor(...time) {
      super(...(time.length > 0 ? time : [moment]));
    }
    static now() {
      return moment;
    }
  };
}

/**
 * From the start page of a browser that knows nothing yet: every page of a filled-in assessment, in the order of the
 * navigation, with a row chosen where there is one; an open menu, the help, a question, and the start page with a draft.
 * `visit(place)` is called at each, with nothing moving and no field open.
 */
export async function go_round(app, visit) {
  const look = async (place) => {
    await app.page.mouse.move(3, 300);
    await app.settled();
    await visit(place);
  };
  await look('首页');
  await app.click('link', /示例.*覃塘区/);
  await dismiss(app);
  for (const page of await page_names(app)) {
    await app.click('link', page, { exact: true });
    await look(page);
    const row = await app.find('row', '', { nth: 3 });
    if (row) {
      await app.page.mouse.click(row.box.x + 60, row.box.y + row.box.height / 2);
      await app.settled();
      await app.press('Escape'); // the value of the row was opened
      await look(`${page}-详情`);
    }
  }
  await app.click('button', '显示');
  await look('菜单');
  await app.press('Escape');
  await app.click('button', '帮助');
  await look('帮助');
  await app.press('Escape');
  await app.click('link', '填报', { exact: true });
  const [field] = (await app.widgets()).filter(({ role, name }) => role === 'textbox' && name.includes('现状值'));
  await app.edit('textbox', field.name, '12.5', { exact: true, end: null });
  await app.press('Escape');
  await app.edit('textbox', field.name, '12.5', { exact: true, end: 'Enter' });
  await app.press('Escape');
  await app.click('button', /^绿评：/);
  await look('首页-草稿');
  await app.click('button', '删除这份草稿');
  await look('提问');
  await app.click('button', '取消');
}

/** A notice above the page, if there is one. */
async function dismiss(app) {
  if (await app.has('button', '知道了')) await app.click('button', '知道了');
}
