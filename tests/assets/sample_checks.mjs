// What must hold between the sample files, the target pack and the scheme. Each check returns the list of what is wrong.

const kTokens = ["pass", "fail", "notapplicable", "notchecked", "unknown", "error", "informational"];

const by_id = (list) => new Map(list.map((entry) => [entry.id, entry]));
const is_sorted = (object) => Object.keys(object).every((key, at, keys) => at === 0 || keys[at - 1] < key);
const applies = (item, region) => item.appliesWhen?.regions?.includes(region) ?? true;
const targetable = (rule) => rule?.kind === "meetsTarget" || (rule?.rules ?? []).some(targetable);

/** Marked as invented data wherever a person looks. */
export function marked(file) {
  return file.sample === true && file.title.startsWith("示例（虚构数据）") ? [] : ["not marked as a sample"];
}

/** Ids, options and inputs are the scheme's; what the scheme excludes or computes is not answered. */
export function answers(file, scheme) {
  const problems = [];
  const indicators = by_id(scheme.indicators);
  const measures = by_id(scheme.measures);
  const items = by_id(scheme.items);
  if (file.scheme.id !== scheme.id || file.scheme.version !== scheme.version) problems.push("another scheme");
  if (!scheme.years.includes(file.year)) problems.push("another year");
  if (!scheme.regions.some((region) => region.id === file.region)) problems.push("another region");
  for (const list of ["answers", "measures"]) if (!is_sorted(file[list])) problems.push(`${list} not sorted`);
  for (const [id, answer] of Object.entries(file.answers)) {
    const indicator = indicators.get(id);
    if (!indicator) {
      problems.push(`${id}: no such indicator`);
      continue;
    }
    const { kind, options = [], inputs = [] } = indicator.value;
    if (!applies(items.get(indicator.item), file.region)) problems.push(`${id}: does not apply`);
    if (kind === "status" && "value" in answer && !options.includes(answer.value)) problems.push(`${id}: ${answer.value} is no option`);
    if ((kind === "measure" || kind === "none") && ("value" in answer || "inputs" in answer)) problems.push(`${id}: nothing to fill in`);
    if (kind === "number" && "value" in answer && !/^-?\d+(\.\d+)?$/.test(answer.value)) problems.push(`${id}: ${answer.value}`);
    for (const input of Object.keys(answer.inputs ?? {})) {
      if (!inputs.some((entry) => entry.id === input)) problems.push(`${id}: no input ${input}`);
    }
    if ("target" in answer && !targetable(indicator.rule)) problems.push(`${id}: a target nobody asks for`);
    if ("notApplicable" in answer && answer.notApplicable.reason.trim() === "") problems.push(`${id}: no reason`);
    const evidence = (answer.evidence ?? []).map((entry) => entry.id);
    if (new Set(evidence).size !== evidence.length) problems.push(`${id}: evidence twice`);
  }
  for (const [id] of Object.entries(file.measures)) {
    if (!measures.has(id)) problems.push(`${id}: no such measure`);
    else if (!applies(items.get(measures.get(id).item), file.region)) problems.push(`${id}: does not apply`);
  }
  return problems;
}

/** Every entry of a pack is for a county and an indicator judged by a target, once, in the right direction. */
export function pack(file, scheme) {
  const problems = [];
  const indicators = by_id(scheme.indicators);
  const seen = new Set();
  if (file.scheme !== scheme.id) problems.push("another scheme");
  for (const { region, indicator, year, value, direction } of file.targets) {
    const key = `${region} ${indicator} ${year}`;
    if (seen.has(key)) problems.push(`${key}: twice`);
    seen.add(key);
    if (!scheme.regions.some((entry) => entry.id === region && entry.level === "county")) problems.push(`${key}: no such county`);
    if (!scheme.years.includes(year)) problems.push(`${key}: another year`);
    const rule = indicators.get(indicator)?.rule;
    if (!targetable(rule)) problems.push(`${key}: not judged by a target`);
    else if (direction !== (indicators.get(indicator).value.direction === "lower" ? "atMost" : "atLeast")) problems.push(`${key}: direction`);
    if (!/^-?\d+(\.\d+)?$/.test(value)) problems.push(`${key}: ${value}`);
  }
  for (const { id } of scheme.regions.filter((entry) => entry.level === "county")) {
    if (!file.targets.some((entry) => entry.region === id)) problems.push(`${id}: no targets`);
  }
  return problems;
}

/** The targets inside an assessment are those of the pack for its region, with what the pack says once written out. */
export function embedded(file, targets) {
  const { documentNumber, date, issuer } = targets;
  const wanted = targets.targets
    .filter((entry) => entry.region === file.region)
    .map(({ note, ...entry }) => ({ ...entry, documentNumber, date, issuer, ...(note === undefined ? {} : { note }) }));
  return JSON.stringify(file.targets) === JSON.stringify(wanted) ? [] : ["not the pack's targets"];
}

/** The page of expected results: one section a sample, one line an indicator, the counts and gates it states are its own. */
export function expected(page, files, scheme) {
  const problems = [];
  for (const [name, file] of Object.entries(files)) {
    const section = page.split(/^## /m).find((part) => part.split("\n")[0].includes(name)) ?? "";
    const rows = [...section.matchAll(/^\| (\S+) \| (\w+) \| .+ \|$/gm)].filter(([, id]) => id !== "indicator").map(([, id, token]) => [id, token]);
    if (rows.map(([id]) => id).join() !== scheme.indicators.map((entry) => entry.id).join()) problems.push(`${name}: not one line an indicator`);
    const results = new Map(rows);
    for (const token of kTokens) {
      const number = rows.filter((row) => row[1] === token).length;
      if (!section.includes(`${token} ${number}`)) problems.push(`${name}: ${number} ${token}`);
    }
    for (const [id, token] of rows) {
      if (!kTokens.includes(token)) problems.push(`${name} ${id}: ${token}`);
      const item = scheme.items.find((entry) => entry.id === id.split(".").slice(0, -1).join("."));
      const answer = file.answers[id] ?? {};
      const excluded = !applies(item, file.region) || "notApplicable" in answer;
      if ((token === "notapplicable") !== excluded) problems.push(`${name} ${id}: applicable or not`);
    }
    for (const gate of scheme.gates) {
      const members = scheme.indicators.filter((entry) => gate.obligations.includes(entry.obligation)).map((entry) => results.get(entry.id));
      const applicable = members.filter((token) => token !== "notapplicable");
      const passed = applicable.filter((token) => token === "pass").length;
      const line = `${gate.id} ${passed === applicable.length ? "pass" : "fail"} (${passed} of ${applicable.length}`;
      if (!section.includes(line)) problems.push(`${name}: ${line})`);
    }
  }
  return problems;
}
