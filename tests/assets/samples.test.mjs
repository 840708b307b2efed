// The sample files fit the scheme, the target pack and the page of expected results; and the checks can fail.
import assert from "node:assert/strict";
import { test } from "node:test";

import { answers, embedded, expected, marked, pack } from "./sample_checks.mjs";
import { list, read_json, read_text } from "./support.mjs";

const scheme = read_json("assets/schemes/guigang-2023.scheme.json");
const targets = read_json("assets/samples/sample-2023.targets.json");
const page = read_text("assets/samples/EXPECTED.md");
// Those of the teaching scheme have a test of their own.
const paths = list("assets/samples", ".assessment.json").filter((path) => path.includes("/sample-"));
const files = Object.fromEntries(paths.map((path) => [path.split("/").at(-1), read_json(path)]));
const one = files["sample-450804-2023.assessment.json"];

test("the samples are there and written as two-space JSON", () => {
  assert.equal(paths.length, 2);
  for (const path of [...paths, "assets/samples/sample-2023.targets.json"]) {
    assert.equal(read_text(path), JSON.stringify(read_json(path), null, 2) + "\n", path);
  }
});

for (const [name, file] of Object.entries(files)) {
  test(`${name} is marked as invented`, () => assert.deepEqual(marked(file), []));
  test(`${name} fits the scheme`, () => assert.deepEqual(answers(file, scheme), []));
  test(`${name} holds the pack's targets for its region`, () => assert.deepEqual(embedded(file, targets), []));
}

test("the target pack is marked as invented", () => assert.deepEqual(marked(targets), []));
test("the target pack fits the scheme", () => assert.deepEqual(pack(targets, scheme), []));
test("some targets are not assigned to 覃塘区", () => {
  const assigned = (region) => targets.targets.filter((entry) => entry.region === region).length;
  assert.equal(assigned("450881"), 10);
  assert.equal(assigned("450804"), 7);
});
test("the page of expected results fits the samples", () => assert.deepEqual(expected(page, files, scheme), []));

const broken = {
  "an unknown indicator": (file) => (file.answers["7.3.z"] = { value: "1" }),
  "a status that is no option": (file) => (file.answers["1.2.a"].value = "基本实施"),
  "an unknown input": (file) => (file.answers["7.3.a"].inputs.towns = "3"),
  "a number with its unit": (file) => (file.answers["8.1.a"].value = "12.5%"),
  "a value for a measure": (file) => (file.answers["1.1.a"] = { value: "完成" }),
  "an unknown measure": (file) => (file.measures["7.3-m9"] = { state: "done" }),
  "another version of the scheme": (file) => (file.scheme.version = "2.0.0"),
  "another year": (file) => (file.year = 2024),
  "a reason that is blank": (file) => (file.answers["1.4.a"].notApplicable.reason = " "),
  "a county without (十)": (file) => (file.region = "450881"),
};
for (const [what, change] of Object.entries(broken)) {
  test(`answers notices ${what}`, () => {
    const file = structuredClone(one);
    change(file);
    assert.notDeepEqual(answers(file, scheme), []);
  });
}

test("pack notices entries that do not fit", () => {
  const changes = [
    (file) => file.targets.push(file.targets[0]),
    (file) => (file.targets[0].indicator = "7.3.a"),
    (file) => (file.targets[0].direction = "atMost"),
    (file) => (file.targets[0].region = "450800"),
    (file) => (file.targets = file.targets.filter((entry) => entry.region !== "450821")),
  ];
  for (const change of changes) {
    const file = structuredClone(targets);
    change(file);
    assert.notDeepEqual(pack(file, scheme), [], String(change));
  }
});

test("embedded notices another target", () => {
  const file = structuredClone(one);
  file.targets[0].value = "93.6";
  assert.notDeepEqual(embedded(file, targets), []);
});

test("expected notices a changed page", () => {
  for (const [from, to] of [["| 1.1.d | fail |", "| 1.1.d | pass |"], ["| 5.1.e | notchecked | no answer |\n", ""], ["(19 of 34)", "(20 of 34)"], ["| 10.a | pass |", "| 10.a | failed |"]]) {
    assert.ok(page.includes(from));
    assert.notDeepEqual(expected(page.replace(from, to), files, scheme), [], from);
  }
});
