// JSON-LD of an article and the draft of a ClaimReview: by the published vocabulary of schema.org, with
// what a newsroom's page states, and as HTML takes it.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../../web/engine/index.ts';
import { claimReviewDraft, jsonLd, jsonLdScript, type JsonObject } from '../../../web/publish/index.ts';
import { article, links, readArticle } from './article.ts';
import { faultsOf, readVocabulary } from './schema-org.ts';

const vocabulary = readVocabulary();
const facts = {
  url: 'https://news.example/2031/lock',
  datePublished: '2031-05-02T08:00:00Z',
  authors: [{ name: 'Ada Norling', type: 'Person' as const }],
  publisher: { name: 'The Courier', type: 'Organization' as const, url: 'https://news.example/' },
  links,
};

let report: Report;
let data: JsonObject;
beforeAll(async () => {
  report = await readArticle();
  data = jsonLd(article, report, facts);
});

const partsOf = (type: string, from = data): JsonObject[] =>
  (from['hasPart'] as readonly JsonObject[]).filter((part) => part['@type'] === type);
const claim = (words: string): JsonObject | undefined => partsOf('Claim').find(({ text }) => String(text).includes(words));

describe('The vocabulary', () => {
  test('is read whole', () => {
    expect(vocabulary.size).toBeGreaterThan(300);
    expect(vocabulary.get('Quotation')?.parent).toBe('CreativeWork');
    expect(vocabulary.get('Claim')?.properties.get('appearance')).toContain('CreativeWork');
  });

  test('tells what is not in it', () => {
    expect(faultsOf({ '@type': 'Claim', said: 'x' }, vocabulary)).toEqual(['Claim.said is no property']);
    expect(faultsOf({ '@type': 'Assertion' }, vocabulary)).toEqual([': Assertion is no type']);
    expect(faultsOf({ '@type': 'Quotation', spokenByCharacter: { '@type': 'Claim' } }, vocabulary)).toEqual([
      'Quotation.spokenByCharacter/: Claim is no Organization or Person or IdReference',
    ]);
    expect(faultsOf({ '@type': 'Claim', appearance: 'x' }, vocabulary)).toHaveLength(1);
  });
});

describe('The JSON-LD of an article', () => {
  test('keeps to the vocabulary, with and without what the page knows', () => {
    expect(faultsOf(data, vocabulary)).toEqual([]);
    expect(faultsOf(jsonLd(article, report), vocabulary)).toEqual([]);
  });

  test('is a NewsArticle whose claims appear in it', () => {
    expect(data).toMatchObject({
      '@context': 'https://schema.org', '@type': 'NewsArticle', '@id': facts.url, url: facts.url,
      headline: 'Marle lock to close for <nine> days & nights', inLanguage: 'en',
      author: { '@type': 'Person', name: 'Ada Norling' },
    });
    expect(partsOf('Claim')).toHaveLength(report.claims.filter(({ status }) => status !== 'none').length);
    for (const { appearance } of partsOf('Claim')) expect(appearance).toEqual({ '@id': facts.url });
    expect(partsOf('Claim', jsonLd(article, report))[0]?.['appearance']).toEqual({ '@id': '#article' });
  });

  test('says who claims it: a person with the title that the article gives, a body, the writer', () => {
    expect(claim('boats had queued')?.['author']).toEqual({ '@type': 'Person', name: 'Runa Teller', jobTitle: 'mayor of Marle' });
    expect(claim('shut for nine days')?.['author']).toEqual({ '@type': 'Organization', name: 'canal board' });
    expect(claim('old mill')?.['author']).toEqual({ '@type': 'Person', name: 'Ada Norling' });
  });

  test('invents no author where none is named, and says what the article calls them', () => {
    expect(claim('ignored two warnings')).not.toHaveProperty('author');
    expect(claim('ignored two warnings')?.['creditText']).toBe('A senior engineer');
    expect(claim('thirty years old')).not.toHaveProperty('author');
    expect(claim('old mill')).toBeDefined();
    expect(partsOf('Claim', jsonLd(article, report)).find(({ text }) => String(text).includes('old mill'))).not.toHaveProperty('author');
  });

  test('bases a claim on the document that it names and links to', () => {
    expect(claim('Repairs will cost')?.['isBasedOn']).toEqual([
      { '@type': 'CreativeWork', name: 'report by the council' },
      'https://www.council.example/report.pdf?a=1&b=2',
    ]);
    const within = links.map((link) => ({ ...link, within: true }));
    const found = partsOf('Claim', jsonLd(article, report, { links: within })).find(({ text }) => String(text).includes('Repairs'));
    expect(found?.['isBasedOn']).toEqual({ '@type': 'CreativeWork', name: 'report by the council' });
  });

  test('has the words between quotation marks, and who spoke them', () => {
    const speaker = { '@type': 'Person', name: 'Runa Teller', jobTitle: 'mayor of Marle' };
    expect(partsOf('Quotation')).toEqual([
      { '@type': 'Quotation', text: 'We will keep one gate open for as long as we can', spokenByCharacter: speaker },
      { '@type': 'Quotation', text: 'a disgrace for the whole valley', spokenByCharacter: speaker },
    ]);
  });

  test('can stand in a page, whatever the article says', () => {
    const text = article.replace('<nine>', '</script><!--');
    const script = jsonLdScript(jsonLd(text, { ...report, sources: report.sources.map((one) => ({ ...one, name: '</SCRIPT>\u2028' })) }));
    const inner = /^<script type="application\/ld\+json">\n([^]*)\n<\/script>\n$/.exec(script)?.[1] ?? '';
    expect(inner).not.toMatch(/[<>&\u2028]/);
    expect(JSON.stringify(JSON.parse(inner))).toContain('</SCRIPT>');
  });
});

describe('The draft of a ClaimReview', () => {
  const index = (): number => report.claims.findIndex(({ reason, spans }) =>
    reason.kind === 'attributed' && article.slice(...(spans[0] as [number, number])).includes('boats'));

  test('keeps to the vocabulary, and has all that one needs but the verdict', () => {
    const draft = claimReviewDraft(article, report, index(), facts);
    expect(faultsOf(draft ?? {}, vocabulary)).toEqual([]);
    expect(draft).toEqual({
      '@context': 'https://schema.org', '@type': 'ClaimReview', url: '', datePublished: '',
      claimReviewed: 'that boats had queued since noon',
      author: { '@type': 'Organization', name: '', url: '' },
      publisher: { '@type': 'Organization', name: '' },
      itemReviewed: {
        '@type': 'Claim', text: 'that boats had queued since noon',
        author: { '@type': 'Person', name: 'Runa Teller', jobTitle: 'mayor of Marle' },
        appearance: {
          '@type': 'NewsArticle', headline: 'Marle lock to close for <nine> days & nights', datePublished: facts.datePublished,
          author: { '@type': 'Person', name: 'Ada Norling' },
          publisher: { '@type': 'Organization', name: 'The Courier', url: 'https://news.example/' },
          url: facts.url,
        },
      },
    });
  });

  test('leaves the address to fill where it is not known, and is null of no claim', () => {
    const draft = claimReviewDraft(article, report, index());
    expect((draft?.['itemReviewed'] as JsonObject)['appearance']).toMatchObject({ url: '' });
    expect(claimReviewDraft(article, report, 999)).toBeNull();
  });
});
