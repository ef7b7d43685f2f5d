// Random edits as an editor makes them, of articles made up for it; for session.test.ts.
import type { TextChange } from '../../../web/engine/index.ts';

const paragraphs = [
  'Mayor Ilse Varga said on Tuesday that the ferry to Norrholm would run again by May 3.',
  '“We have waited long enough,” said Tom Achterberg, who owns the mill. “Nobody asked us.”',
  'Critics say the plan is reckless. It is believed that 40 boats were lost; police deny it.',
  'LINDHAVEN (Reuters) - The harbour took in $2.4 million last year, the highest since 1998.',
  'According to a report by the Tide Institute, sea levels rose 3% — twice as fast as in 2010.',
  '‘It was a shameful deal,’ Varga told reporters. She added that 38 boats were lost.',
  '“The first part goes on,\n\n“and ends here,” Ms. Okafor wrote.',
  'OKAFOR: I never said that.\nVARGA: You did.',
  'The old bridge is closed. Experts warn it could collapse, killing hundreds.',
  '## Ferry Returns to Norrholm',
  'By Ada Lind',
  'Photo: The harbour at dawn. (Ada Lind/Reuters)',
  'Was he there? A court ruled in 2019 that he was, an official who asked not to be named said.',
];
const scraps = [
  ' said', ' said that', '“', '”', '"', '‘', '’', "'", '.', ', ', '. ', '? ', ' not', ' Varga', ' she',
  ' the minister', '🌉', '👩‍👩‍👧', '\ud83c', '\udf09', 'e\u0301', '\u0000', '\u200b', ' ', '\u00a0', '—',
  '(', ')', ' 41', '3', ' according to', ' allegedly', ' U.S.', ' Mr. ', ':', 'a', 'b', 'S', '-', 'é',
];
const breaks = ['\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\u2028', ' \n \n'];

export class Editor {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to below `limit` (mulberry32). */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  }

  #one<Item>(list: readonly Item[]): Item {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new Error('an empty list');
    return item;
  }

  article(): string {
    const count = 2 + this.below(6);
    return Array.from({ length: count }, () => this.#one(paragraphs)).join(this.#one(['\n\n', '\r\n\r\n', '\n']));
  }

  /** One to three changes of a text, in any order. */
  edit(text: string): readonly TextChange[] {
    if (this.below(60) === 0) return [{ from: 0, to: text.length, insert: this.article() }];
    const cuts = Array.from({ length: 2 * (1 + (this.below(5) === 0 ? this.below(3) : 0)) }, () =>
      this.below(text.length + 1)).sort((a, b) => a - b);
    const changes: TextChange[] = [];
    for (let n = 0; n + 1 < cuts.length; n += 2) {
      changes.push(this.#change(text, cuts[n] ?? 0, cuts[n + 1] ?? 0));
    }
    return this.below(2) ? changes : changes.reverse();
  }

  /** A change somewhere in [from, limit]. */
  #change(text: string, from: number, limit: number): TextChange {
    const far = (most: number): number => Math.min(limit, from + this.below(most));
    switch (this.below(9)) {
      case 0: return { from, to: far(4), insert: '' };
      case 1: return { from, to: far(80), insert: '' };
      case 2: return { from, to: text.length > 1500 ? limit : far(200), insert: this.#one(scraps) };
      case 3: return { from, to: from, insert: this.#one(breaks) };
      case 4: return { from, to: from, insert: text.length > 1500 ? '' : `\n\n${this.#one(paragraphs)}\n\n` };
      case 5: return { from, to: from, insert: this.#one(paragraphs).slice(0, this.below(60)) };
      case 6: return this.#join(text, from, limit);
      default: return { from, to: far(3), insert: this.#one(scraps) };
    }
  }

  /** Joins two paragraphs, if a line ends in [from, limit]. */
  #join(text: string, from: number, limit: number): TextChange {
    const line = /[\r\n]+/.exec(text.slice(from, limit));
    if (!line) return { from, to: from, insert: this.#one(scraps) };
    return { from: from + line.index, to: from + line.index + line[0].length, insert: ' ' };
  }
}

/** The text after the changes, made the simplest way. */
export function changed(text: string, changes: readonly TextChange[]): string {
  const last = [...changes].reverse().sort((a, b) => b.from - a.from || b.to - a.to);
  return last.reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}
