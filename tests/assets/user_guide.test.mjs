// The user guide's pictures: each is drawn by tests/support/guide_images.mjs, is there, and none is drawn for nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { pictures } from "../support/guide_images.mjs";
import { root } from "../support/tour.mjs";
import { read_text } from "./support.mjs";

const shown = [...read_text("docs/user-guide.zh.md").matchAll(/^!\[([^\]]+)\]\(images\/([^)]+)\.png\)$/gm)];

test("the guide shows every picture that is drawn for it, and no other", () => {
  const names = shown.map(([, , name]) => name);
  assert.deepEqual([...names].sort(), Object.keys(pictures).sort());
  for (const [, words] of shown) assert.match(words, /[\u4e00-\u9fff]/);
});

test("every picture is a picture of the whole window", () => {
  for (const name of Object.keys(pictures)) {
    const bytes = readFileSync(path.join(root, "docs/images", `${name}.png`));
    assert.equal(bytes.toString("latin1", 1, 4), "PNG", name);
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1366, 768], name);
  }
});
