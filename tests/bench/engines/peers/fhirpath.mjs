// FHIRPath, the language of calculated expressions in health questionnaires.
import fhirpath from 'fhirpath';
import { compileScheme, dot, infix } from '../lib/ast.mjs';

export const name = 'fhirpath 5.2.2 (the engine under LHC-Forms)';

export function setup(scheme) {
  const dialect = {
    ref: dot,
    // Of a null in an array, [k].exists() is true while [k] is empty; then [k] >= 0 is empty, too, so not known.
    known: (reference, path) => (path[2] === 'history' ? `${reference} >= 0` : `${reference}.exists()`),
    if: (condition, a, b) => `iif(${condition}, ${a}, ${b})`,
    eq: '=',
    str: (text) => `'${text}'`,
  };
  const rules = compileScheme(scheme).map(({ code }) => fhirpath.compile(infix(code, dialect)));
  return {
    run(assessments, out) {
      let at = 0;
      for (const assessment of assessments) for (const rule of rules) out[at++] = rule(assessment)[0];
    },
  };
}
