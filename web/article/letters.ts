// Counts of letters and marks, and words. By units of UTF-16: what few write outside of the first plane
// counts twice, which changes no judgement. A letter of Chinese, Japanese or Korean counts as three, as it
// says what takes others three.

export interface Counts {
  /** Letters and digits. */
  letters: number;
  digits: number;
  capitals: number;
  commas: number;
}

export function countIn(text: string): Counts {
  const counts = { letters: 0, digits: 0, capitals: 0, commas: 0 };
  for (let at = 0; at < text.length; ++at) {
    const unit = text.charCodeAt(at);
    if (unit >= 97 && unit <= 122) ++counts.letters;
    else if (unit >= 65 && unit <= 90) {
      ++counts.letters;
      ++counts.capitals;
    } else if (unit >= 48 && unit <= 57) {
      ++counts.letters;
      ++counts.digits;
    } else if (unit === 0x2c || unit === 0x60c || unit === 0x3001 || unit === 0xff0c) ++counts.commas;
    else if (isLetter(unit)) {
      counts.letters += isDense(unit) ? 3 : 1;
      if ((unit >= 0xc0 && unit <= 0xde && unit !== 0xd7) || (unit >= 0x391 && unit <= 0x3ab) || (unit >= 0x400 && unit <= 0x42f)) ++counts.capitals;
    }
  }
  return counts;
}

export const lettersIn = (text: string): number => countIn(text).letters;

const isDense = (unit: number): boolean =>
  (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7af);

/** Beyond ASCII: all that is no mark, space or symbol. */
const isLetter = (unit: number): boolean =>
  unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7 && !(unit >= 0x2000 && unit <= 0x2bff) && !(unit >= 0x3000 && unit <= 0x303f) &&
  !(unit >= 0xe000 && unit <= 0xf8ff) && !(unit >= 0xfe00 && unit <= 0xff0f) && unit !== 0xff0c;

/** Lower case letters and digits, nothing between. */
export const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
