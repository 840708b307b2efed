// Neutral assessments: a county, a year, and an item for each indicator, most of them near their threshold. The order in
// which random numbers are drawn is part of the data: a seed must give the same bytes for ever.

const NOTES = [
  '统计年鉴第12表',
  '县环境监测站年报',
  '住建局台账',
  '林业资源一张图',
  '上级下达目标文件',
  '农业农村局核定',
  'Statistical yearbook, table 4',
  'Monitoring report',
  '',
];

const COUNTIES = 2844;
const FIRST_YEAR = 2015;

const twoDecimals = (x) => Math.round(x * 100) / 100;

function visitRules(rule, visit) {
  visit(rule);
  for (const part of rule.of ?? []) visitRules(part, visit);
}

/** What an indicator's values gather around: its first threshold, and which way is better. */
function traitsOf(indicator, attrs) {
  const traits = { center: null, isBoolean: false, op: '>=', direction: 1, hasStaff: false };
  visitRules(indicator.rule, (rule) => {
    if (rule.kind === 'yes' || rule.kind === 'no') traits.isBoolean = true;
    if (rule.kind === 'inputCmp') traits.hasStaff = true;
    if (traits.center === null) {
      if (rule.kind === 'cmp') {
        traits.center = rule.threshold;
        traits.op = rule.op;
      } else if (rule.kind === 'byAttr') {
        traits.center = rule.thresholds[attrs[rule.attr]];
        traits.op = rule.op;
      } else if (rule.op) {
        traits.op = rule.op;
      }
    }
    if (rule.dir === 'down') traits.direction = -1;
  });
  if (traits.op.startsWith('<')) traits.direction = -1;
  return traits;
}

/** Which of the scheme's formulas an indicator has: the name of its first input that tells, or undefined. */
const formulaOf = (indicator) =>
  indicator.derive && ['treated', 'reused', 'planned'].find((input) => JSON.stringify(indicator.derive).includes(input));

/**
 * Assessments number 0, 1, 2, … of a random sequence.
 * @param edge computed quantities (ratios, trends) lie exactly on their threshold in decimal arithmetic
 */
export function* assessments(scheme, count, random, edge) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const integer = (from, to) => from + Math.floor(random() * (to - from));

  /** Figures exactly on the threshold, or null. Integers divided once: each is the nearest double of its decimal. */
  function onThreshold(indicator, target) {
    const scale = integer(1000, 99999);
    const { rule } = indicator;
    switch (formulaOf(indicator)) {
      case 'treated':
        return { inputs: { treated: (rule.threshold * scale) / 1000, total: scale / 10 } };
      case 'planned':
        return { inputs: { planned: scale / 10, kept: ((100 - rule.threshold) * scale) / 1000 } };
      case 'reused': {
        const sum = Math.round(target * 100) * scale;
        const reused = Math.floor(sum * 0.6);
        return { inputs: { reused: reused / 1e5, burnt: (sum - reused) / 1e5, produced: scale / 10 } };
      }
    }
    if (rule.kind !== 'trend') return null;
    const sign = rule.dir === 'up' ? 1 : -1;
    const level = integer(4000, 9000);
    const years = Array.from({ length: 4 }, () => level - sign * integer(0, 300));
    const percent = 100 - sign * Math.round(rule.tol * 100);
    if (random() < 0.5) {
      // On last year's value.
      return { history: [...years, level].map((x) => x / 100), value: (level * percent) / 1e4 };
    }
    // On the mean of the five years.
    const last = level - sign * integer(300, 600);
    const sum = years.reduce((a, b) => a + b, last);
    const rest = sum % 5;
    years[0] -= rest;
    return { history: [...years, last].map((x) => x / 100), value: (((sum - rest) / 5) * percent) / 1e4 };
  }

  function inputsOf(indicator, value, missing) {
    const total = Math.round(1e4 + random() * 9e4);
    const share = value / 100;
    let inputs;
    switch (formulaOf(indicator)) {
      case 'treated':
        inputs = { treated: Math.round(Math.min(1, share) * total), total: random() < 0.01 ? 0 : total };
        break;
      case 'reused':
        inputs = { reused: Math.round(share * total * 0.6), burnt: Math.round(share * total * 0.4), produced: total };
        break;
      default:
        inputs = { planned: total, kept: Math.round((1 - share) * total) };
    }
    if (missing) inputs[pick(Object.keys(inputs))] = null;
    return inputs;
  }

  function itemOf(indicator, attrs) {
    const traits = traitsOf(indicator, attrs);
    const missing = random() < 0.04;
    const na = random() < 0.03;
    const note = pick(NOTES);
    if (traits.isBoolean) {
      const good = random() < 0.85;
      const wanted = indicator.rule.kind !== 'no';
      return {
        value: missing ? null : good === wanted,
        baseline: null,
        target: null,
        history: [],
        na,
        ...(traits.hasStaff && { inputs: { staff: missing ? null : Math.floor(random() * 20) } }),
        note,
      };
    }

    const { direction, op } = traits;
    const center = traits.center ?? 40 + 50 * random();
    const near = () => twoDecimals(Math.max(0, center + direction * (random() - 0.25) * 0.3 * (center || 1)));
    const before = (value, share) => twoDecimals(Math.max(0, value - direction * share * center));

    const value = random() < 0.06 || (op === '==' && random() < 0.8) ? center : near();
    const target = twoDecimals(center);
    let base = null;
    if (random() >= 0.02) base = random() < 0.1 ? twoDecimals(value) : before(value, (random() - 0.2) * 0.1);
    const history = Array.from({ length: 5 }, (_, k) => before(value, (5 - k) * (random() - 0.3) * 0.02));
    if (random() < 0.02) history[Math.floor(random() * 5)] = null;
    const inputs = indicator.derive && inputsOf(indicator, value, missing);
    const exact = edge && !missing ? onThreshold(indicator, target) : null;
    return {
      value: missing || indicator.derive ? null : (exact?.value ?? twoDecimals(value)),
      baseline: base,
      target: random() < 0.02 ? null : target,
      history: exact?.history ?? history,
      na,
      ...(inputs && { inputs: exact?.inputs ?? inputs }),
      note,
    };
  }

  for (let i = 0; i < count; ++i) {
    const attrs = {
      terrain: pick(['mountain', 'hill', 'plain']),
      citySize: pick(['small', 'medium', 'large']),
      coastal: random() < 0.2,
    };
    const county = i % COUNTIES;
    yield {
      county: {
        code: String(110000 + county),
        name: `第${county}县`,
        year: FIRST_YEAR + Math.floor(i / COUNTIES),
        attrs,
      },
      items: Object.fromEntries(scheme.indicators.map((indicator) => [indicator.id, itemOf(indicator, attrs)])),
    };
  }
}
