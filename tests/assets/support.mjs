// Where the shipped files are and how the tests read them.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";

const root = new URL("../../", import.meta.url);

export const read_bytes = (path) => readFileSync(new URL(path, root));
export const read_text = (path) => read_bytes(path).toString("utf8");
export const read_json = (path) => JSON.parse(read_text(path));

/** Paths of the files of a folder whose names end so, sorted. */
export const list = (folder, ending) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);

/** The plan's text as the scheme quotes it: no blanks, no markdown asterisks, formulas written as ≥x%. */
export const normalise = (text) => text.replace(/\$\\geq\s*([\d.]+)\\%\$/g, "≥$1%").replace(/[\s*]/g, "");

/** A validator for each of the formats, by the first part of the schema's file name. */
export function validators() {
  const require = createRequire(new URL("web/package.json", root));
  const Ajv = require("ajv/dist/2020.js").default;
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  const files = list("assets/schema", ".schema.json");
  for (const file of files) ajv.addSchema(read_json(file));
  return Object.fromEntries(
    files.map((file) => [file.match(/([\w-]+)\.schema\.json$/)[1], ajv.getSchema(read_json(file).$id)]),
  );
}
