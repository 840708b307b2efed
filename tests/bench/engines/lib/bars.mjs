// The bars: what it takes to be exact and fast at once. Each compares our own engine with what was measured in the same
// run; the reference, which is fast but not exact, is shown beside it. Bar 6, the size of the page, is page.mjs's.

const SETS = [
  { suffix: '', title: '2,844' },
  { suffix: '@28440', title: '28,440' },
];
const PARSERS = [
  { peer: 'json-parse', title: 'JSON.parse of neutral data' },
  { peer: 'json-parse-luping', title: 'JSON.parse of the same as luping-assessment' },
];

const ratio = (a, b) => (a === undefined || b === undefined ? undefined : a / b);

/**
 * Of results by job name: [{bar, what, limit, least, measured, reference}]. `least` tells whether the limit is a least
 * or a most; figures that were not measured are undefined.
 */
export function barsOf(results) {
  const figure = (job, key) => results[job]?.[key];
  /** A figure of our engine (and of the reference) over the same figure of another job. */
  const against = (key, other, suffix = '') => ({
    measured: ratio(figure(`luping${suffix}`, key), figure(other + suffix, key)),
    reference: ratio(figure(`wasm-ref${suffix}`, key), figure(other + suffix, key)),
  });
  const rows = [];
  const least = (bar, what, limit, figures) => rows.push({ bar, what, limit, least: true, ...figures });
  const most = (bar, what, limit, figures) => rows.push({ bar, what, limit, least: false, ...figures });

  for (const { suffix, title } of [{ suffix: '@edge', title: 'edge set' }, ...SETS]) {
    most(1, `verdicts unlike exact decimals, ${title}`, 0, {
      measured: figure(`luping${suffix}`, 'inexact'),
      reference: figure(`wasm-ref${suffix}`, 'inexact'),
    });
  }
  most(1, 'verdicts unlike exact decimals, edge set, native', 0, { measured: figure('luping-native@edge', 'wrong') });
  for (const { suffix, title } of SETS) {
    for (const parser of PARSERS) {
      least(2, `end to end × ${parser.title}, ${title}`, 2, against('e2e_assess_per_s', parser.peer, suffix));
    }
  }
  least(3, 'verdicts/s loaded × reference wasm', 0.5, against('verdicts_per_s', 'wasm-ref'));
  least(3, 'verdicts/s loaded × json-logic-engine', 10, against('verdicts_per_s', 'json-logic-engine'));
  most(4, 'one edit to all verdicts × HyperFormula', 1 / 3, against('edit_us', 'hyperformula'));
  for (const parser of PARSERS) {
    most(4, `one file's text to verdicts × ${parser.title}`, 0.7, against('text_us', parser.peer));
  }
  for (const { suffix, title } of SETS) {
    const key = 'e2e_assess_per_s';
    const measured = ratio(figure(`luping-native${suffix}`, key), figure(`native${suffix}`, key));
    least(5, `native end to end × native reference, ${title}`, 0.5, { measured });
  }
  most(5, 'MB to stream 28,440 assessments, native', 200, { measured: figure('luping-stream@28440', 'peak_rss_mb') });
  return rows;
}

export function isMet({ least, limit, measured }) {
  return least ? measured >= limit : measured <= limit;
}
