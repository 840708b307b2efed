// Roll-ups, suppositions and progress as the golden tests record them fit their JSON Schemas; damaged ones do not.
import assert from "node:assert/strict";
import { test } from "node:test";

import { read_text, validators } from "./support.mjs";

const validate = validators();

/** What the program printed in a golden case. */
function printed(name) {
  const text = read_text(`tests/golden/cases/${name}.txt`);
  return JSON.parse(text.split("--- stdout\n")[1].split(/^--- /m)[0]);
}

const whole = { rollup: printed("rollup-json"), "what-if": printed("what-if-json"), progress: printed("progress-json") };

/** One change a line; each must make a valid file invalid. */
const damage = {
  rollup: {
    "another format": (file) => (file.format = "luping-result"),
    "a later version": (file) => (file.formatVersion = 2),
    "no counties": (file) => (file.counties = []),
    "an unknown method": (file) => (file.indicators[0].method = "mean"),
    "an unknown state": (file) => (file.indicators[0].state = "nearly"),
    "a partial line without what is missing": (file) => delete file.indicators[0].missing,
    "a partial line with nothing missing": (file) => (file.indicators[0].missing = []),
    "an unknown reason for a county missing": (file) => (file.indicators[0].missing[0].why = "late"),
    "a sum as a JSON number": (file) => (file.indicators[0].sums.treated = 149),
    "a line without a sentence": (file) => delete file.indicators[0].sentence,
    "a count below zero": (file) => (file.counts.pass = -1),
    "an unknown result": (file) => (file.conclusion.result = "partial"),
  },
  "what-if": {
    "another format": (file) => (file.format = "luping-result"),
    "no side after": (file) => delete file.changes[0].after,
    "a supposition of nothing": (file) => (file.supposed[0] = { indicator: "ratio" }),
    "a threshold that is no number": (file) => (file.supposed[1].threshold = "70%"),
    "a gap without its relative": (file) => delete file.failing[0].relative,
    "a lever without its change": (file) => delete file.failing[0].lever.change,
    "one conclusion": (file) => delete file.conclusion.before,
  },
  progress: {
    "another format": (file) => (file.format = "luping-result"),
    "an unknown state": (file) => (file.indicators[0].state = "late"),
    "unknown without an obstacle": (file) => delete file.indicators.find((one) => one.state === "unknown").obstacle,
    "a share as a JSON number": (file) => (file.indicators[0].share = 0.3),
    "a year as text": (file) => (file.indicators[0].goalYear = "2025"),
    "an unknown source of the goal": (file) => (file.indicators[0].goalSource = "guess"),
  },
};

for (const [kind, changes] of Object.entries(damage)) {
  test(`the ${kind} schema takes what the program writes`, () => {
    assert.ok(validate[kind](whole[kind]), JSON.stringify(validate[kind].errors));
  });

  test(`the ${kind} schema refuses damaged files`, async (t) => {
    for (const [name, change] of Object.entries(changes)) {
      await t.test(name, () => {
        const file = structuredClone(whole[kind]);
        change(file);
        assert.equal(validate[kind](file), false);
      });
    }
  });

  test(`the ${kind} schema allows fields it does not know`, () => {
    const file = { ...structuredClone(whole[kind]), "x-tool": 1, later: true };
    assert.ok(validate[kind](file), JSON.stringify(validate[kind].errors));
  });
}
