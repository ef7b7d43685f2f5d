// A report without an engine, for tests of reviews: every sentence is a claim in its own voice.
import type { Claim, Report } from '../../../web/engine/report.ts';

export function fakeReport(text: string): Report {
  const claims: Claim[] = [];
  for (const found of text.matchAll(/[^\s.!?][^.!?\n]*(?:[.!?]|$|(?=\n))/g)) {
    claims.push({
      spans: [[found.index, found.index + found[0].length]],
      status: found[0].endsWith('?') ? 'none' : 'unsourced',
      attributions: [],
      signals: [],
      confidence: 0.9,
      priority: 0.5,
      echoes: [],
      reason: { kind: 'own_voice' },
      why: 'Stated in the article’s own voice.',
    });
  }
  const none = claims.filter(({ status }) => status === 'none').length;
  return {
    schema: 'sourcelight.report/1',
    offsets: 'utf16',
    length: text.length,
    paragraphs: [],
    sentences: [],
    attributions: [],
    sources: [],
    claims,
    contradictions: [],
    findings: [],
    summary: {
      claims: { named: 0, unnamed: 0, hidden: 0, unsourced: claims.length - none, none },
      lead: null,
      text: '',
    },
  };
}
