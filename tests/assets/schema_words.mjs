// Which words and fields of a JSON Schema a file uses: the schema is walked along with the file.
//
// A word is one value of an `enum`, a field one name of `properties`; both carry the schema path they are declared at. What stands
// inside `if` only asks and declares nothing.

const kChildren = ["properties", "$defs"];

/** All words and fields a schema declares, as "path: word" and "path/field". */
export function declared(schema) {
  const words = new Set();
  const fields = new Set();
  const walk = (node, path) => {
    if (Array.isArray(node)) return node.forEach((child, at) => walk(child, `${path}/${at}`));
    if (node === null || typeof node !== "object") return;
    for (const word of node.enum ?? []) words.add(`${path}: ${word}`);
    for (const name of Object.keys(node.properties ?? {})) fields.add(`${path}/${name}`);
    for (const [key, child] of Object.entries(node)) {
      if (key === "if" || key === "enum" || key === "const" || key === "required") continue;
      if (kChildren.includes(key)) for (const [name, inner] of Object.entries(child)) walk(inner, `${path}/${key}/${name}`);
      else walk(child, `${path}/${key}`);
    }
  };
  walk(schema, "#");
  return { words, fields };
}

/** The words and fields of a schema that a file, valid by it, uses. */
export function used(schema, file) {
  const words = new Set();
  const fields = new Set();
  const at = (pointer) => pointer.slice(2).split("/").reduce((node, key) => node[key], schema);
  const walk = (node, path, value) => {
    if (node === null || typeof node !== "object") return;
    if (node.$ref?.startsWith("#/")) walk(at(node.$ref), node.$ref, value);
    if (node.enum?.includes(value)) words.add(`${path}: ${value}`);
    if (value !== null && typeof value === "object" && !Array.isArray(value)) {
      for (const [name, child] of Object.entries(node.properties ?? {})) {
        if (!(name in value)) continue;
        fields.add(`${path}/${name}`);
        walk(child, `${path}/properties/${name}`, value[name]);
      }
      for (const [name, child] of Object.entries(value)) {
        if (!(name in (node.properties ?? {}))) walk(node.additionalProperties, `${path}/additionalProperties`, child);
      }
    }
    if (Array.isArray(value)) value.forEach((child) => walk(node.items, `${path}/items`, child));
    for (const key of ["allOf", "anyOf", "oneOf"]) {
      (node[key] ?? []).forEach((child, index) => walk(child, `${path}/${key}/${index}`, value));
    }
    // Whether the condition holds is the validator's concern: a branch that is not meant has other words.
    for (const key of ["then", "else"]) walk(node[key], `${path}/${key}`, value);
  };
  walk(schema, "#", file);
  return { words, fields };
}
