// The teaching scheme shows every construct there is, is marked as invented, and its sample and pack fit it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { is_clean, luping } from "./luping.mjs";
import { embedded } from "./sample_checks.mjs";
import { declared, used } from "./schema_words.mjs";
import { read_json, read_text, validators } from "./support.mjs";

const paths = {
  scheme: "assets/schemes/teaching.scheme.json",
  assessment: "assets/samples/teaching-990101-2023.assessment.json",
  targets: "assets/samples/teaching-2023.targets.json",
};
const scheme = read_json(paths.scheme);
const sample = read_json(paths.assessment);
const pack = read_json(paths.targets);
const schema = read_json("assets/schema/scheme.schema.json");

for (const [kind, path] of Object.entries(paths)) {
  test(`${path} is valid and nothing is to be said against it`, () => {
    const validate = validators()[kind];
    assert.ok(validate(read_json(path)), JSON.stringify(validate.errors));
    const checked = luping("check", path);
    // The sample is meant to hold a figure that is impossible and one that misses its evidence.
    if (kind === "assessment") assert.equal(checked.status, 0, checked.output);
    else assert.ok(is_clean(checked), checked.output);
  });
}

test("every word of the JSON Schema is used", () => {
  const seen = used(schema, scheme).words;
  const missing = [...declared(schema).words].filter((word) => !seen.has(word));
  assert.deepEqual(missing, []);
});

// A file of a text has none here: the clauses are invented.
const kNotShown = ["#/properties/source/textFile"];
test("every field of the JSON Schema is used", () => {
  const seen = used(schema, scheme).fields;
  const missing = [...declared(schema).fields].filter((field) => !seen.has(field) && !kNotShown.includes(field));
  assert.deepEqual(missing, []);
});

test("a word or field that is not used is noticed", () => {
  const poorer = structuredClone(scheme);
  poorer.indicators = poorer.indicators.filter((one) => one.rule.kind !== "between");
  delete poorer.targetYear;
  const { words, fields } = used(schema, poorer);
  assert.ok(![...words].some((word) => word.endsWith(": between")));
  assert.ok(!fields.has("#/targetYear"));
  assert.ok([...used(schema, scheme).words].some((word) => word.endsWith(": between")));
  assert.ok(used(schema, scheme).fields.has("#/targetYear"));
});

test("every form of a threshold and every function of a formula is used", () => {
  const text = JSON.stringify(scheme.indicators.map(({ rule, value }) => ({ rule, formula: value.formula })));
  for (const part of ['"byYear":', '"references":', '"threshold":"', "min(", "max(", "abs(", "sum("]) assert.ok(text.includes(part), part);
  const converted = new Set(scheme.units.filter((unit) => unit.divisor).map((unit) => unit.id));
  assert.ok(scheme.indicators.some((one) => one.value.inputs?.some((input) => converted.has(input.unit))));
});

test("every indicator says in Chinese what it shows", () => {
  for (const { id, note } of scheme.indicators) assert.match(note ?? "", /^演示：.{6,}/u, id);
});

test("every quote stands in its item's text, every reading's clause in a quote", () => {
  const items = new Map(scheme.items.map((item) => [item.id, item]));
  for (const { id, item, quote, thresholdQuote = "" } of [...scheme.indicators, ...scheme.measures]) {
    assert.ok(items.get(item).text.includes(quote), id);
    assert.ok(quote.includes(thresholdQuote), id);
  }
  for (const { id, clause, indicators } of scheme.readings) {
    assert.ok(indicators.every((of) => scheme.indicators.find((one) => one.id === of).quote.includes(clause)), id);
  }
});

test("it is marked as invented wherever a person looks", () => {
  for (const text of [scheme.title, scheme.shortTitle, scheme.notice]) assert.match(text, /教学示例.*虚构/u);
  for (const file of [sample, pack]) {
    assert.equal(file.sample, true);
    assert.match(file.title, /^教学示例（虚构数据）/u);
  }
  assert.ok(scheme.regions.every((region) => region.id.startsWith("99")), "codes that no region has");
});

test("the sample holds what the pack gives its region", () => {
  assert.deepEqual(embedded(sample, pack), []);
  const { documentNumber, date, issuer } = pack;
  const wanted = pack.externals
    .filter((entry) => (entry.region ?? sample.region) === sample.region)
    .map(({ note, ...entry }) => ({ ...entry, documentNumber, date, issuer, ...(note === undefined ? {} : { note }) }));
  assert.deepEqual(sample.externals, wanted);
});

test("the files are written as they are laid out elsewhere", () => {
  for (const path of [paths.assessment, paths.targets]) assert.equal(read_text(path), JSON.stringify(read_json(path), null, 2) + "\n", path);
});
