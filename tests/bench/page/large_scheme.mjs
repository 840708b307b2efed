// A scheme with many times the indicators of a shipped one, for measuring: copies of every item under every group.

/** `scheme` as JSON.parse gave it; `times` copies of its items and indicators under ids of their own. */
export function multiplied(scheme, times) {
  const copy = (one, n, keys) => {
    const made = structuredClone(one);
    for (const key of keys) made[key] = n === 0 ? made[key] : `${made[key]}-${n}`;
    return made;
  };
  const rounds = [...Array(times).keys()];
  // What names other indicators stays with the first round: copies would name one twice.
  const plain = scheme.indicators.filter((indicator) => !JSON.stringify(indicator).includes('"indicators"'));
  return {
    ...scheme,
    id: `${scheme.id}-x${times}`,
    shortTitle: `放大 ${times} 倍`,
    items: rounds.flatMap((n) => scheme.items.map((item) => copy(item, n, ['id']))),
    indicators: [
      ...scheme.indicators,
      ...rounds.slice(1).flatMap((n) => plain.map((indicator) => copy(indicator, n, ['id', 'item']))),
    ],
  };
}
