// The Common Expression Language, in JavaScript.
import { Environment } from '@marcbachmann/cel-js';
import { compileScheme, dot, infix } from '../lib/ast.mjs';

export const name = '@marcbachmann/cel-js 8.0.0';

export function setup(scheme) {
  const environment = new Environment().registerVariable('items', 'map').registerVariable('county', 'map');
  const dialect = {
    ref: dot,
    known: (reference) => `${reference} != null`,
    if: (condition, a, b) => `(${condition} ? ${a} : ${b})`,
    and: '&&',
    or: '||',
    num: (number) => (Number.isInteger(number) ? `${number}.0` : String(number)),
  };
  const rules = compileScheme(scheme).map(({ code }) => environment.parse(infix(code, dialect)));
  return {
    run(assessments, out) {
      let at = 0;
      for (const assessment of assessments) for (const rule of rules) out[at++] = rule(assessment);
    },
  };
}
