// The oracle: the rules written out plainly, in doubles. Every engine's verdicts are compared with its.

export const MET = 0;
export const NOT_MET = 1;
export const NO_DATA = 2;
export const NOT_APPLICABLE = 3;

const UNKNOWN = { code: NO_DATA, gap: null };

const OPERATORS = {
  '>=': (value, threshold) => value >= threshold,
  '>': (value, threshold) => value > threshold,
  '<=': (value, threshold) => value <= threshold,
  '<': (value, threshold) => value < threshold,
  '==': (value, threshold) => value === threshold,
};

/** A verdict and a gap: by how much the threshold is passed, negative when it is missed. */
function compare(op, value, threshold) {
  if (value == null || threshold == null) return UNKNOWN;
  return {
    code: OPERATORS[op](value, threshold) ? MET : NOT_MET,
    gap: op.startsWith('<') ? threshold - value : value - threshold,
  };
}

/** A prefix formula over inputs; null when an input is missing or a divisor is zero. */
export function derive(formula, inputs) {
  if (typeof formula === 'number') return formula;
  if (typeof formula === 'string') return inputs[formula];
  const [op, left, right] = formula;
  const a = derive(left, inputs);
  const b = derive(right, inputs);
  if (a == null || b == null || (op === '/' && b === 0)) return null;
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    default:
      return a / b;
  }
}

/** Not worse than last year nor than the mean of five years, within the tolerance. */
function judgeTrend(rule, value, history) {
  if (value == null || history.some((x) => x == null)) return UNKNOWN;
  const factor = rule.dir === 'up' ? 1 - rule.tol : 1 + rule.tol;
  const last = history[4] * factor;
  const mean = ((history[0] + history[1] + history[2] + history[3] + history[4]) / 5) * factor;
  return rule.dir === 'up' ? compare('>=', value, Math.max(last, mean)) : compare('<=', value, Math.min(last, mean));
}

/** Three-valued: a part that decides wins, then a part without data. The gap is that of the worst (all) or best (any). */
function judgeParts(rule, parts) {
  const isAll = rule.kind === 'allOf';
  const decisive = isAll ? NOT_MET : MET;
  let code = isAll ? MET : NOT_MET;
  if (parts.some((part) => part.code === NO_DATA)) code = NO_DATA;
  if (parts.some((part) => part.code === decisive)) code = decisive;
  const gaps = parts.map((part) => part.gap).filter((gap) => gap != null);
  const worst = isAll ? Math.min : Math.max;
  return { code, gap: gaps.length > 0 ? worst(...gaps) : null };
}

function judge(rule, item, value, attrs) {
  switch (rule.kind) {
    case 'cmp':
      return compare(rule.op, value, rule.threshold);
    case 'yes':
    case 'no':
      return value == null ? UNKNOWN : { code: value === (rule.kind === 'yes') ? MET : NOT_MET, gap: null };
    case 'assigned':
      return compare(rule.op, value, item.target);
    case 'baseline':
      return compare(rule.dir === 'up' ? '>=' : '<=', value, item.baseline);
    case 'byAttr':
      return compare(rule.op, value, rule.thresholds[attrs[rule.attr]]);
    case 'inputCmp':
      return compare(rule.op, item.inputs[rule.input], rule.threshold);
    case 'trend':
      return judgeTrend(rule, value, item.history);
    default:
      return judgeParts(
        rule,
        rule.of.map((part) => judge(part, item, value, attrs)),
      );
  }
}

/** Of a neutral assessment: {results: [{code, gap}] by indicator, groups, overall}. */
export function evaluate(scheme, assessment) {
  const { attrs } = assessment.county;
  const results = scheme.indicators.map((indicator) => {
    const item = assessment.items[indicator.id];
    const condition = indicator.appliesIf;
    if (item.na || (condition && attrs[condition.attr] !== condition.eq)) return { code: NOT_APPLICABLE, gap: null };
    const value = indicator.derive ? derive(indicator.derive, item.inputs) : item.value;
    return judge(indicator.rule, item, value, attrs);
  });
  const codes = results.map((result) => result.code);
  return { results, ...rollUp(scheme, codes) };
}

/** By group and overall: any required indicator not met > any required one without data > met. */
export function rollUp(scheme, codes) {
  const fold = (places) => {
    const required = places.filter((i) => scheme.indicators[i].required).map((i) => codes[i]);
    let code = MET;
    if (required.includes(NO_DATA)) code = NO_DATA;
    if (required.includes(NOT_MET)) code = NOT_MET;
    return {
      met: places.filter((i) => codes[i] === MET).length,
      applicable: places.filter((i) => codes[i] !== NOT_APPLICABLE).length,
      code,
    };
  };
  const all = scheme.indicators.map((_, i) => i);
  return {
    groups: scheme.groups.map((group) => fold(all.filter((i) => scheme.indicators[i].group === group.id))),
    overall: fold(all),
  };
}
