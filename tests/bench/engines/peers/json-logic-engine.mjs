// JsonLogic, compiled: the fastest rule engine one would pick.
import { LogicEngine } from 'json-logic-engine';
import { compileScheme } from '../lib/ast.mjs';
import { toJsonLogic } from './json-logic-js.mjs';

export const name = 'json-logic-engine 5.0.7, compiled (build)';

/**
 * x >= (if c then a else b) as (if c then x >= a else x >= b): build() of 5.0.7 throws NaN for a comparison with an
 * `if` that tests a string, where run() is right.
 */
function hoistIf(expression) {
  if (!Array.isArray(expression) || expression[0] === 'ref') return expression;
  const [op, ...parts] = expression.map((part, i) => (i > 0 ? hoistIf(part) : part));
  if (/^[<>=!]/.test(op) && parts[1]?.[0] === 'if') {
    const [, condition, a, b] = parts[1];
    return hoistIf(['if', condition, [op, parts[0], a], [op, parts[0], b]]);
  }
  return [op, ...parts];
}

export function setup(scheme) {
  const engine = new LogicEngine();
  const rules = compileScheme(scheme).map(({ code }) => engine.build(toJsonLogic(hoistIf(code))));
  return {
    run(assessments, out) {
      let at = 0;
      for (const assessment of assessments) for (const rule of rules) out[at++] = rule(assessment);
    },
  };
}
