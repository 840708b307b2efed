// A production-rule engine, modelled as its users do: three rules an indicator (not applicable, met, not met); no event
// means no data. It has no arithmetic, so that goes into calculated facts.
import { Engine } from 'json-rules-engine';
import { compileScheme, dot } from '../lib/ast.mjs';

export const name = 'json-rules-engine 7.3.1 (3 rules an indicator)';

const OPERATORS = {
  '>=': 'greaterThanInclusive',
  '>': 'greaterThan',
  '<=': 'lessThanInclusive',
  '<': 'lessThan',
  '==': 'equal',
  '!=': 'notEqual',
};

function javascriptOf(expression) {
  if (typeof expression === 'number') return String(expression);
  if (expression.str !== undefined) return JSON.stringify(expression.str);
  const [op, ...parts] = expression;
  if (op === 'ref') return `(${parts[0]}${parts.slice(1).map((step) => `[${JSON.stringify(step)}]`).join('')})`;
  const [a, b, c] = parts.map(javascriptOf);
  return op === 'if' ? `(${a}?${b}:${c})` : `(${a}${op}${b})`;
}

export function setup(scheme) {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const facts = new Map();

  /** The name of the calculated fact for an expression. */
  function factOf(expression) {
    const code = javascriptOf(expression);
    if (!facts.has(code)) {
      const fact = `calc${facts.size}`;
      const calculate = new Function('items', 'county', `return ${code}`);
      facts.set(code, fact);
      engine.addFact(fact, async (_, almanac) =>
        calculate(await almanac.factValue('items'), await almanac.factValue('county')),
      );
    }
    return facts.get(code);
  }

  function operand(expression) {
    if (typeof expression !== 'object') return expression;
    if (expression.str !== undefined) return expression.str;
    if (expression[0] === 'ref') return { fact: expression[1], path: `$.${dot(expression.slice(2))}` };
    return { fact: factOf(expression) };
  }

  function condition([op, ...parts]) {
    if (op === 'and') return { all: parts.map(condition) };
    if (op === 'or') return { any: parts.map(condition) };
    if (op === 'known') return { ...operand(parts[0]), operator: 'notEqual', value: null };
    return { ...operand(parts[0]), operator: OPERATORS[op], value: operand(parts[1]) };
  }

  compileScheme(scheme).forEach(({ na, met, notMet }, i) => {
    const add = (type, test, code) => {
      const conditions = ['and', 'or'].includes(test[0]) ? condition(test) : { all: [condition(test)] };
      engine.addRule({ conditions, event: { type, params: { i, code } } });
    };
    add('na', na, 3);
    add('met', met, 0);
    add('not', notMet, 1);
  });

  const width = scheme.indicators.length;
  return {
    async run(assessments, out) {
      for (let n = 0; n < assessments.length; ++n) {
        const { events } = await engine.run(assessments[n]);
        const codes = out.subarray(n * width, (n + 1) * width).fill(2);
        for (const { params } of events) if (codes[params.i] !== 3) codes[params.i] = params.code;
      }
    },
  };
}
