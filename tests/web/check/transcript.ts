// An invented hearing about a flood barrier, made of phrases by chance, and quotations made of it by
// rule: what was done to each is known. The same seed makes the same.
import type { SourceDocument } from '../../../web/check/quotations.ts';
import { randomFrom } from '../compare/cases.ts';

const speakers = ['ANNA LEE', 'MR. HOLM', 'CHAIR DUVAL', 'Tomas Reyes', 'DR. OKAFOR'] as const;

const who = ['the council', 'the barrier', 'our office', 'the water board', 'nobody on the quay', 'every family in Eastgate', 'the contractor', 'my own team',
  'the harbour company', 'the school on Mill Lane', 'the ministry', 'a third of the pumps', 'the old lock', 'the insurer', 'the auditor',
  'that report', 'the lower town', 'the night shift', 'the fire service', 'the previous chair'];
const did = ['waited nearly four years for', 'paid far too little for', 'never asked for', 'was warned in writing about', 'has finally agreed to',
  'turned down', 'kept quiet about', 'lost every record of', 'spent eleven million crowns on', 'voted twice against', 'still depends on',
  'put off', 'took photographs of', 'learned from a newspaper about', 'had to borrow money for', 'signed off on', 'walked away from',
  'argued all summer over', 'cannot explain', 'underestimated'];
const what = ['the second gate', 'a survey of the riverbed', 'the repairs to the sluice', 'those cracked hinges', 'an emergency fund', 'the evacuation plan',
  'a new pumping station', 'the cost of the steel', 'the storm of last November', 'a cheaper design', 'the missing invoices', 'the safety inspection',
  'the flooded cellars', 'a promise to the fishermen', 'the maintenance contract', 'the tide tables', 'the broken sensor', 'those empty sandbag depots',
  'the delay at the northern pier', 'an independent review'];
const why = ['because the money had already gone elsewhere', 'although three engineers had resigned over it', 'before anyone measured the depth',
  'when the river stood two metres above the mark', 'so that the ferry could keep running', 'without a single public meeting',
  'while the rest of us were filling sandbags', 'after the bank refused to lend more', 'and that is what worries me most',
  'as the minutes of that evening will show', 'which is why I wrote to the minister', 'even though the rules forbid it',
  'in spite of everything that was said in this room', 'until somebody drowns', 'with winter only six weeks away'];
const opening = ['', '', '', 'I have to say that ', 'Let me be clear: ', 'As far as I know, ', 'To be fair, ', 'What I saw that night is simple: ', 'In March ', 'Frankly, ',
  'The truth is that ', 'Um, I think ', 'You must understand that ', 'Since the flood ', 'By my count '];
const closing = ['', '', '', ' (inaudible)', ' and nobody was told', ', I am sorry to say', ' for the second time this year', ', as Ms Brandt knows', ' on the twelfth of May'];

export interface Said {
  readonly text: string;
  readonly speaker: string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function sentence(random: () => number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const more = random() < 0.35 ? `, and ${pick(who)} ${pick(did)} ${pick(what)}` : '';
  return `${capital(`${pick(opening)}${pick(who)} ${pick(did)} ${pick(what)} ${pick(why)}${more}${pick(closing)}`)}.`;
}

/** A hearing of about `words` words, and its sentences. */
export function makeTranscript(seed: number, words = 3_000, name = 'hearing.txt'): { document: SourceDocument; said: Said[] } {
  const random = randomFrom(seed);
  const said: Said[] = [];
  const lines: string[] = [];
  let count = 0;
  for (let turn = 0; count < words; ++turn) {
    const speaker = speakers[Math.floor(random() * speakers.length)] ?? speakers[0];
    const sentences = Array.from({ length: 1 + Math.floor(random() * 4) }, () => sentence(random));
    for (const text of sentences) said.push({ text, speaker });
    lines.push(`${speaker}: ${sentences.join(' ')}`);
    count += sentences.join(' ').split(' ').length;
  }
  return { document: { name, text: lines.join('\n\n'), places: [] }, said };
}

export const kinds = ['verbatim', 'one word changed', 'two words dropped', 'ellipsis', 'bracket', 'other marks', 'joined', 'part', 'other meeting', 'unrelated'] as const;
export type MadeKind = (typeof kinds)[number];

/** What the check must say of a quotation made so. */
export const expected: Readonly<Record<MadeKind, 'verbatim' | 'changed' | 'not_found'>> = {
  verbatim: 'verbatim',
  'one word changed': 'changed',
  'two words dropped': 'changed',
  ellipsis: 'verbatim',
  bracket: 'verbatim',
  'other marks': 'verbatim',
  joined: 'changed',
  part: 'verbatim',
  'other meeting': 'not_found',
  unrelated: 'not_found',
};

const others = ['quietly', 'Tuesday', 'seven', 'mountain', 'delighted', 'nothing', 'always', 'bakery', 'refuse', 'bright'];

/** A quotation of one of the sentences, made by the rule of `kind`; `strangers` are sentences that nobody said there. */
export function makeQuotation(kind: MadeKind, said: readonly Said[], strangers: readonly string[], random: () => number): string {
  const below = (limit: number): number => Math.floor(random() * limit);
  const clean = (text: string): string => text.replace(' (inaudible)', '').replace(/\.$/, '');
  const source = (): string[] => clean(said[below(said.length)]?.text ?? '').split(' ');
  const words = source();
  const inner = 2 + below(words.length - 4);
  switch (kind) {
    case 'verbatim':
      return words.join(' ');
    case 'part': {
      const begin = below(words.length - 5);
      return words.slice(begin, begin + 4 + below(words.length - begin - 4)).join(' ');
    }
    case 'one word changed':
      return words.map((word, at) => (at === inner ? (others[below(others.length)] ?? '') : word)).join(' ');
    case 'two words dropped':
      return words.filter((_, at) => at !== inner && at !== inner + 1).join(' ');
    case 'ellipsis': {
      const end = Math.min(words.length - 2, inner + 1 + below(6));
      return [...words.slice(0, inner), random() < 0.5 ? '…' : '. . .', ...words.slice(end)].join(' ');
    }
    case 'bracket':
      return words.map((word, at) => (at === inner ? '[the mayor]' : at === 0 ? `[${word.charAt(0).toLowerCase()}]${word.slice(1)}` : word)).join(' ');
    case 'other marks':
      return `${words.join(' ').replaceAll(',', ' –').replaceAll("'", '’').toLowerCase()} —`;
    case 'joined': {
      const other = source();
      return [...words.slice(0, Math.max(7, words.length >> 1)), ...other.slice(Math.min(other.length - 7, other.length >> 1))].join(' ');
    }
    default:
      return strangers[below(strangers.length)] ?? '';
  }
}
