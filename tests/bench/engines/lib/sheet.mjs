// An assessment as a worksheet. A row an indicator: A value, B baseline, C target, D to H history, I not applicable,
// J to L inputs, M verdict; below them, in column A, the county's attributes.
import { compileScheme, infix } from './ast.mjs';

const ATTRIBUTES = ['terrain', 'citySize', 'coastal'];
const COLUMNS = { value: 'A', baseline: 'B', target: 'C', na: 'I' };
const HISTORY = 'DEFGH';
const INPUTS = 'JKL';

/** {count, formulas: of column M, cells(assessment): of columns A to L}. */
export function sheetOf(scheme) {
  const count = scheme.indicators.length;
  const rows = new Map(scheme.indicators.map(({ id }, i) => [id, i + 1]));
  /** The names of an indicator's inputs, in the order of their columns. */
  const inputs = new Map(scheme.indicators.map(({ id }) => [id, []]));

  function column([, id, field, part]) {
    if (field === 'history') return HISTORY[part];
    if (field !== 'inputs') return COLUMNS[field];
    const names = inputs.get(id);
    if (!names.includes(part)) names.push(part);
    return INPUTS[names.indexOf(part)];
  }

  const dialect = {
    fn: true,
    ref: (path) => (path[0] === 'county' ? `$A$${count + 1 + ATTRIBUTES.indexOf(path[2])}` : column(path) + rows.get(path[1])),
    known: (reference) => `NOT(ISBLANK(${reference}))`,
    if: (condition, a, b) => `IF(${condition},${a},${b})`,
    eq: '=',
    ne: '<>',
    bool: (value) => (value ? 'TRUE()' : 'FALSE()'),
  };
  const formulas = compileScheme(scheme).map(({ code }) => `=${infix(code, dialect)}`);

  function rowOf(id, item) {
    const names = inputs.get(id);
    return [
      item.value,
      item.baseline,
      item.target,
      ...[0, 1, 2, 3, 4].map((k) => item.history[k] ?? null),
      item.na,
      ...[0, 1, 2].map((k) => (k < names.length ? item.inputs[names[k]] : null)),
    ];
  }

  return {
    count,
    formulas,
    cells: ({ county, items }) => [
      ...scheme.indicators.map(({ id }) => rowOf(id, items[id])),
      ...ATTRIBUTES.map((name) => [county.attrs[name]]),
    ],
  };
}
