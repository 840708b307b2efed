// The neutral scheme as expressions, one an indicator, that every peer prints in its own language. So each engine gets the
// same logic, and none gets help from another.
//
// An expression is a number, a boolean, {str}, ['ref', ...path], ['known', ref] or [op, ...arguments], with op one of
// + - * / >= > <= < == != and or if.

const ref = (...path) => ['ref', ...path];
const known = (...references) => references.map((reference) => ['known', reference]);
const join = (op, parts) => (parts.length === 1 ? parts[0] : [op, ...parts]);
const and = (...parts) => join('and', parts);
const or = (...parts) => join('or', parts);

const OPPOSITE = { '>=': '<', '>': '<=', '<=': '>', '<': '>=', '==': '!=' };

// ---- rules -------------------------------------------------------------------------------------------------------------

/** A prefix formula as an expression; what must hold for it to have a value is added to `conditions`. */
function formulaOf(formula, id, conditions) {
  if (typeof formula === 'number') return formula;
  if (typeof formula === 'string') {
    const input = ref('items', id, 'inputs', formula);
    conditions.push(['known', input]);
    return input;
  }
  const [op, left, right] = formula;
  const a = formulaOf(left, id, conditions);
  const b = formulaOf(right, id, conditions);
  if (op === '/') conditions.push(['!=', b, 0]);
  return [op, a, b];
}

function trendLeaf(rule, id, value, conditions) {
  const years = [0, 1, 2, 3, 4].map((k) => ref('items', id, 'history', k));
  const isUp = rule.dir === 'up';
  const factor = isUp ? 1 - rule.tol : 1 + rule.tol;
  const op = isUp ? '>=' : '<=';
  const last = ['*', years[4], factor];
  const mean = ['*', ['/', years.reduce((a, b) => ['+', a, b]), 5], factor];
  return {
    know: [...conditions, ...known(...years)],
    ok: and([op, value, last], [op, value, mean]),
    bad: or([OPPOSITE[op], value, last], [OPPOSITE[op], value, mean]),
  };
}

/** A rule without parts: {know: [conditions], ok, bad}, where bad is the negation of ok. */
function leaf(rule, indicator) {
  const { id } = indicator;
  const conditions = [];
  const value = indicator.derive ? formulaOf(indicator.derive, id, conditions) : ref('items', id, 'value');
  if (!indicator.derive) conditions.push(['known', value]);
  const compare = (op, threshold, ...more) => ({
    know: [...conditions, ...more],
    ok: [op, value, threshold],
    bad: [OPPOSITE[op], value, threshold],
  });
  switch (rule.kind) {
    case 'cmp':
      return compare(rule.op, rule.threshold);
    case 'yes':
    case 'no':
      return compare('==', rule.kind === 'yes');
    case 'assigned': {
      const target = ref('items', id, 'target');
      return compare(rule.op, target, ['known', target]);
    }
    case 'baseline': {
      const base = ref('items', id, 'baseline');
      return compare(rule.dir === 'up' ? '>=' : '<=', base, ['known', base]);
    }
    case 'inputCmp': {
      const input = ref('items', id, 'inputs', rule.input);
      return {
        know: known(input),
        ok: [rule.op, input, rule.threshold],
        bad: [OPPOSITE[rule.op], input, rule.threshold],
      };
    }
    case 'byAttr': {
      const attribute = ref('county', 'attrs', rule.attr);
      const [[first, one], [second, two], [, three]] = Object.entries(rule.thresholds);
      const rest = ['if', ['==', attribute, { str: second }], two, three];
      return compare(rule.op, ['if', ['==', attribute, { str: first }], one, rest]);
    }
    default:
      return trendLeaf(rule, id, value, conditions);
  }
}

function metIf(rule, indicator) {
  if (rule.kind === 'allOf') return and(...rule.of.map((part) => metIf(part, indicator)));
  if (rule.kind === 'anyOf') return or(...rule.of.map((part) => metIf(part, indicator)));
  const { know, ok } = leaf(rule, indicator);
  return and(...know, ok);
}

function notMetIf(rule, indicator) {
  if (rule.kind === 'allOf') return or(...rule.of.map((part) => notMetIf(part, indicator)));
  if (rule.kind === 'anyOf') return and(...rule.of.map((part) => notMetIf(part, indicator)));
  const { know, bad } = leaf(rule, indicator);
  return and(...know, bad);
}

/** [{id, na, met, notMet, code}]: three conditions, and one expression whose value is the verdict code. */
export function compileScheme(scheme) {
  return scheme.indicators.map((indicator) => {
    const { id, rule, appliesIf } = indicator;
    let na = ['==', ref('items', id, 'na'), true];
    if (appliesIf) {
      const wanted = typeof appliesIf.eq === 'string' ? { str: appliesIf.eq } : appliesIf.eq;
      na = or(na, ['!=', ref('county', 'attrs', appliesIf.attr), wanted]);
    }
    const met = metIf(rule, indicator);
    const notMet = notMetIf(rule, indicator);
    let verdict;
    if (rule.of) {
      verdict = ['if', met, 0, ['if', notMet, 1, 2]];
    } else {
      const { know, ok } = leaf(rule, indicator);
      verdict = ['if', and(...know), ['if', ok, 0, 1], 2];
    }
    return { id, na, met, notMet, code: ['if', na, 3, verdict] };
  });
}

// ---- printing ----------------------------------------------------------------------------------------------------------

/**
 * An expression in infix notation. `dialect`: ref(path), known(reference text, path) and if(condition, a, b) are required;
 * and, or, eq, ne are the words for them; num, str, bool print constants; fn: and, or are functions AND(…), OR(…).
 */
export function infix(expression, dialect) {
  const print = (part) => infix(part, dialect);
  if (typeof expression === 'number') return dialect.num ? dialect.num(expression) : String(expression);
  if (typeof expression === 'boolean') return dialect.bool ? dialect.bool(expression) : String(expression);
  if (expression.str !== undefined) return dialect.str ? dialect.str(expression.str) : `"${expression.str}"`;
  const [op, ...parts] = expression;
  switch (op) {
    case 'ref':
      return dialect.ref(parts);
    case 'known':
      return dialect.known(print(parts[0]), parts[0].slice(1));
    case 'if':
      return dialect.if(...parts.map(print));
    case 'and':
    case 'or':
      if (dialect.fn) return `${op.toUpperCase()}(${parts.map(print).join(',')})`;
      return `(${parts.map(print).join(` ${dialect[op] ?? op} `)})`;
    case '==':
      return `(${parts.map(print).join(` ${dialect.eq ?? '=='} `)})`;
    case '!=':
      return `(${parts.map(print).join(` ${dialect.ne ?? '!='} `)})`;
    default:
      return `(${parts.map(print).join(` ${op} `)})`;
  }
}

/** a.b[0]: a path as most languages write it. */
export function dot(path) {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : (i > 0 ? '.' : '') + step)).join('');
}

export const get = (object, path) => path.reduce((inner, step) => inner[step], object);

/** The distinct references of an expression, by their text. */
export function refs(expression, found = new Map()) {
  if (!Array.isArray(expression)) return found;
  const [op, ...parts] = expression;
  if (op === 'ref') found.set(parts.join('.'), parts);
  else for (const part of parts) refs(part, found);
  return found;
}

/** The distinct references of a compiled scheme, as paths. */
export function pathsOf(compiled) {
  const found = new Map();
  for (const { code } of compiled) refs(code, found);
  return [...found.values()];
}
