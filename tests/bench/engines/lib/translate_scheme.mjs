// The neutral scheme in the product's own format, luping-scheme (docs/formats/scheme.md): the same rules, as a person would
// have written them. Assessments are translated in translate.mjs.

const COMPARISONS = { '>=': 'atLeast', '>': 'moreThan', '<=': 'atMost', '<': 'lessThan', '==': 'equals' };
const ATTRIBUTES = {
  terrain: ['mountain', 'hill', 'plain'],
  citySize: ['small', 'medium', 'large'],
  coastal: ['true', 'false'],
};
const YES = '是';
const NO = '否';
/** The codes of gen.mjs's counties. */
const FIRST_COUNTY = 110000;
const COUNTIES = 2844;
const FIRST_YEAR = 2015;
const YEARS = 10;

/** Infix notation of a prefix formula. */
function formulaOf(expression) {
  if (!Array.isArray(expression)) return String(expression);
  const [op, left, right] = expression;
  return `(${formulaOf(left)} ${op} ${formulaOf(right)})`;
}

function inputsOf(expression, found = new Set()) {
  if (typeof expression === 'string') found.add(expression);
  if (Array.isArray(expression)) expression.slice(1).forEach((part) => inputsOf(part, found));
  return found;
}

/** Not worse than last year nor than the mean of five years, within the tolerance. */
function trend({ dir, tol }) {
  const isUp = dir === 'up';
  const percent = Math.round((isUp ? 1 - tol : 1 + tol) * 100);
  const limit = `${isUp ? 'max' : 'min'}(last, mean)`;
  return {
    kind: isUp ? 'atLeast' : 'atMost',
    threshold: {
      formula: percent === 100 ? limit : `${limit} * ${percent / 100}`,
      references: [
        { id: 'last', kind: 'pastYear', years: 1 },
        { id: 'mean', kind: 'meanOfPast', years: 5 },
      ],
    },
  };
}

function baseline({ dir }) {
  const threshold = { formula: 'base', references: [{ id: 'base', kind: 'baseline' }] };
  return { kind: dir === 'up' ? 'atLeast' : 'atMost', threshold };
}

/** A target whose direction the indicator does not tell: as a threshold. */
function assigned({ op }) {
  const threshold = { formula: 'assigned', references: [{ id: 'assigned', kind: 'target' }] };
  return { kind: COMPARISONS[op], threshold };
}

function ruleOf(rule) {
  switch (rule.kind) {
    case 'cmp':
      return { kind: COMPARISONS[rule.op], threshold: String(rule.threshold) };
    case 'yes':
      return { kind: 'oneOf', values: [YES] };
    case 'no':
      return { kind: 'oneOf', values: [NO] };
    case 'assigned':
      return assigned(rule);
    case 'baseline':
      return baseline(rule);
    case 'byAttr':
      return {
        kind: 'choose',
        attribute: rule.attr,
        cases: Object.entries(rule.thresholds).map(([value, threshold]) => ({
          values: [value],
          rule: { kind: COMPARISONS[rule.op], threshold: String(threshold) },
        })),
      };
    case 'inputCmp':
      return { kind: COMPARISONS[rule.op], threshold: String(rule.threshold), of: rule.input };
    case 'trend':
      return trend(rule);
    default:
      return { kind: rule.kind, rules: rule.of.map(ruleOf) };
  }
}

function inputsOfRule(rule, found = new Set()) {
  if (rule.kind === 'inputCmp') found.add(rule.input);
  (rule.of ?? []).forEach((part) => inputsOfRule(part, found));
  return found;
}

const isStatus = (rule) => rule.kind === 'yes' || rule.kind === 'no' || (rule.of ?? []).some(isStatus);

function valueOf(indicator) {
  const names = [...inputsOf(indicator.derive), ...inputsOfRule(indicator.rule)];
  const inputs = names.map((id) => ({ id, name: id, unit: 'none' }));
  if (isStatus(indicator.rule)) return { kind: 'status', options: [YES, NO], ...(inputs.length > 0 && { inputs }) };
  return {
    kind: 'number',
    unit: 'none',
    ...(indicator.derive && { formula: formulaOf(indicator.derive) }),
    ...(inputs.length > 0 && { inputs }),
  };
}

const attributeText = (value) => String(value);

/** A luping-scheme object. */
export function translateScheme({ groups, indicators }) {
  const gate = (id, selector) => ({ id, title: id, kind: 'allPass', required: true, obligations: ['must'], ...selector });
  return {
    format: 'luping-scheme',
    formatVersion: 1,
    id: 'bench',
    version: '1',
    title: 'Bench',
    years: Array.from({ length: YEARS }, (_, i) => FIRST_YEAR + i),
    source: { document: 'bench', basis: 'bench', normalisation: 'none' },
    regions: Array.from({ length: COUNTIES }, (_, i) => ({
      id: String(FIRST_COUNTY + i),
      name: `第${i}县`,
      level: 'county',
    })),
    attributes: Object.entries(ATTRIBUTES).map(([id, values]) => ({ id, name: id, values })),
    units: [{ id: 'none', label: '', name: 'none' }],
    organisations: [],
    groups: groups.map(({ id, name }) => ({ id, number: id, title: name, part: '' })),
    items: groups.map(({ id, name }) => ({
      id: `item-${id}`,
      group: id,
      number: id,
      title: name,
      text: name,
      leadUnits: [],
      responsibleUnits: [],
    })),
    indicators: indicators.map((indicator) => ({
      id: indicator.id,
      item: `item-${indicator.group}`,
      name: indicator.name,
      quote: indicator.name,
      obligation: indicator.required ? 'must' : 'strive',
      value: valueOf(indicator),
      rule: ruleOf(indicator.rule),
      ...(indicator.appliesIf && {
        appliesWhen: { attributes: { [indicator.appliesIf.attr]: [attributeText(indicator.appliesIf.eq)] } },
      }),
    })),
    measures: [],
    readings: [],
    gates: [...groups.map(({ id }) => gate(id, { groups: [id] })), gate('all', {})],
  };
}
