// The numbers among folded words, by value: "twelve" is 12 and "3m" is "3 million".
// tests/web/compare/words.test.ts holds it.

const units = [
  'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

// "One" is left out: it is a pronoun more often than a number.
const spelled = new Map<string, number>([
  ...units.map((name, i) => [name, i + 2] as const),
  ...tens.map((name, i) => [name, 10 * (i + 2)] as const),
  ...tens.flatMap((ten, i) =>
    ['one', ...units.slice(0, 8)].map((unit, j) => [`${ten}-${unit}`, 10 * (i + 2) + j + 1] as const),
  ),
]);

const scales = new Map<string, number>([
  ['dozen', 12], ['hundred', 100], ['thousand', 1e3], ['k', 1e3],
  ['million', 1e6], ['m', 1e6], ['mn', 1e6],
  ['billion', 1e9], ['bn', 1e9], ['trillion', 1e12], ['tn', 1e12],
]);

/** The numbers among `words`, as text that is the same for the same value. */
export function numbersIn(words: readonly string[]): string[] {
  const found: string[] = [];
  let value: number | null = null;
  const close = (): void => {
    if (value !== null) found.push(String(Number(value.toPrecision(12))));
    value = null;
  };
  for (const word of words) {
    const scale = scales.get(word);
    if (scale !== undefined && (value !== null || word.length > 2)) {
      value = (value ?? 1) * scale;
      continue;
    }
    close();
    value = spelled.get(word) ?? null;
    if (value !== null || !/^\p{N}/u.test(word)) continue;
    const parts = /^(\d+(?:,\d{3})*(?:\.\d+)?)([a-z]*)$/.exec(word);
    if (!parts) {
      found.push(word); // "2019-20", "½": the same only if written the same
      continue;
    }
    value = Number((parts[1] ?? '').replaceAll(',', '')) * (scales.get(parts[2] ?? '') ?? 1);
  }
  close();
  return found;
}
