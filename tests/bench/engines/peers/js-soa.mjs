// A generated loop an indicator over typed arrays: the fastest verdicts in JavaScript, once the columns are filled.
import { compileScheme, get, infix, pathsOf, refs } from '../lib/ast.mjs';

export const name = 'JavaScript over typed-array columns (generated loops, verdicts only)';

const nameOf = (path) => path.slice(1).join('_');
const isFlag = (path) => ['na', 'coastal'].includes(path[2]);
const isText = (path) => path[0] === 'county' && path[2] !== 'coastal';

function emptyColumn(path, count) {
  if (isText(path)) return new Array(count);
  return isFlag(path) ? new Uint8Array(count) : new Float64Array(count);
}

export function setup(scheme) {
  const compiled = compileScheme(scheme);
  const paths = pathsOf(compiled);
  const dialect = {
    ref: (path) => `${nameOf(path)}[i]`,
    known: (reference) => `${reference} === ${reference}`, // NaN: missing
    if: (condition, a, b) => `(${condition} ? ${a} : ${b})`,
    and: '&&',
    or: '||',
    eq: '===',
    ne: '!==',
    bool: (value) => (value ? '1' : '0'),
  };
  const loops = compiled.map(({ code }, k) => {
    const names = [...refs(code).values()].map(nameOf);
    const step = `q = ${k}; i < n; i++, q += ${compiled.length}`;
    const body = `for (let i = 0, ${step}) out[q] = ${infix(code, dialect)};`;
    return { names, loop: new Function(...names, 'out', 'n', body) };
  });

  return {
    load(assessments) {
      const count = assessments.length;
      const columns = { count };
      for (const path of paths) {
        const column = emptyColumn(path, count);
        columns[nameOf(path)] = column;
        for (let i = 0; i < count; ++i) column[i] = get(assessments[i], path) ?? NaN;
      }
      return columns;
    },
    run(columns, out) {
      for (const { names, loop } of loops) loop(...names.map((column) => columns[column]), out, columns.count);
    },
  };
}
