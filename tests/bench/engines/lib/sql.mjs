// All assessments as one wide table a(id, a column for each field that a rule reads), and the query for the verdicts.
import { compileScheme, get, infix, pathsOf } from './ast.mjs';

/** {columns, types, create: a statement, row(assessment), select: a query}. */
export function sqlOf(scheme) {
  const compiled = compileScheme(scheme);
  const paths = pathsOf(compiled);
  const nameOf = (path) => path.slice(1).join('_');

  function isYesOrNo(id) {
    const { rule } = scheme.indicators.find((indicator) => indicator.id === id);
    return ['yes', 'no'].includes(rule.of?.[0].kind ?? rule.kind);
  }

  function typeOf([root, id, field]) {
    if (field === 'na' || field === 'coastal' || (field === 'value' && isYesOrNo(id))) return 'BOOLEAN';
    return root === 'county' ? 'VARCHAR' : 'DOUBLE';
  }

  const dialect = {
    ref: nameOf,
    known: (reference) => `${reference} IS NOT NULL`,
    if: (condition, a, b) => `CASE WHEN ${condition} THEN ${a} ELSE ${b} END`,
    eq: '=',
    ne: '<>',
    str: (text) => `'${text}'`,
    bool: (value) => (value ? 'TRUE' : 'FALSE'),
  };
  const columns = paths.map((path) => `${nameOf(path)} ${typeOf(path)}`);
  const verdicts = compiled.map(({ id, code }) => `${infix(code, dialect)} AS ${id}`);
  return {
    columns: paths.map(nameOf),
    types: paths.map(typeOf),
    create: `CREATE TABLE a(id INTEGER, ${columns.join(', ')})`,
    row: (assessment) => paths.map((path) => get(assessment, path) ?? null),
    select: `SELECT ${verdicts.join(',\n')} FROM a ORDER BY id`,
  };
}
