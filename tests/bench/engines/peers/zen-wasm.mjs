// The expressions of a decision-table engine in Rust, as WebAssembly. It parses the expression at every call.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as zen from '@gorules/zen-engine-wasm';
import { compileScheme, dot, infix } from '../lib/ast.mjs';

export const name = '@gorules/zen-engine-wasm 0.23.1 (decimals; expression parsed at each call)';

export function setup(scheme) {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@gorules/zen-engine-wasm'));
  zen.initSync({ module: readFileSync(path.join(folder, 'dist/zen_engine_wasm_bg.wasm')) });
  const dialect = {
    ref: dot,
    known: (reference) => `${reference} != null`,
    if: (condition, a, b) => `(${condition} ? ${a} : ${b})`,
  };
  const verdicts = compileScheme(scheme).map(({ code }) => infix(code, dialect));
  const expression = `[${verdicts.join(', ')}]`;
  return {
    run(assessments, out) {
      let at = 0;
      for (const assessment of assessments) {
        out.set(zen.evaluateExpression(expression, assessment), at);
        at += scheme.indicators.length;
      }
    },
  };
}
