// The scheme of the national table says what the extracted rows say, and says how far they are verified.
import assert from "node:assert/strict";
import { test } from "node:test";

import { is_clean, luping } from "./luping.mjs";
import { read_json, validators } from "./support.mjs";

const path = "assets/schemes/national-2019.scheme.json";
const scheme = read_json(path);
const table = read_json("tests/data/national-2019.rows.json");

const by_item = (number) => scheme.indicators.filter((indicator) => indicator.item === String(number));
const kLevels = { 市县: ["city", "county"], 市: ["city"], 县: ["county"] };
const kObligations = { 约束性: "must", 参考性: "strive" };
const kFields = {
  domain: "领域", task: "任务", indicator: "指标名称", unit: "单位", standard_text: "标准", "standard_text(前半)": "标准的前半句",
  attribute: "属性", applies_to: "适用范围", definition: "指标解释", sub_indicators: "分项",
};
const leaves = (rule) => (rule.kind === "choose" ? rule.cases.map((one) => one.rule) : rule.rules ?? [rule]);

/** What is wrong with a scheme, row by row; a list of texts. */
function problems_of(candidate) {
  const problems = [];
  const say = (no, what) => problems.push(`${no}: ${what}`);
  const of_item = (no) => candidate.indicators.filter((indicator) => indicator.item === String(no));
  if (candidate.items.length !== table.rows.length) say("items", candidate.items.length);
  for (const row of table.rows) {
    const item = candidate.items.find((entry) => entry.id === String(row.no));
    const indicators = of_item(row.no);
    if (!item || indicators.length === 0) {
      say(row.no, "no item or no indicator");
      continue;
    }
    const group = candidate.groups.find((entry) => entry.id === item.group);
    if (group.part !== row.domain || `${group.number}${group.title}` !== row.task.replace("(", "（").replace(")", "）")) say(row.no, "group");
    if (item.title !== row.indicator) say(row.no, "title");
    for (const cell of [row.indicator, row.unit, row.standard, row.attribute, row.scope]) {
      if (!item.text.split("｜").includes(cell)) say(row.no, `text lacks ${cell}`);
    }
    if (JSON.stringify(item.appliesWhen.attributes.level) !== JSON.stringify(kLevels[row.scope])) say(row.no, "scope");
    if (Boolean(row.coastal) !== (item.appliesWhen.attributes.coastal?.join() === "沿海")) say(row.no, "coast");
    for (const indicator of indicators) {
      if (!item.text.includes(indicator.quote)) say(indicator.id, `quote ${indicator.quote}`);
      const attribute = indicator.obligationWord;
      if (kObligations[attribute] !== indicator.obligation) say(indicator.id, "obligation");
      if (!row.attribute.includes(attribute)) say(indicator.id, `the row says ${row.attribute}`);
      const verified = row.verified.filter((field) => field !== "no").map((field) => kFields[field]);
      const wanted = verified.length === 0 ? "核对情况：整行未经核对。" : `核对情况：只核对过${verified.join("、")}，其余未经核对。`;
      if (!indicator.note.endsWith(wanted)) say(indicator.id, "note");
    }
    if (row.atLeast && !indicators.every(({ rule }) => rule.kind === "atLeast" && rule.threshold === row.atLeast)) say(row.no, "threshold");
    if (row.variants && row.no !== 6) {
      const cases = indicators[0].rule.cases.map((one) => [one.values.join(), one.rule.kind, one.rule.threshold]);
      const level = { 市: "city", 县: "county" };
      const expected = row.variants.map((one) => [level[one.when] ?? one.when, "atLeast", one.atLeast]);
      if (JSON.stringify(cases) !== JSON.stringify(expected)) say(row.no, `variants ${JSON.stringify(cases)}`);
    }
    for (const part of row.parts ?? []) {
      const own = indicators.filter((indicator) => indicator.name.startsWith(part.indicator));
      if (own.length !== (row.no === 17 ? 3 : 1)) say(row.no, `part ${part.indicator}`);
      if (part.atLeast && own[0]?.rule.threshold !== part.atLeast) say(row.no, `threshold of ${part.indicator}`);
      if (part.standard && own[0]?.quote !== part.standard) say(row.no, `quote of ${part.indicator}`);
      if (!item.text.includes(part.indicator)) say(row.no, `text lacks ${part.indicator}`);
    }
    if (row.standard.startsWith("完成上级") && !indicators.every((one) => leaves(one.rule).some((leaf) => leaf.kind === "meetsTarget"))) say(row.no, "no target");
    if (row.standard.includes("保持稳定或持续改善") && !indicators.every(({ rule }) => rule.kind === "allOf" && rule.rules.length === 2)) say(row.no, "one half only");
  }
  return problems;
}

test("it is valid and nothing is to be said against it", () => {
  const validate = validators().scheme;
  assert.ok(validate(scheme), JSON.stringify(validate.errors));
  const checked = luping("check", path);
  assert.ok(is_clean(checked), checked.output);
});

test("it says what the rows say", () => assert.deepEqual(problems_of(scheme), []));

test("forty rows, eleven of them read in part, and the notice says so", () => {
  assert.equal(table.rows.length, 40);
  const read = table.rows.filter((row) => row.verified.length > 0);
  assert.deepEqual(read.map((row) => row.no), table.verifiedRows);
  assert.match(scheme.notice, new RegExp(`${table.rows.length}项指标中，${read.length}项只核对过部分内容，${table.rows.length - read.length}项凭记忆整理、未经核对`, "u"));
  for (const title of [scheme.title, scheme.shortTitle]) assert.match(title, /未经核对/u);
});

test("the planning assessment is binding for cities and for reference in counties", () => {
  const [city, county] = by_item(6);
  assert.deepEqual([city.obligation, city.appliesWhen.attributes.level, city.rule], ["must", ["city"], { kind: "atLeast", threshold: "100" }]);
  assert.deepEqual([county.obligation, county.appliesWhen.attributes.level, county.rule.values], ["strive", ["county"], ["开展"]]);
});

test("only what the table calls binding decides the conclusion", () => {
  assert.deepEqual(scheme.gates.map(({ kind, obligations, required }) => [kind, obligations.join(), required]), [["allPass", "must", true], ["allPass", "strive", false]]);
});

const slips = {
  "a threshold": (file) => (file.indicators.find((one) => one.id === "3").rule.threshold = "25"),
  "a variant": (file) => (file.indicators.find((one) => one.id === "11").rule.cases[1].rule.threshold = "18"),
  "the variant of another level": (file) => (file.indicators.find((one) => one.id === "29").rule.cases[0].values = ["county"]),
  "a part's threshold": (file) => (file.indicators.find((one) => one.id === "25.b").rule.threshold = "90"),
  "the scope": (file) => (file.items[8].appliesWhen.attributes.level = ["city", "county"]),
  "the coast": (file) => delete file.items[8].appliesWhen.attributes.coastal,
  "the obligation": (file) => (file.indicators.find((one) => one.id === "37").obligation = "strive"),
  "the attribute": (file) => (file.indicators.find((one) => one.id === "40").obligationWord = "约束性"),
  "a row left out": (file) => (file.indicators = file.indicators.filter((one) => one.item !== "31")),
  "a half left out": (file) => (file.indicators.find((one) => one.id === "20").rule = { kind: "meetsTarget" }),
  "what is verified": (file) => (file.indicators.find((one) => one.id === "5").note = "核对情况：只核对过标准，其余未经核对。"),
  "a quote": (file) => (file.indicators.find((one) => one.id === "22").quote = "≥4.6"),
};
for (const [what, change] of Object.entries(slips)) {
  test(`a slip is noticed: ${what}`, () => {
    const file = structuredClone(scheme);
    change(file);
    assert.notDeepEqual(problems_of(file), []);
  });
}
