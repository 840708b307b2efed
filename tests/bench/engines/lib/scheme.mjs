// The neutral scheme: 45 indicators in six groups, every kind of rule. Engines never see it as such; lib/ast.mjs turns it
// into expressions, and each peer prints those in its own language.

const compare = (op) => (threshold) => ({ kind: 'cmp', op, threshold });
const atLeast = compare('>=');
const above = compare('>');
const atMost = compare('<=');
const below = compare('<');
const exactly = compare('==');
const yes = { kind: 'yes' };
const no = { kind: 'no' };
/** Compared with the target that was assigned to the county. */
const assigned = (op) => ({ kind: 'assigned', op });
/** Not worse than the base year. */
const baseline = (dir = 'up') => ({ kind: 'baseline', dir });
/** Not worse than last year, nor than the mean of five years, within a tolerance. */
const trend = (dir, tol) => ({ kind: 'trend', dir, tol });
const byAttribute = (op, attr, thresholds) => ({ kind: 'byAttr', op, attr, thresholds });
const inputAtLeast = (input, threshold) => ({ kind: 'inputCmp', input, op: '>=', threshold });
const allOf = (...of) => ({ kind: 'allOf', of });
const anyOf = (...of) => ({ kind: 'anyOf', of });

const terrain = (mountain, hill, plain) => ({ mountain, hill, plain });
const citySize = (small, medium, large) => ({ small, medium, large });

// Formulas over inputs, prefix notation.
const treatedShare = ['/', ['*', 100, 'treated'], 'total'];
const usedShare = ['/', ['*', 100, ['+', 'reused', 'burnt']], 'produced'];
const lostShare = ['/', ['*', 100, ['-', 'planned', 'kept']], 'planned'];

/** [rule, formula] of each indicator; without a formula the value is entered. */
const rules = [
  [atLeast(90)],
  [atLeast(85)],
  [atLeast(95)],
  [atLeast(60)],
  [atLeast(3.5)],
  [atLeast(12)],
  [atLeast(75)],
  [above(0.5)],
  [above(20)],
  [atMost(35)],
  [atMost(0.4)],
  [atMost(5)],
  [atMost(60)],
  [below(10)],
  [exactly(100)],
  [exactly(0)],
  [yes],
  [yes],
  [yes],
  [no],
  [no],
  [assigned('>=')],
  [assigned('>=')],
  [assigned('>=')],
  [assigned('<=')],
  [assigned('<=')],
  [baseline()],
  [baseline()],
  [baseline('down')],
  [trend('up', 0.02)],
  [trend('up', 0)],
  [trend('up', 0.05)],
  [trend('down', 0.02)],
  [byAttribute('>=', 'terrain', terrain(60, 40, 18))],
  [byAttribute('>=', 'terrain', terrain(75, 60, 35))],
  [byAttribute('>=', 'citySize', citySize(80, 85, 95))],
  [byAttribute('<=', 'citySize', citySize(70, 60, 50))],
  [atLeast(85), treatedShare],
  [atLeast(95), treatedShare],
  [assigned('>='), usedShare],
  [atMost(20), lostShare],
  [allOf(atLeast(80), baseline())],
  [allOf(yes, inputAtLeast('staff', 5))],
  [anyOf(atLeast(90), allOf(atLeast(70), trend('up', 0)))],
  [anyOf(assigned('>='), baseline(), byAttribute('>=', 'terrain', terrain(50, 40, 30)))],
];

/** Indicators that concern some counties only, by their place in the list. */
const appliesIf = new Map([
  [9, { attr: 'terrain', eq: 'plain' }],
  [13, { attr: 'coastal', eq: true }],
  [33, { attr: 'terrain', eq: 'mountain' }],
]);

const groups = ['institutions', 'environment', 'ecology', 'economy', 'living', 'culture'].map((name, i) => ({
  id: `G${i + 1}`,
  name,
}));

const indicators = rules.map(([rule, derive], i) => ({
  id: `I${String(i + 1).padStart(2, '0')}`,
  name: `Indicator ${i + 1}`,
  group: groups[Math.floor((i * groups.length) / rules.length)].id,
  required: i % 4 !== 3,
  rule,
  ...(derive && { derive }),
  ...(appliesIf.has(i) && { appliesIf: appliesIf.get(i) }),
}));

export const scheme = { id: 'bench-scheme', version: 1, groups, indicators };
