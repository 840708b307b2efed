// Small files for every construct of the formats, tests/data/formats: the JSON Schemas and `luping check` accept the valid ones and
// refuse the invalid ones. Assessments and target packs belong to valid/base.scheme.json.
import assert from "node:assert/strict";
import { test } from "node:test";

import { luping } from "./luping.mjs";
import { list, read_json, validators } from "./support.mjs";

const folder = "tests/data/formats";
const validate = validators();
const kind_of = (file) => file.match(/\.([a-z]+)\.json$/)[1];
const check = (file) =>
  luping("check", file, ...(kind_of(file) === "scheme" ? [] : ["--scheme", `${folder}/valid/base.scheme.json`]));

/** Of each invalid file: who can know (the schema as well, or only the program), and where and how the program says it. */
const refusals = [
  ["threshold-decimal.scheme.json", "schema", "/indicators/0/rule/threshold", "“50%”不是数字"],
  ["threshold-by-year.scheme.json", "schema", "/indicators/0/rule/threshold/byYear/二〇二一", "“二〇二一”不合理"],
  ["threshold-by-year-empty.scheme.json", "schema", "/indicators/0/rule/threshold/byYear", "“byYear”至少要有一项"],
  ["threshold-two-forms.scheme.json", "schema", "/indicators/0/rule/threshold", "只能写一个"],
  ["threshold-formula.scheme.json", "program", "/indicators/0/rule/threshold/formula", "公式第"],
  ["threshold-formula-empty.scheme.json", "schema", "/indicators/0/rule/threshold/formula", "公式第"],
  ["reference-kind.scheme.json", "schema", "/indicators/0/rule/threshold/references/0/kind", "“lastYear”不在可选范围内"],
  ["reference-years.scheme.json", "schema", "/indicators/0/rule/threshold/references/0/years", "“years”不能小于 1"],
  ["reference-name.scheme.json", "schema", "/indicators/0/rule/threshold/references/0/name", "缺少必需的字段“name”"],
  ["rule-of.scheme.json", "schema", "/indicators/0/rule/of", "“stableOrImproving”不能带字段“of”"],
  ["rule-of-unknown.scheme.json", "program", "/indicators/0/rule/of", "“nothing”"],
  ["meets-target-of.scheme.json", "schema", "/indicators/0/rule/comparison", "缺少必需的字段“comparison”"],
  ["meets-target-comparison.scheme.json", "schema", "/indicators/0/rule/of", "缺少必需的字段“of”"],
  ["tolerance-measure.scheme.json", "schema", "/indicators/0/rule/toleranceMeasure", "“relative”不在可选范围内"],
  ["tolerance.scheme.json", "schema", "/indicators/0/rule/tolerance", "“tolerance”不能小于 0"],
  ["gaps.scheme.json", "schema", "/indicators/0/rule/gaps", "“ignore”不在可选范围内"],
  ["comparison-method.scheme.json", "schema", "/indicators/0/comparisonMethod", "“truncated”不在可选范围内"],
  ["target-year.scheme.json", "schema", "/targetYear", "“targetYear”应为数字"],
  ["open-regions.scheme.json", "schema", "/openRegions", "“openRegions”应为true/false"],
  ["attributes.scheme.json", "schema", "/attributes/0/values", "“values”至少要有一项"],
  ["externals.scheme.json", "schema", "/externals/0/unit", "缺少必需的字段“unit”"],
  ["unit-quantity.scheme.json", "schema", "/units/1/factor", "“十分之一”不是数字"],
  ["applies-when.scheme.json", "schema", "/indicators/0/appliesWhen/regions", "缺少必需的字段“regions”"],
  ["applies-when-attributes.scheme.json", "schema", "/indicators/0/appliesWhen/attributes/terrain", "“terrain”至少要有一项"],
  ["rollup.scheme.json", "schema", "/indicators/0/rollup/method", "“average”不在可选范围内"],
  ["rollup-weight.scheme.json", "schema", "/indicators/0/rollup/weight", "缺少必需的字段“weight”"],
  ["evidence.scheme.json", "schema", "/indicators/0/evidence/required", "“required”应为true/false"],
  ["veto.scheme.json", "schema", "/indicators/0/veto", "“veto”应为true/false"],
  ["gate-selectors.scheme.json", "schema", "/gates/0/groups", "“groups”至少要有一项"],
  ["gate-kind.scheme.json", "schema", "/gates/0/kind", "“mostPass”不在可选范围内"],
  ["gate-share.scheme.json", "schema", "/gates/0/share", "缺少必需的字段“share”"],
  ["event.scheme.json", "program", "/indicators/0/rule/values/0", "“没有”不在该指标的选项中"],
  ["must-not-occur.scheme.json", "program", "/indicators/0/rule", "要看状态选项"],
  ["inputs-of-measure.scheme.json", "schema", "/indicators/0/value/inputs", "“measure”不能带字段“inputs”"],
  ["formula-of-status.scheme.json", "schema", "/indicators/0/value/formula", "“status”不能带字段“formula”"],
  ["level.scheme.json", "schema", "/regions/0/level", "“village”不在可选范围内"],
  ["bare-figures.assessment.json", "schema", "/answers/x/baseline", "“baseline”应为数字、文字或对象"],
  ["history.assessment.json", "schema", "/answers/x/history/2022", "“2022”应为数字、文字或对象"],
  ["target.assessment.json", "schema", "/answers/x/target", "“target”应为数字、文字或对象"],
  ["override.assessment.json", "schema", "/answers/x/override", "“override”应为对象"],
  ["indicator-digest.assessment.json", "schema", "/answers/x/indicatorDigest", "“indicatorDigest”应为文字"],
  ["attributes.assessment.json", "schema", "/attributes/terrain", "“terrain”应为数字或文字"],
  ["targets-of-an-input.assessment.json", "schema", "/targets/0/input", "编号“总数”不合规则"],
  ["externals.assessment.json", "schema", "/externals/0/value", "缺少必需的字段“value”"],
  ["unknown-indicator.assessment.json", "program", "/answers/y", "指标“y”不在指标体系中"],
  ["input.targets.json", "schema", "/targets/0/input", "“input”应为文字"],
  ["input-twice.targets.json", "program", "/targets/1", "有两个目标"],
  ["externals.targets.json", "schema", "/externals/0/year", "缺少必需的字段“year”"],
];

test("every valid example is accepted", async (t) => {
  for (const file of list(`${folder}/valid`, ".json")) {
    await t.test(file.slice(folder.length + 1), () => {
      assert.ok(validate[kind_of(file)](read_json(file)), JSON.stringify(validate[kind_of(file)].errors, null, 1));
      const { status, output } = check(file);
      assert.equal(status, 0, output);
    });
  }
});

test("every invalid example is refused, and the place is named", async (t) => {
  assert.deepEqual(list(`${folder}/invalid`, ".json").sort(), refusals.map(([name]) => `${folder}/invalid/${name}`).sort());
  for (const [name, knows, pointer, words] of refusals) {
    await t.test(name, () => {
      const file = `${folder}/invalid/${name}`;
      assert.equal(validate[kind_of(file)](read_json(file)), knows === "program", "the schema");
      const { status, output } = check(file);
      assert.equal(status, 2, output);
      const line = output.split("\n").find((one) => one.includes(`（${pointer}）`) && one.includes(words));
      assert.ok(line, output);
      assert.match(line, / 第 [1-9]\d* 行第 [1-9]\d* 列（/);
      assert.doesNotMatch(line, /）：提醒：/);
    });
  }
});

test("each new construct has both", () => {
  const names = (kind) => list(`${folder}/${kind}`, ".json").map((file) => file.slice(`${folder}/${kind}/`.length));
  const families = (kind) => new Set(names(kind).map((name) => name.split(/[-.]/)[0]));
  const without = new Set(["base", "other", "carried", "bare"]);
  for (const family of families("valid")) {
    if (!without.has(family)) assert.ok(families("invalid").has(family), family);
  }
});
