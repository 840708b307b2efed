// The scheme of the Guigang plan says what the plan says: see scheme_checks.mjs.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";

import { checks } from "./scheme_checks.mjs";
import { normalise, read_bytes, read_json, read_text } from "./support.mjs";

const scheme = read_json("assets/schemes/guigang-2023.scheme.json");
const plan = normalise(read_text(`assets/schemes/${scheme.source.textFile}`));

test("the plan's text is the one received, byte for byte", () => {
  const digest = createHash("sha256").update(read_bytes("assets/schemes/guigang-2023.plan.txt")).digest("hex");
  assert.equal(digest, "58292cf1b769407550bd6b2f54eedbd5af16b9f21d882f2a4c5478eb724531fd");
});

for (const [name, check] of Object.entries(checks)) {
  test(`the scheme against the plan: ${name}`, () => assert.deepEqual(check(scheme, plan), []));
}
