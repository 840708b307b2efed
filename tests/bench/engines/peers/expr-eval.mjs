// A small expression evaluator.
import { Parser } from 'expr-eval-fork';
import { compileScheme, dot, infix } from '../lib/ast.mjs';

export const name = 'expr-eval-fork 3.0.3';

export function setup(scheme) {
  const parser = new Parser({ operators: { logical: true, comparison: true, conditional: true, array: true } });
  parser.functions.known = (value) => value !== null;
  const dialect = {
    ref: dot,
    known: (reference) => `known(${reference})`,
    if: (condition, a, b) => `(${condition} ? ${a} : ${b})`,
  };
  const rules = compileScheme(scheme).map(({ code }) => parser.parse(infix(code, dialect)));
  return {
    run(assessments, out) {
      let at = 0;
      for (const assessment of assessments) for (const rule of rules) out[at++] = rule.evaluate(assessment);
    },
  };
}
