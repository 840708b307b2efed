// A neutral assessment in the product's own format, luping-assessment (docs/formats/assessment.md): the same facts, as a
// person would have entered them. The scheme is translated in translate_scheme.mjs.
//
//   numbers          decimal strings, digit for digit as JSON prints them
//   true, false      是, 否 (attributes: true, false)
//   null, empty      left out
//   history          the five years before the assessment's year, oldest first in the neutral form
//   na               notApplicable with a reason

const NOT_APPLICABLE = { reason: '本县不涉及' };

/** The text of a value, or undefined when there is none. */
function textOf(value) {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = String(value);
  if (typeof value !== 'number' || !/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`no plain decimal: ${text}`);
  return text;
}

/** The entries that have a value, as texts; undefined when none has. */
function textsOf(entries) {
  const filled = entries.map(([key, value]) => [key, textOf(value)]).filter(([, text]) => text !== undefined);
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

function translateItem(item, year) {
  const first = year - item.history.length;
  // JSON.stringify leaves out what is undefined.
  return {
    value: textOf(item.value),
    baseline: textOf(item.baseline),
    history: textsOf(item.history.map((value, i) => [first + i, value])),
    target: textOf(item.target),
    inputs: textsOf(Object.entries(item.inputs ?? {})),
    note: item.note || undefined,
    notApplicable: item.na ? NOT_APPLICABLE : undefined,
  };
}

const isEmpty = (answer) => Object.values(answer).every((field) => field === undefined);

/** A luping-assessment object, for the scheme `bench` version `1`. An answer with nothing in it is left out. */
export function translateAssessment({ county, items }) {
  const answers = Object.entries(items).map(([id, item]) => [id, translateItem(item, county.year)]);
  return {
    format: 'luping-assessment',
    formatVersion: 1,
    id: `bench-${county.code}-${county.year}`,
    scheme: { id: 'bench', version: '1' },
    region: county.code,
    year: county.year,
    attributes: {
      terrain: county.attrs.terrain,
      citySize: county.attrs.citySize,
      coastal: String(county.attrs.coastal),
    },
    answers: Object.fromEntries(answers.filter(([, answer]) => !isEmpty(answer))),
  };
}
