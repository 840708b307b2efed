// The command line as the tests of shipped files call it. LUPING names another program than the one of preset dev.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = process.env.LUPING ?? join(root, "build/dev/src/cli/luping");

/** Runs it in the repository's root: {status, output}, output being both streams. */
export function luping(...args) {
  const run = spawnSync(program, args, { cwd: root, encoding: "utf8" });
  if (run.error) throw new Error(`${program} did not run: ${run.error.message}`);
  return { status: run.status, output: run.stdout + run.stderr };
}

/** What `luping check` says of a file that stands nowhere: {status, output}. */
export function check_text(name, text) {
  const folder = mkdtempSync(join(tmpdir(), "luping-check-"));
  try {
    writeFileSync(join(folder, name), text);
    return luping("check", join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Nothing to be said against the file: no error and no reminder. */
export const is_clean = ({ status, output }) => status === 0 && /^.*：没有发现错误\n$/u.test(output);
