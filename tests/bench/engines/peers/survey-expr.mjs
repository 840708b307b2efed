// The expressions of a survey library, without its model.
import { ExpressionRunner } from 'survey-core';
import { compileScheme, dot, infix } from '../lib/ast.mjs';

export const name = 'survey-core 2.5.38, ExpressionRunner';

export const surveyDialect = {
  ref: (path) => `{${dot(path)}}`,
  known: (reference) => `${reference} notempty`,
  if: (condition, a, b) => `iif(${condition}, ${a}, ${b})`,
  str: (text) => `'${text}'`,
  eq: '=',
  ne: '<>',
};

export function setup(scheme) {
  const rules = compileScheme(scheme).map(({ code }) => new ExpressionRunner(infix(code, surveyDialect)));
  return {
    run(assessments, out) {
      let at = 0;
      for (const assessment of assessments) {
        for (const rule of rules) out[at++] = rule.runValues ? rule.runValues(assessment) : rule.run(assessment);
      }
    },
  };
}
