// Articles made by hand together with their Reports, so that a test knows every word's standing.
import { claimStatuses } from '../../../web/engine/report.ts';
import type { ClaimStatus, ParagraphKind, Report, SourceKind } from '../../../web/engine/report.ts';

/** Words of no claim, or a claim: its status, its words, and the index of the source it rests on. */
export type Piece = string | readonly [status: ClaimStatus, words: string, source?: number];

export interface Made {
  readonly text: string;
  readonly report: Report;
}

type MadeSource = readonly [name: string, kind: SourceKind];
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\w/.test(word)).length;

/** An article of `paragraphs`; the first is its headline. */
export function make(sources: readonly MadeSource[], paragraphs: readonly (readonly Piece[])[]): Made {
  let text = '';
  const report: Mutable<Report> = {
    schema: 'sourcelight.report/1',
    offsets: 'utf16',
    length: 0,
    paragraphs: [],
    sentences: [],
    attributions: [],
    sources: sources.map(([name, kind], id) => ({
      ...{ id, name, kind, title: '', mentions: [], justification: [] },
      ...{ statements: 0, words: 0 },
    })),
    claims: [],
    contradictions: [],
    findings: [],
    summary: { claims: { named: 0, unnamed: 0, hidden: 0, unsourced: 0, none: 0 }, lead: null, text: 'In short.' },
  };
  paragraphs.forEach((pieces, at) => {
    if (at > 0) text += '\n\n';
    const begin = text.length;
    for (const piece of pieces) {
      if (text.length > begin) text += ' ';
      if (typeof piece === 'string') text += piece;
      else text = addClaim(report, text, piece);
    }
    const kind: ParagraphKind = at === 0 ? 'headline' : 'body';
    report.paragraphs = [...report.paragraphs, { span: [begin, text.length], kind, dateline: null }];
  });
  report.length = text.length;
  return { text, report };
}

/** Adds the claim to `report` and gives the text with it. */
function addClaim(
  report: Mutable<Report>,
  before: string,
  [status, words, source]: Exclude<Piece, string>,
): string {
  const text = before + words;
  const span = [before.length, text.length] as const;
  const attributions: number[] = [];
  if (source !== undefined) {
    const id = report.attributions.length;
    attributions.push(id);
    report.attributions = [
      ...report.attributions,
      {
        ...{ id, cue: [], source: [], content: [span], quote: 'indirect' },
        ...{ parent: null, sourceId: source, sourceConfidence: 1, confidence: 1 },
      },
    ];
    report.sources = report.sources.map((one) =>
      one.id === source ? { ...one, words: one.words + wordsIn(words), statements: one.statements + 1 } : one,
    );
  }
  report.claims = [
    ...report.claims,
    {
      ...{ spans: [span], status, attributions, signals: [], confidence: 1, priority: 0, echoes: [] },
      ...{ reason: { kind: 'own_voice' }, why: `It is ${status}.` },
    },
  ];
  return text;
}

/** A short article of every status; invented. */
export const bridge: Made = make(
  [
    ['Mara Lind', 'named_person'],
    ['Ostby Harbour Board', 'named_organization'],
    ['two engineers', 'anonymous'],
  ],
  [
    [['none', 'Bridge at Ostby to reopen']],
    [['named', '“We reopen in May,”', 0], 'said Mara Lind.', ['unsourced', 'The bridge was built in 1911.']],
    [['unsourced', 'It is the only one.'], ['none', 'Who knew?'], ['hidden', 'More work is expected.']],
    ['Two engineers said', ['unnamed', 'that the steel is old.', 2]],
    ['The Ostby Harbour Board said', ['named', 'that it is not.', 1], ['unsourced', 'Nobody replied.']],
  ],
);

/** As many claims and words as a long report has: about 450 and 5,000. */
export function longArticle(): Made {
  const people = 'Lind Okafor Sand Brandt Ilves Novak Reyes Holm Adler Quist Moe Tal'.split(' ');
  const sources = people.map((name) => [name, 'named_person'] as const);
  const paragraphs = Array.from({ length: 150 }, (_, at): Piece[] => {
    const claim = (nth: number): Piece => {
      const status = claimStatuses[(at * 3 + nth) % 4] ?? 'none';
      const source = status === 'named' ? Math.floor(at / 2) % people.length : undefined;
      return [status, `Claim ${at} ${nth} says that ten words stand in it.`, source];
    };
    return [claim(0), 'they said.', claim(1), claim(2)];
  });
  return make(sources, paragraphs);
}
