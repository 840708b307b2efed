// What must hold between the scheme of the Guigang plan and the plan's own text. Each check returns the list of what is
// wrong, so that one test asks for an empty list and another breaks the scheme on purpose and asks for a complaint.

/** How many of each the checked extraction of the plan has. */
const kCounts = { groups: 11, items: 32, indicators: 74, measures: 120 };
const kObligations = { must: 35, should: 4, strive: 7, task: 28 };
const kStrive = ["7.2.b", "7.5.a", "7.6.a", "8.1.a", "8.2.b", "8.2.c", "8.3.c"];
/** The words of strength, each with the obligation it makes. The rest are words of task sentences. */
const kWords = {
  确保: "must", 保证: "must", 坚决杜绝: "must", 禁止: "must", 全面禁止: "must", 要: "must",
  使: "should", 争取: "strive", 推动: "task", 逐步: "task",
};
/** Text of an item that may stand outside every quote: punctuation and one connective. */
const kConnectives = { 9: ["同时"] };
/** Digits of the items that are no threshold. */
const kOtherDigits = ["国务院令第711号", "环境保护部令第31号", "PM2.5"];
/** Indicators whose rule has a number the text does not write, with that number (readings in the scheme say why). */
const kImplied = {
  "2.2.a": "0", "2.2.b": "0", "3.2.c": "0", "4.3.c": "0", "5.1.a": "0", "5.1.d": "0", "8.2.a": "0",
};
/** Indicators whose value is itself the change of a proportion over the year. */
const kYearlyChanges = ["2.2.a", "2.2.b"];
/** Percentages that are no share of a whole: they may be negative or exceed 100. */
const kNoShare = { "2.1.c": [undefined, "100"], "3.2.c": ["0", undefined], "6.3.a": [undefined, "100"] };

const by_id = (list) => new Map(list.map((entry) => [entry.id, entry]));
const count_of = (list, key) => list.reduce((sum, entry) => ({ ...sum, [key(entry)]: (sum[key(entry)] ?? 0) + 1 }), {});
const rules_of = (rule) => (rule ? [rule, ...(rule.rules ?? []).flatMap(rules_of)] : []);
const is_heading = (item) => item.text.startsWith(`${item.title}。`);

/** Start and end of every place where `part` stands in `text`. */
function places(text, part) {
  const found = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push([at, at + part.length]);
  return found;
}

/** The groups and items, put together again, are the whole plan and nothing else. */
export function whole_text(scheme, plan) {
  let text = `${scheme.title}${scheme.preamble}一、工作目标${scheme.goal}`;
  let part = "";
  for (const group of scheme.groups) {
    if (group.part !== part) text += part = group.part;
    if (group.number + group.title !== group.part) text += group.number + group.title;
    for (const item of scheme.items.filter((entry) => entry.group === group.id)) {
      text += /^\d+$/.test(item.number) ? `${item.number}.${item.text}` : item.number + item.text;
    }
  }
  if (text === plan) return [];
  let at = 0;
  while (at < text.length && text[at] === plan[at]) ++at;
  return [`differs from the plan at character ${at}: ${text.slice(at, at + 20)} / ${plan.slice(at, at + 20)}`];
}

/** Every quote stands where it is said to stand. */
export function quotes(scheme, plan) {
  const problems = [];
  const expect = (text, quote, what) => {
    if (typeof quote !== "string" || quote === "" || !text.includes(quote)) problems.push(`${what}: not in its text: ${quote}`);
  };
  const items = by_id(scheme.items);
  for (const item of scheme.items) {
    if (item.unitsQuote !== undefined && !item.text.endsWith(item.unitsQuote)) problems.push(`${item.id}: units quote is not its end`);
    for (const phrase of item.context ?? []) expect(item.text, phrase, `${item.id} context`);
    if (/^\d/.test(item.id) && !item.unitsQuote) problems.push(`${item.id}: no units quote`);
  }
  for (const indicator of scheme.indicators) {
    expect(items.get(indicator.item)?.text ?? "", indicator.quote, indicator.id);
    if ("thresholdQuote" in indicator) expect(indicator.quote, indicator.thresholdQuote, `${indicator.id} threshold`);
    if ("obligationWord" in indicator) expect(indicator.quote, indicator.obligationWord, `${indicator.id} word`);
  }
  for (const measure of scheme.measures) expect(items.get(measure.item)?.text ?? "", measure.quote, measure.id);
  for (const reading of scheme.readings) expect(plan, reading.clause, reading.id);
  for (const gate of scheme.gates) if ("quote" in gate) expect(plan, gate.quote, gate.id);
  return problems;
}

/** Nothing an item says is left out: outside the quotes there is only punctuation. Measures follow the text and do not overlap. */
export function coverage(scheme) {
  const problems = [];
  for (const item of scheme.items) {
    const measures = scheme.measures.filter((entry) => entry.item === item.id);
    const indicators = scheme.indicators.filter((entry) => entry.item === item.id);
    const covered = new Array(item.text.length).fill(false);
    const cover = ([from, to]) => covered.fill(true, from, to);
    if (is_heading(item)) cover([0, item.title.length]);
    if (item.unitsQuote) cover([item.text.length - item.unitsQuote.length, item.text.length]);
    for (const phrase of [...(item.context ?? []), ...(kConnectives[item.id] ?? [])]) places(item.text, phrase).forEach(cover);
    for (const { quote } of [...measures, ...indicators]) places(item.text, quote).forEach(cover);
    const rest = item.text.split("").filter((_, at) => !covered[at]).join("");
    if (/[^，。；]/.test(rest)) problems.push(`${item.id}: nobody quotes: ${rest}`);

    let end = 0;
    measures.forEach((measure, index) => {
      if (measure.id !== `${item.id}-m${index + 1}`) problems.push(`${measure.id}: out of order`);
      const [from, to] = places(item.text, measure.quote).find(([start]) => start >= end) ?? [-1, 0];
      if (from < 0) problems.push(`${measure.id}: overlaps the one before or stands before it`);
      end = Math.max(end, to);
      for (const indicator of indicators) {
        const overlaps = places(item.text, indicator.quote).some(([start, stop]) => start < to && from < stop);
        if (overlaps && indicator.quote !== measure.quote) problems.push(`${measure.id}: overlaps ${indicator.id}`);
      }
      if (/确保|保证|争取|杜绝|禁止/.test(measure.quote)) problems.push(`${measure.id}: states a result, not an action`);
    });
  }
  return problems;
}

const kThreshold = /≥[\d.]+(?:%|平方米\/人)|(?:达到|高于)[\d.]+%(?:以上)?|[\d.]+%以上/g;

/** Every number of the text is the threshold of exactly one rule, strict or inclusive as its word says, and no rule has another. */
export function thresholds(scheme) {
  const problems = [];
  const wanted = scheme.items.flatMap((item) =>
    [...item.text.matchAll(kThreshold)].map(([words]) => {
      const unit = words.includes("平方米/人") ? "sqm-per-person" : "percent";
      return [item.id, words, words.startsWith("高于") ? "moreThan" : "atLeast", words.match(/[\d.]+/)[0], unit].join(" ");
    }),
  );
  const used = [];
  for (const indicator of scheme.indicators) {
    const numbers = rules_of(indicator.rule).filter((rule) => "threshold" in rule);
    if (indicator.id in kImplied) {
      if (numbers.length !== 1 || numbers[0].threshold !== kImplied[indicator.id]) problems.push(`${indicator.id}: not the number implied`);
      continue;
    }
    for (const rule of numbers) {
      used.push([indicator.item, indicator.thresholdQuote, rule.kind, rule.threshold, indicator.value.unit].join(" "));
    }
    if (rules_of(indicator.rule).some((rule) => "minimum" in rule || "maximum" in rule || "tolerance" in rule)) {
      problems.push(`${indicator.id}: a number the text does not have`);
    }
  }
  for (const line of wanted) {
    const times = used.filter((entry) => entry === line).length;
    const needed = wanted.filter((entry) => entry === line).length;
    if (times !== needed) problems.push(`${line}: used ${times} times, written ${needed} times`);
  }
  for (const line of used) if (!wanted.includes(line)) problems.push(`${line}: not in the text`);
  if (wanted.length !== 18) problems.push(`${wanted.length} thresholds in the text, 18 expected`);
  for (const item of scheme.items) {
    let rest = item.text.replace(kThreshold, "");
    for (const words of kOtherDigits) rest = rest.replaceAll(words, "");
    if (/[\d%≥≤]/.test(rest)) problems.push(`${item.id}: a number nobody accounts for: ${rest.match(/.{0,6}[\d%≥≤]+.{0,6}/)[0]}`);
  }
  return problems;
}

/** The kind of a rule follows the words of its clause. */
export function wording(scheme) {
  const problems = [];
  for (const { id, quote, thresholdQuote = "", obligation, obligationWord, value, rule } of scheme.indicators) {
    const rules = rules_of(rule);
    const has = (kind) => rules.some((entry) => entry.kind === kind);
    const must_be = (condition, what) => condition || problems.push(`${id}: ${what}`);
    const superior = /上级/.test(thresholdQuote);
    const plan = /年度审核计划/.test(thresholdQuote);
    must_be(has("meetsTarget") === (superior || plan), "assigned target or not");
    for (const entry of rules.filter((part) => part.kind === "meetsTarget")) {
      must_be(entry.source === (plan ? "plan" : "superior"), "whose target");
    }
    const stable = /保持稳定或持续改善/.test(thresholdQuote);
    const yearly_change = kYearlyChanges.includes(id);  // stable or improving is then: not below nought
    must_be(has("stableOrImproving") === (stable && !yearly_change), "stable or not");
    must_be(has("atLeast") || !yearly_change, "a yearly change not below nought");
    must_be((rule.kind === "allOf") === (superior && stable) && !has("anyOf"), "two conditions or one");
    const kept = value.kind === "number" && /不降低|不减少/.test(thresholdQuote);
    const falling = /逐步降低/.test(thresholdQuote);
    must_be(has("change") === (kept || falling), "a change or not");
    if (kept) must_be(rule.against === "baseline" && rule.comparison === "atLeast" && rule.measure === "absolute", "not lower than the baseline");
    if (falling) must_be(rule.against === "previousYear" && rule.comparison === "lessThan" && rule.measure === "absolute", "lower than last year");
    must_be((rule.kind === "equals") === /杜绝/.test(quote), "none at all");
    must_be((rule.kind === "summary") === /各项年度目标任务全面完成/.test(quote), "a summary or not");
    must_be(rule.kind !== "informational", "no verdict");
    if (obligationWord !== undefined) must_be(kWords[obligationWord] === obligation, `${obligationWord} is not ${obligation}`);
    must_be(obligationWord !== undefined || obligation === "task", "no word of strength");
    const strongest = Object.keys(kWords).find((word) => ["确保", "保证", "争取"].includes(word) && quote.startsWith(word));
    must_be(!strongest || kWords[strongest] === obligation, `begins with ${strongest}`);
  }
  const summary = scheme.indicators.find((indicator) => indicator.rule.kind === "summary")?.rule;
  if (summary?.obligations.join() !== "must,should,task" || summary.measures !== true) problems.push("the summary asks for something else");
  const gates = scheme.gates.map((gate) => [gate.obligations.join("+"), gate.kind, gate.required].join(" "));
  if (gates.join() !== "must allPass true,should allPass true,task allPass true,strive allPass false") problems.push(`gates: ${gates}`);
  return problems;
}

/** What is filled in fits what is asked: units, bounds, formulas, options. */
export function values(scheme) {
  const problems = [];
  const measures = by_id(scheme.measures);
  for (const { id, item, quote, name, value, rule } of scheme.indicators) {
    const must_be = (condition, what) => condition || problems.push(`${id}: ${what}`);
    const one_of = rules_of(rule).find((entry) => entry.kind === "oneOf");
    if (value.kind === "status") {
      must_be(one_of?.values.every((word) => value.options.includes(word)), "accepts a word that is no option");
      must_be(one_of?.values.length < value.options.length, "accepts every option");
    } else if (value.kind === "measure") {
      const measure = measures.get(value.measure);
      must_be(measure?.quote === quote && measure.item === item, "not the measure of the same words");
      must_be(one_of?.values.join() === "完成", "met by something else than 完成");
    } else if (value.kind === "number") {
      must_be(!one_of, "a number among words");
      must_be(value.direction === "higher" || value.direction === "lower", "no direction");
      const example = Number(value.example);
      must_be(example >= Number(value.minimum ?? -Infinity) && example <= Number(value.maximum ?? Infinity), "example outside the bounds");
      const bounds = kNoShare[id] ?? (value.unit === "percent" ? ["0", "100"] : value.unit === "pp" ? ["-100", "100"] : ["0", undefined]);
      must_be(value.minimum === bounds[0] && value.maximum === bounds[1], "bounds");
      const names = new Set(value.formula?.match(/[a-z_][a-z0-9_]*/g) ?? []);
      const inputs = value.inputs ?? [];
      must_be(names.size === inputs.length && inputs.every((input) => names.has(input.id)), "formula and inputs differ");
      must_be(inputs.length === 0 || inputs.filter((input) => input.lever).length === 1, "not one lever");
      must_be(inputs.every((input) => !(input.lever && input.lastYear)), "a lever in the past");
      must_be(inputs.every((input) => input.minimum === "0"), "an input below nought");
      must_be(inputs.every((input) => (input.name.startsWith("上年") ? input.lastYear : !input.lastYear)), "whose year");
      must_be(new Set(inputs.map((input) => input.id)).size === inputs.length, "an input id twice");
      must_be(new Set(inputs.map((input) => input.name)).size === inputs.length, "an input name twice");
      must_be(inputs.filter((input) => input.unit === "percent").every((input) => input.maximum === "100"), "an input share over 100");
    } else {
      must_be(rule.kind === "summary", "nothing to fill in");
    }
    must_be(name.trim() !== "", "no name");
  }
  const names = scheme.indicators.map((indicator) => indicator.name);
  if (new Set(names).size !== names.length) problems.push("two indicators of one name");
  return problems;
}

/** Splits 市水利局，各县（市、区）人民政府 at the commas outside the brackets; 港北区、港南区人民政府 are two governments. */
function names_of(words) {
  const names = words.split(/[、，](?![^（]*）)/);
  const last = names.at(-1);
  return last.endsWith("区人民政府") ? names.map((name) => (/^..区$/.test(name) ? `${name}人民政府` : name)) : names;
}

/** The units in the brackets are the item's units, in that order. */
export function organisations(scheme) {
  const problems = [];
  const known = by_id(scheme.organisations);
  const regions = by_id(scheme.regions);
  const show = (ids) => ids.map((id) => known.get(id)?.name ?? `?${id}`).join("|");
  for (const item of scheme.items) {
    if (item.unitsQuote) {
      const [, lead = "", responsible] = item.unitsQuote.match(/^（(?:牵头单位：(.+?)[；，])?责任单位：(.+)）$/) ?? [];
      const wanted_lead = lead === "" ? "" : names_of(lead).join("|");
      if (show(item.leadUnits) !== wanted_lead) problems.push(`${item.id}: lead ${show(item.leadUnits)} / ${wanted_lead}`);
      if (show(item.responsibleUnits) !== names_of(responsible ?? "").join("|")) problems.push(`${item.id}: responsible ${show(item.responsibleUnits)}`);
    } else {
      if (item.leadUnits.length > 0 || item.responsibleUnits.length === 0) problems.push(`${item.id}: units`);
      for (const id of item.responsibleUnits) if (!item.text.includes(known.get(id)?.name ?? "?")) problems.push(`${item.id}: ${id} is not in its text`);
    }
  }
  for (const organisation of scheme.organisations) {
    const { id, name, kind, region, members } = organisation;
    if ((kind === "government") !== (region !== undefined)) problems.push(`${id}: region`);
    if (region !== undefined && `${regions.get(region)?.name}人民政府` !== name) problems.push(`${id}: not the government of ${region}`);
    if (members !== undefined && kind !== "group") problems.push(`${id}: members`);
    for (const member of members ?? []) if (!known.has(member)) problems.push(`${id}: no member ${member}`);
  }
  const counties = scheme.organisations.find((entry) => entry.name === "各县（市、区）人民政府");
  const governments = scheme.organisations.filter((entry) => entry.kind === "government").map((entry) => entry.id);
  if (counties?.members?.join() !== governments.join()) problems.push("the county governments are not all members");
  return problems;
}

/** Every id is used once as a name and at least once as a reference; no reference leads nowhere. */
export function links(scheme) {
  const problems = [];
  for (const list of ["regions", "units", "organisations", "groups", "items", "indicators", "measures", "readings", "gates"]) {
    const seen = new Set();
    for (const { id } of scheme[list]) {
      if (seen.has(id)) problems.push(`${list}: ${id} twice`);
      seen.add(id);
    }
  }
  const both_ways = (list, references, loose = false) => {
    const known = new Set(scheme[list].map((entry) => entry.id));
    const used = new Set(references.filter((id) => id !== undefined));
    for (const id of used) if (!known.has(id)) problems.push(`${list}: no ${id}`);
    for (const id of known) if (!loose && !used.has(id)) problems.push(`${list}: ${id} is used nowhere`);
  };
  const { regions, organisations: units, items, indicators, measures, readings } = scheme;
  const conditions = [...items, ...indicators, ...measures].flatMap((entry) => entry.appliesWhen?.regions ?? []);
  both_ways("regions", [...regions.map((entry) => entry.parent), ...units.map((entry) => entry.region), ...conditions]);
  both_ways("units", indicators.flatMap(({ value }) => [value.unit, ...(value.inputs ?? []).map((input) => input.unit)]));
  both_ways("organisations", [...items.flatMap((entry) => [...entry.leadUnits, ...entry.responsibleUnits]), ...units.flatMap((entry) => entry.members ?? [])]);
  both_ways("groups", items.map((entry) => entry.group));
  both_ways("items", [...indicators, ...measures].map((entry) => entry.item));
  both_ways("indicators", readings.flatMap((entry) => entry.indicators), true);
  both_ways("measures", indicators.map((entry) => entry.value.measure), true);
  for (const item of items) if (!indicators.some((entry) => entry.item === item.id)) problems.push(`${item.id}: no indicator`);
  for (const indicator of indicators) if (!indicator.id.startsWith(`${indicator.item}.`)) problems.push(`${indicator.id}: not of ${indicator.item}`);
  for (const reading of readings) {
    if (reading.alternatives.length === 0 || reading.indicators.length === 0) problems.push(`${reading.id}: no choice or no indicator`);
  }
  for (const [list, part] of [["items", 0], ["indicators", 1]]) {
    const order = scheme[list].map((entry) => scheme[part ? "items" : "groups"].findIndex(({ id }) => id === entry[part ? "item" : "group"]));
    if (order.some((place, at) => at > 0 && place < order[at - 1])) problems.push(`${list}: not in the plan's order`);
  }
  return problems;
}

/** As many of each as the checked extraction of the plan has; (十) for three districts only. */
export function counts(scheme) {
  const problems = [];
  for (const [list, number] of Object.entries(kCounts)) {
    if (scheme[list].length !== number) problems.push(`${scheme[list].length} ${list}, ${number} expected`);
  }
  const obligations = count_of(scheme.indicators, (entry) => entry.obligation);
  for (const [word, number] of Object.entries(kObligations)) if (obligations[word] !== number) problems.push(`${obligations[word]} ${word}, ${number} expected`);
  const strive = scheme.indicators.filter((entry) => entry.obligation === "strive").map((entry) => entry.id);
  if (strive.join() !== kStrive.join()) problems.push(`strive: ${strive}`);
  const limited = [...scheme.items, ...scheme.indicators, ...scheme.measures].filter((entry) => entry.appliesWhen);
  if (limited.length !== 1 || limited[0].id !== "10" || limited[0].appliesWhen.regions?.join() !== "450802,450803,450804") problems.push("(十) alone is for three districts");
  if (scheme.regions.map((entry) => `${entry.id}${entry.name}`).join() !== "450800贵港市,450802港北区,450803港南区,450804覃塘区,450821平南县,450881桂平市") problems.push("regions");
  return problems;
}

export const checks = { whole_text, quotes, coverage, thresholds, wording, values, organisations, links, counts };
