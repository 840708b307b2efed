// Steps that several tests take through the app.

/** Start an assessment of one's own and go to its table. */
export async function begin(app) {
  await app.click('radio', '港南区');
  await app.click('button', '开始自评');
  await app.click('link', '填报', { exact: true });
}

/** The names of the pages, as the navigation lists them. */
export async function page_names(app) {
  const { box } = await app.widget('navigation', '页面');
  const inside = (other) => other.x >= box.x && other.x + other.width <= box.x + box.width && other.y >= box.y;
  return (await app.widgets()).filter((widget) => widget.role === 'link' && inside(widget.box)).map(({ name }) => name);
}

/** The first field for a value in sight: its name. */
export async function first_value(app) {
  const { name } = await app.widget('textbox', '现状值（');
  return name;
}

export async function fill_in(app, value) {
  const name = await first_value(app);
  await app.edit('textbox', name, value, { exact: true });
  await app.press('Escape');
  return name;
}
