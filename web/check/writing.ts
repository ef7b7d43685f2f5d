// Words that are the same and only written otherwise. English, as the articles are.
// tests/web/check/cases.test.ts holds it.

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** `variant`: the same letters; `number`: the same with its numbers in digits; null: neither. Keys of words. */
export function sameWriting(one: readonly string[], other: readonly string[]): 'variant' | 'number' | null {
  if (!one.length || !other.length || one.length + other.length > 12) return null;
  const [left, right] = [one, other].map((keys) => lettersOf(keys));
  if (left === right) return 'variant';
  return lettersOf(inDigits(one)) === lettersOf(inDigits(other)) ? 'number' : null;
}

const lettersOf = (keys: readonly string[]): string =>
  keys.map((key) => (key === '%' ? 'percent' : key)).join('').replace(/[.,']/g, '');

/** Numbers up to 99: "twenty", "five" becomes "25". */
function inDigits(keys: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < keys.length; ++at) {
    const key = keys[at] ?? '';
    const ten = tens.indexOf(key);
    const unit = small.indexOf(keys[at + 1] ?? '');
    if (ten >= 0 && unit > 0 && unit < 10) {
      result.push(String((ten + 2) * 10 + unit));
      ++at;
    } else if (ten >= 0) {
      result.push(String((ten + 2) * 10));
    } else {
      const value = small.indexOf(key);
      result.push(value < 0 ? key : String(value));
    }
  }
  return result;
}
