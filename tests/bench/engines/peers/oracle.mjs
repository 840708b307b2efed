// The oracle itself: what a first, plain implementation costs.
import { evaluate } from '../lib/oracle.mjs';

export const name = 'hand-written JavaScript, plain interpreter (verdicts, gaps, roll-up)';

export function setup(scheme) {
  return {
    run(assessments, out) {
      let at = 0;
      for (const assessment of assessments) {
        for (const result of evaluate(scheme, assessment).results) out[at++] = result.code;
      }
    },
  };
}
