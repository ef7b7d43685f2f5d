// Words that are the same and only written otherwise. English, as the articles are.
// tests/web/check/align.test.ts holds it.

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** `variant`: the same letters; `number`: the same number, in letters or digits; null: neither. Keys of words. */
export function sameWriting(one: readonly string[], other: readonly string[]): 'variant' | 'number' | null {
  if (!one.length || !other.length || one.length + other.length > 12) return null;
  const [left, right] = [one, other].map((keys) => keys.map(written).join('').replace(/[.,']/g, ''));
  if (left === right) return 'variant';
  const [value, same] = [valueOf(one), valueOf(other)];
  return value !== null && value === same ? 'number' : null;
}

const written = (key: string): string => (key === '%' ? 'percent' : key);

/** "five", "5", "twenty five": up to 99. */
function valueOf(keys: readonly string[]): number | null {
  const [first = '', second] = keys;
  if (keys.length === 1 && /^\d{1,2}$/.test(first)) return Number(first);
  const ten = tens.indexOf(first);
  if (keys.length === 1) {
    if (ten >= 0) return (ten + 2) * 10;
    const value = small.indexOf(first);
    return value < 0 ? null : value;
  }
  const unit = small.indexOf(second ?? '');
  return keys.length === 2 && ten >= 0 && unit > 0 && unit < 10 ? (ten + 2) * 10 + unit : null;
}
