// JSONata: one query for all indicators.
import jsonata from 'jsonata';
import { compileScheme, dot, infix } from '../lib/ast.mjs';

export const name = 'jsonata 2.2.2';

export function setup(scheme) {
  const dialect = {
    ref: dot,
    known: (reference) => `${reference} != null`,
    if: (condition, a, b) => `(${condition} ? ${a} : ${b})`,
    eq: '=',
  };
  const verdicts = compileScheme(scheme).map(({ code }) => infix(code, dialect));
  const query = jsonata(`[${verdicts.join(',\n')}]`);
  return {
    async run(assessments, out) {
      let at = 0;
      for (const assessment of assessments) {
        out.set(await query.evaluate(assessment), at);
        at += scheme.indicators.length;
      }
    },
  };
}
