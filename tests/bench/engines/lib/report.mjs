// The tables that run_all.mjs prints.
import { barsOf, isMet } from './bars.mjs';

/** Rows of texts in columns; the first column and those in `left` to the left, the others to the right. */
function printTable(rows, left = [0]) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) {
    const cells = row.map((text, i) => (left.includes(i) ? text.padEnd(widths[i]) : text.padStart(widths[i])));
    console.log(cells.join('  ').trimEnd());
  }
}

const fixed = (number, digits) => (number === undefined || Number.isNaN(number) ? '-' : number.toFixed(digits));
const plain = (number) => (number === undefined ? '-' : String(number));

const PEER_COLUMNS = [
  'peer',
  'unlike doubles',
  'exact',
  'M verdicts/s',
  'assessments/s',
  '× JSON.parse',
  '(luping)',
  'text us',
  'edit us',
  'first ms',
  'MB',
];

/** Every peer that was measured, beside JSON.parse of the same data set. */
export function printPeers(results) {
  const rows = [PEER_COLUMNS];
  for (const [name, result] of Object.entries(results)) {
    if (!result.peer || result.e2e_assess_per_s === undefined) continue;
    const suffix = /@\d+$/.exec(name)?.[0] ?? '';
    const speed = (job) => results[job + suffix]?.e2e_assess_per_s;
    rows.push([
      name,
      plain(result.wrong),
      plain(result.inexact),
      fixed(result.verdicts_per_s / 1e6, 3),
      plain(result.e2e_assess_per_s),
      fixed(result.e2e_assess_per_s / speed('json-parse'), 2),
      fixed(result.e2e_assess_per_s / speed('json-parse-luping'), 2),
      fixed(result.text_us, 1),
      fixed(result.edit_us, 2),
      fixed(result.first_us / 1e3, 1),
      plain(result.peak_rss_mb),
    ]);
  }
  printTable(rows);
  console.log('× JSON.parse: assessments a second, end to end, over those of JSON.parse alone on neutral data;');
  console.log('(luping): over those of JSON.parse on the same data as luping-assessment.');
}

/** Programs and checks, as they print it. */
export function printPrograms(results) {
  for (const [name, result] of Object.entries(results)) {
    if (result.e2e_assess_per_s !== undefined && result.peer) continue;
    const figures = Object.entries(result).map(([key, value]) => `${key} ${value}`);
    console.log(`${name}: ${figures.join(', ')}`);
  }
}

export function printBars(results) {
  const rows = [['bar', 'what', 'measured', 'limit', '', 'reference']];
  for (const row of barsOf(results)) {
    const digits = row.limit === 0 || row.limit === 200 ? 0 : 2;
    const verdict = row.measured === undefined ? 'not measured' : isMet(row) ? 'ok' : 'short';
    const limit = `${row.least ? '>=' : '<='} ${fixed(row.limit, digits)}`;
    rows.push([String(row.bar), row.what, fixed(row.measured, digits), limit, verdict, fixed(row.reference, digits)]);
  }
  printTable(rows, [0, 1, 4]);
}
