// The JSON Schemas accept every shipped file and refuse damaged ones.
import assert from "node:assert/strict";
import { test } from "node:test";

import { list, read_json, validators } from "./support.mjs";

const validate = validators();

const shipped = {
  scheme: list("assets/schemes", ".scheme.json"),
  assessment: list("assets/samples", ".assessment.json"),
  targets: list("assets/samples", ".targets.json"),
};

test("there is one schema a format", () => {
  assert.deepEqual(Object.keys(validate).sort(), ["assessment", "progress", "result", "rollup", "scheme", "targets", "what-if"]);
});

for (const [kind, files] of Object.entries(shipped)) {
  test(`every shipped ${kind} file is valid`, () => {
    assert.ok(files.length > 0);
    for (const file of files) {
      const valid = validate[kind](read_json(file));
      assert.ok(valid, `${file}: ${JSON.stringify(validate[kind].errors, null, 1)}`);
    }
  });
}

/** The example of docs/formats/result.md with values in it. */
const result = {
  format: "luping-result",
  formatVersion: 1,
  generator: "luping 0.1.0",
  results: [
    {
      file: "a.json",
      assessment: "a-450804-2023",
      sample: false,
      scheme: { id: "guigang-2023", version: "1.0.0" },
      region: { id: "450804", name: "覃塘区" },
      year: 2023,
      conclusion: { result: "fail", sentence: "尚未全部达标。" },
      counts: { pass: 0, fail: 1, notapplicable: 0, notchecked: 73, unknown: 0, error: 0, informational: 0 },
      gates: [{ id: "must", title: "确保类指标全部达标", required: true, result: "notchecked", passed: 0, applicable: 35 }],
      indicators: [
        {
          id: "7.3.a",
          name: "农村生活污水治理率",
          obligation: "should",
          result: "fail",
          reason: "comparison",
          value: "47.706422",
          rounded: true,
          unit: "%",
          threshold: "≥ 50 %",
          gap: "-2.293578",
          lever: { input: "treated", change: "3" },
          explanation: "52÷109＝47.7%，低于50%。",
        },
      ],
    },
  ],
};

const whole = {
  scheme: read_json(shipped.scheme[0]),
  assessment: read_json("assets/samples/sample-450804-2023.assessment.json"),
  targets: read_json(shipped.targets[0]),
  result,
};

/** One change a line; each must make a valid file invalid. */
const damage = {
  scheme: {
    "another format": (file) => (file.format = "luping-targets"),
    "a later version": (file) => (file.formatVersion = 2),
    "no indicators": (file) => delete file.indicators,
    "a threshold that is no number": (file) => (find(file.indicators, "1.1.d").rule.threshold = "20%"),
    "a threshold left out": (file) => delete find(file.indicators, "1.1.d").rule.threshold,
    "an unknown kind of rule": (file) => (find(file.indicators, "1.1.d").rule.kind = "about"),
    "an unknown kind of rule inside another": (file) => (find(file.indicators, "2.2.c").rule.rules[1].kind = "stable"),
    "an unknown obligation": (file) => (find(file.indicators, "1.1.d").obligation = "may"),
    "a number without a unit": (file) => delete find(file.indicators, "1.1.d").value.unit,
    "a formula without inputs": (file) => delete find(file.indicators, "1.1.d").value.inputs,
    "a status without options": (file) => delete find(file.indicators, "1.2.a").value.options,
    "an id with a blank": (file) => (file.items[0].id = "1 1"),
    "an input id in capitals": (file) => (find(file.indicators, "1.1.d").value.inputs[0].id = "Ecology"),
    "notes that are no list": (file) => (file.items[0].notes = "一条"),
    "a gate that counts without a count": (file) => (file.gates[0].kind = "atLeastPass"),
    "a year as text": (file) => (file.years = ["2023"]),
    "an unknown way to roll up": (file) => (find(file.indicators, "1.3.a").rollup.method = "mean"),
    "a weighted mean without its weight": (file) => (find(file.indicators, "1.3.a").rollup.method = "weightedMean"),
  },
  assessment: {
    "another format": (file) => (file.format = "luping-scheme"),
    "no region": (file) => delete file.region,
    "a year as text": (file) => (file.year = "2023"),
    "a value that is a list": (file) => (file.answers["7.3.a"].value = ["47.2"]),
    "an input that is true": (file) => (file.answers["7.3.a"].inputs.treated = true),
    "an unknown way of entry": (file) => (file.answers["7.3.a"].entry = "both"),
    "an unknown state of a measure": (file) => (file.measures["1.1-m1"].state = "完成"),
    "not applicable without a reason": (file) => delete file.answers["1.4.a"].notApplicable.reason,
    "an impossible date": (file) => (file.answers["7.3.a"].evidence[0].date = "2023-13-02"),
    "a moment without offset": (file) => (file.modifiedAt = "2023-12-18T16:20:00"),
    "a short digest": (file) => (file.answers["7.3.a"].evidence[0].sha256 = "814aae"),
    "an unknown direction of an embedded target": (file) => (file.targets[0].direction = "higher"),
    "an embedded target without a value": (file) => delete file.targets[0].value,
    "an unknown state of review": (file) => (file.review = "done"),
  },
  targets: {
    "another format": (file) => (file.format = "luping-assessment"),
    "no scheme": (file) => delete file.scheme,
    "an entry without a region": (file) => delete file.targets[0].region,
    "a value that is no number": (file) => (file.targets[0].value = "93.0%"),
    "an unknown direction": (file) => (file.targets[0].direction = "≥"),
    "a date the other way round": (file) => (file.date = "15-03-2023"),
  },
  result: {
    "another format": (file) => (file.format = "luping-assessment"),
    "an unknown result token": (file) => (file.results[0].indicators[0].result = "failed"),
    "a count below zero": (file) => (file.results[0].counts.pass = -1),
    "a token without its count": (file) => delete file.results[0].counts.unknown,
    "a gap as a JSON number": (file) => (file.results[0].indicators[0].gap = -2.3),
    "no conclusion": (file) => delete file.results[0].conclusion,
  },
};

const find = (list, id) => list.find((entry) => entry.id === id);

for (const [kind, changes] of Object.entries(damage)) {
  test(`the ${kind} schema refuses damaged files`, async (t) => {
    assert.ok(validate[kind](whole[kind]), JSON.stringify(validate[kind].errors));
    for (const [name, change] of Object.entries(changes)) {
      await t.test(name, () => {
        const file = structuredClone(whole[kind]);
        change(file);
        assert.equal(validate[kind](file), false);
      });
    }
  });

  test(`the ${kind} schema allows fields it does not know`, () => {
    const file = structuredClone(whole[kind]);
    file["x-tool"] = { any: ["thing", 1] };
    file.later = true;
    assert.ok(validate[kind](file), JSON.stringify(validate[kind].errors));
  });
}
