// Writes tests/e2e/support/newer_apis.json: what the oldest browsers of the page (web/build.mjs) do not have yet, interface by
// interface, from the npm package @mdn/browser-compat-data (CC0). Run it when the oldest browsers change:
//
//   npm pack @mdn/browser-compat-data && tar xzf mdn-browser-compat-data-*.tgz
//   node tests/support/newer_apis.mjs package/data.json
import { readFileSync, writeFileSync } from 'node:fs';

const OLDEST = { chromium: ['chrome', 80], firefox: ['firefox', 78] };

const data = JSON.parse(readFileSync(process.argv[2], 'utf8'));

/** Whether a feature came after this version: without a prefix, another name or a setting in the browser's depths. */
function came_later(feature, browser, version) {
  const number = (text) => parseFloat(String(text).replace('≤', ''));
  const there = (one) =>
    !one.flags && !one.prefix && !one.alternative_name && one.version_added && one.version_added !== 'preview' &&
    number(one.version_added) <= version && !(one.version_removed && number(one.version_removed) <= version);
  return ![feature.__compat.support[browser] ?? []].flat().some(there);
}

/** { interface: [members], '': [whole interfaces and functions] } */
function newer_than(browser, version) {
  const newer = {};
  const note = (owner, name) => (newer[owner] ??= []).push(name);
  const look = (owner, group) => {
    for (const [key, feature] of Object.entries(group)) {
      const name = key.replace(/_static$/, '');
      // The rest is not a name: events, arguments, behaviours.
      if (!feature.__compat || name === owner || /_event$/.test(name) || !/^[A-Za-z]+\d*[A-Za-z\d]*$/.test(name)) continue;
      if (came_later(feature, browser, version)) note(owner, name);
      else if (owner === '' || owner === 'Intl') look(name, feature);
    }
  };
  look('', data.api);
  look('', data.javascript.builtins);
  return newer;
}

const lists = Object.fromEntries(Object.entries(OLDEST).map(([engine, oldest]) => [engine, newer_than(...oldest)]));
const line = ([owner, names]) => `    ${JSON.stringify(owner)}: ${JSON.stringify(names.sort())}`;
const blocks = Object.entries(lists).map(([engine, list]) => `  ${JSON.stringify(engine)}: {\n${Object.entries(list).map(line).join(',\n')}\n  }`);
writeFileSync(
  new URL('../e2e/support/newer_apis.json', import.meta.url),
  `{\n  "source": "@mdn/browser-compat-data ${data.__meta.version}, CC0",\n${blocks.join(',\n')}\n}\n`,
);
