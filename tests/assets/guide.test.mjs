// Every example of the guide for authors is sound: put into a scheme of the least size, the JSON Schema and `luping check` accept
// it. What the guide calls broken is refused where it says.
import assert from "node:assert/strict";
import { test } from "node:test";

import { check_text, is_clean } from "./luping.mjs";
import { read_json, read_text, validators } from "./support.mjs";

const guide = read_text("docs/authoring-a-scheme.zh.md");
const validate = validators().scheme;

const unit = (id, label, quantity, factor, divisor) => ({ id, label, name: label, ...(quantity && { quantity, factor, ...(divisor && { divisor }) }) });
const status = { kind: "status", options: ["已建立", "正在建立", "未建立"] };
const number = { kind: "number", unit: "percent", direction: "higher", minimum: "0", maximum: "100" };
const none = { kind: "none" };
const indicator = (id, value, rule, more = {}) => ({ id, item: "1", name: id, quote: "要求", obligation: "must", value, rule, ...more });
const sound = (id = "1.z") => indicator(id, number, { kind: "atLeast", threshold: "50" });

const minimal = () => ({
  format: "luping-scheme", formatVersion: 1, id: "guide", version: "1.0.0", title: "例子", years: [2024, 2025], source: { document: "例子" },
  regions: [{ id: "990101", name: "青山县", level: "county", type: "县" }, { id: "990102", name: "平川区", level: "county", type: "市辖区" }],
  attributes: [{ id: "terrain", name: "地形", values: ["山区", "丘陵地区", "平原地区"] }],
  externals: [{ id: "province-average", name: "全省平均", unit: "percent" }],
  units: [
    unit("percent", "%"), unit("case", "件"), unit("m3", "立方米"), unit("person", "人"), unit("tce", "吨标准煤"), unit("10k-yuan", "万元"), unit("tce-per-10k-yuan", "吨标准煤/万元"),
    unit("hectare", "公顷", "area", "10000"), unit("mu", "亩", "area", "10000", "15"), unit("km2", "平方公里", "area", "1000000"),
  ],
  organisations: [], groups: [{ id: "1", number: "（一）", title: "组", part: "部分" }],
  items: [{ id: "1", group: "1", number: "1", title: "条目", text: "要求。", leadUnits: [], responsibleUnits: [] }],
  indicators: [sound()], measures: [{ id: "1-m1", item: "1", quote: "要求" }], readings: [],
  gates: [{ id: "all", title: "全部达标", kind: "allPass", required: true }],
});

/** What a rule needs to be asked about. */
function value_for(rule) {
  if (rule.kind === "oneOf") return status;
  if (rule.kind === "mustNotOccur") return { kind: "event" };
  if (rule.kind === "summary" || rule.kind === "informational") return none;
  return number;
}

/** A scheme around an example, by the kind the guide gives it. */
const wrap = {
  part: (part) => {
    const scheme = { ...minimal(), ...part };
    // An example that brings groups and items of its own brings their indicators, too; others speak of the scheme around them.
    if (part.units) scheme.units = [...part.units, ...minimal().units.filter(({ id }) => !part.units.some((own) => own.id === id))];
    if (part.regions) assert.ok(part.attributes, "regions with attributes");
    if (part.items) scheme.measures = part.measures ?? [];
    return scheme;
  },
  indicator: (one) => ({ ...minimal(), indicators: [one] }),
  rule: (rule) => ({ ...minimal(), indicators: [indicator("1.a", value_for(rule), rule), ...(value_for(rule) === none ? [sound()] : [])] }),
  value: (value) => ({
    ...minimal(),
    indicators: [indicator("1.a", value, value.kind === "event" ? { kind: "mustNotOccur" } : value.kind === "status" ? { kind: "oneOf", values: value.options.slice(0, 1) } : value.kind === "measure" ? { kind: "oneOf", values: ["完成"] } : { kind: "informational" }), sound()],
  }),
  threshold: (threshold) => ({ ...minimal(), indicators: [indicator("1.a", number, { kind: "atLeast", threshold })] }),
  condition: (appliesWhen) => ({ ...minimal(), indicators: [{ ...sound(), appliesWhen }] }),
  rollup: (rollup) => ({ ...minimal(), indicators: [{ ...sound(), value: { ...number, unit: "hectare" }, rollup }] }),
  gate: (gate) => {
    const scheme = { ...minimal(), gates: [gate] };
    const event = indicator("1.y", { kind: "event" }, { kind: "mustNotOccur" }, { veto: gate.kind === "noVeto", evidence: { required: true } });
    scheme.indicators.push({ ...sound("1.s"), obligation: "strive" }, event);
    return scheme;
  },
};

const examples = [...guide.matchAll(/^```json (\w+)\n([\s\S]*?)^```$/gm)].map(([, kind, text], at) => ({ at: at + 1, kind, text }));
const problem_of = (scheme) => {
  if (!validate(scheme)) return JSON.stringify(validate.errors);
  const checked = check_text("example.scheme.json", JSON.stringify(scheme, null, 2));
  return is_clean(checked) ? "" : checked.output;
};

test("the scheme around the examples is sound by itself", () => assert.equal(problem_of(minimal()), ""));

for (const { at, kind, text } of examples.filter((one) => one.kind !== "broken")) {
  test(`example ${at} (${kind}) is sound`, () => {
    assert.ok(wrap[kind], `no way to check a ${kind}`);
    assert.equal(problem_of(wrap[kind](JSON.parse(text))), "", text);
  });
}

test("no example is left unchecked", () => {
  assert.equal(examples.length, [...guide.matchAll(/^```json/gm)].length);
  assert.ok(examples.length > 40);
});

test("every kind of rule, value, gate, roll-up and reference has its example or its line", () => {
  const schema = read_json("assets/schema/scheme.schema.json");
  const words = (node) => (Array.isArray(node) ? node.flatMap(words) : node && typeof node === "object" ? [...(node.enum ?? []), ...Object.entries(node).filter(([key]) => key !== "enum").flatMap(([, child]) => words(child))] : []);
  const kinds = [...schema.$defs.rule.properties.kind.enum, ...schema.$defs.value.properties.kind.enum, ...schema.$defs.gate.properties.kind.enum, ...words(schema.$defs.rollup), ...words(schema.$defs.reference)];
  assert.ok(kinds.length > 30);
  const missing = [...new Set(kinds)].filter((kind) => !guide.includes(`"${kind}"`) && !guide.includes(`\`${kind}\``));
  assert.deepEqual(missing, []);
});

const broken = [...guide.matchAll(/^```json broken\n([\s\S]*?)^```\n```text\n(.*)\n```$/gm)];
test("what the guide calls broken is refused where it says", () => {
  assert.equal(broken.length, examples.filter((one) => one.kind === "broken").length);
  for (const [, text, place] of broken) {
    const checked = check_text("example.scheme.json", JSON.stringify(wrap.part(JSON.parse(text)), null, 2));
    assert.notEqual(checked.status, 0, text);
    assert.ok(checked.output.includes(`（${place}）：`), checked.output);
  }
});

test("the files and pages the guide names are there", () => {
  for (const [, path] of guide.matchAll(/`(assets\/[^`]+)`/g)) assert.ok(read_text(path).length > 0, path);
  for (const [, path] of guide.matchAll(/\]\(([^)]+)\)/g)) assert.ok(read_text(`docs/${path}`).length > 0, path);
});
