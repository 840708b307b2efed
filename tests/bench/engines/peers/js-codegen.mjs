// The scheme compiled to one JavaScript function: the fastest verdicts over parsed objects.
import { compileScheme, dot, infix } from '../lib/ast.mjs';

export const name = 'JavaScript compiled by new Function (verdicts only)';

export function setup(scheme) {
  const dialect = {
    ref: ([root, ...path]) => (root === 'items' ? dot(path) : `attrs.${path[1]}`),
    known: (reference) => `${reference} !== null`,
    if: (condition, a, b) => `(${condition} ? ${a} : ${b})`,
    and: '&&',
    or: '||',
    eq: '===',
    ne: '!==',
  };
  const statements = compileScheme(scheme).map(
    ({ id, code }, i) => `{ const ${id} = items.${id}; out[at + ${i}] = ${infix(code, dialect)}; }`,
  );
  const body = `const items = assessment.items, attrs = assessment.county.attrs;\n${statements.join('\n')}`;
  const judge = new Function('assessment', 'out', 'at', body);
  const width = scheme.indicators.length;
  return {
    run(assessments, out) {
      for (let i = 0; i < assessments.length; ++i) judge(assessments[i], out, i * width);
    },
  };
}
