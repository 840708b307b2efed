// A survey library as its users have it: a panel of inputs and a calculated question an indicator.
import { Model } from 'survey-core';
import { compileScheme, dot, infix } from '../lib/ast.mjs';
import { surveyDialect } from './survey-expr.mjs';

export const name = 'survey-core 2.5.38, full model (45 input panels, 45 expression questions)';

export function setup(scheme) {
  const compiled = compileScheme(scheme);
  const dialect = {
    ...surveyDialect,
    ref: ([root, ...path]) => (root === 'items' ? `{${dot(path)}}` : `{${path[1]}}`),
  };
  const figures = ['value', 'baseline', 'target'].map((figure) => ({ name: figure, inputType: 'number' }));
  const elements = compiled.flatMap(({ id, code }) => [
    { type: 'multipletext', name: id, items: figures },
    { type: 'expression', name: `v_${id}`, expression: infix(code, dialect) },
  ]);
  const model = new Model({ elements });
  const verdictOf = ({ id }) => model.getValue(`v_${id}`);
  return {
    run(assessments, out) {
      let at = 0;
      for (const { items, county } of assessments) {
        model.data = { ...items, ...county.attrs };
        for (const indicator of compiled) out[at++] = verdictOf(indicator);
      }
    },
    edit(value, out) {
      const { id } = compiled[0];
      model.setValue(id, { ...model.getValue(id), value });
      compiled.forEach((indicator, k) => (out[k] = verdictOf(indicator)));
    },
  };
}
