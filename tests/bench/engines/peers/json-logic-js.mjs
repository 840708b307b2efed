// JsonLogic, the original interpreter.
import jsonLogic from 'json-logic-js';
import { compileScheme } from '../lib/ast.mjs';

export const name = 'json-logic-js 2.0.5';

const STRICT = { '==': '===', '!=': '!==' };

export function toJsonLogic(expression) {
  if (typeof expression !== 'object') return expression;
  if (expression.str !== undefined) return expression.str;
  const [op, ...parts] = expression;
  if (op === 'ref') return { var: parts.join('.') };
  if (op === 'known') return { '!==': [toJsonLogic(parts[0]), null] };
  return { [STRICT[op] ?? op]: parts.map(toJsonLogic) };
}

export function setup(scheme) {
  const rules = compileScheme(scheme).map(({ code }) => toJsonLogic(code));
  return {
    run(assessments, out) {
      let at = 0;
      for (const assessment of assessments) for (const rule of rules) out[at++] = jsonLogic.apply(rule, assessment);
    },
  };
}
