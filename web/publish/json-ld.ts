// An article's claims and quotations as JSON-LD of schema.org, for the <script> of a CMS; and the draft
// of a ClaimReview. Types and properties are those of schema.org (https://schema.org/Claim, /Quotation,
// /ClaimReview): tests/web/publish/json-ld.test.ts holds each to the published vocabulary.
import type { Attribution, Claim, Hyperlink, Report, Source } from '../engine/report.ts';
import { bare, sourcesOf, unquoted, wordsOf } from './standing.ts';

export type JsonValue = string | number | boolean | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** Who wrote or published something. */
export interface Party {
  readonly name: string;
  readonly type: 'Person' | 'Organization';
  readonly url?: string;
}

/** What the text does not say of its article; all may be left out. */
export interface ArticleFacts {
  /** Its address: without one the claims refer to the page that the JSON-LD stands in. */
  readonly url?: string;
  readonly headline?: string;
  /** ISO 8601. */
  readonly datePublished?: string;
  /** BCP 47; "en" if left out. */
  readonly language?: string;
  readonly authors?: readonly Party[];
  readonly publisher?: Party;
  readonly links?: readonly Hyperlink[];
}

const context = 'https://schema.org';

/**
 * The article as a NewsArticle whose parts are its claims (all but those that assert nothing) and its
 * quotations. `text` and `report` with offsets in UTF-16 units.
 */
export function jsonLd(text: string, report: Report, facts: ArticleFacts = {}): JsonObject {
  const id = facts.url ?? '#article';
  const headline = facts.headline ?? headlineOf(text, report);
  const claims = report.claims.filter(({ status }) => status !== 'none');
  return tidy({
    '@context': context,
    '@type': 'NewsArticle',
    '@id': id,
    url: facts.url ?? '',
    headline,
    inLanguage: facts.language ?? 'en',
    datePublished: facts.datePublished ?? '',
    author: (facts.authors ?? []).map(party),
    publisher: facts.publisher ? party(facts.publisher) : '',
    hasPart: [
      ...claims.map((claim) => claimOf(text, report, claim, id, facts)),
      ...report.attributions.flatMap((attribution) => quotationOf(text, report, attribution)),
    ],
  });
}

/** `data` as the text of an element that HTML takes, whatever stands in it. */
export function jsonLdScript(data: JsonObject): string {
  return `<script type="application/ld+json">\n${safeJson(data)}\n</script>\n`;
}

/** JSON in which no "</script>", "<!--" or line separator stands. */
export function safeJson(data: JsonObject): string {
  return JSON.stringify(data, null, 2).replace(/[<>&\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * The draft of a ClaimReview of claim number `claim` of the Report: what is known of the claim and where
 * it stands. Who reviews it, where and when is left empty to fill; it has no reviewRating, which is the
 * reviewer's verdict. null: there is no such claim.
 */
export function claimReviewDraft(text: string, report: Report, claim: number, facts: ArticleFacts = {}): JsonObject | null {
  const found = report.claims[claim];
  if (!found) return null;
  const appearance = tidy({
    '@type': 'NewsArticle',
    headline: facts.headline ?? headlineOf(text, report),
    datePublished: facts.datePublished ?? '',
    author: (facts.authors ?? []).map(party),
    publisher: facts.publisher ? party(facts.publisher) : '',
  });
  const words = bare(wordsOf(text, found.spans));
  return {
    '@context': context,
    '@type': 'ClaimReview',
    url: '',
    claimReviewed: words,
    datePublished: '',
    author: { '@type': 'Organization', name: '', url: '' },
    publisher: { '@type': 'Organization', name: '' },
    itemReviewed: {
      '@type': 'Claim',
      text: words,
      ...claimants(found, report, facts),
      appearance: { ...appearance, url: facts.url ?? '' },
    },
  };
}

function claimOf(text: string, report: Report, claim: Claim, article: string, facts: ArticleFacts): JsonObject {
  return tidy({
    '@type': 'Claim',
    text: bare(wordsOf(text, claim.spans)),
    ...claimants(claim, report, facts),
    appearance: { '@id': article },
    isBasedOn: [...documents(claim, report), ...linked(claim, facts.links ?? [])],
  });
}

/** Who claims it: sources with a name as authors, others as the article calls them. */
function claimants(claim: Claim, report: Report, facts: ArticleFacts): Record<string, JsonValue> {
  const sources = sourcesOf(claim, report);
  const known = claim.status === 'unsourced' ? (facts.authors ?? []).map(party) : sources.flatMap(nameOf);
  return {
    ...(known.length ? { author: one(known) } : {}),
    ...credit(sources.filter(({ kind }) => kind === 'anonymous' || kind === 'unnamed_group')),
  };
}

const credit = (sources: readonly Source[]): Record<string, JsonValue> =>
  sources.length ? { creditText: sources.map(({ name }) => name).join('; ') } : {};

/** A person, with a title if the article gives one, or a body; nothing for all others. */
function nameOf({ name, kind, title }: Source): JsonObject[] {
  if (kind === 'named_person') return [tidy({ '@type': 'Person', name, jobTitle: title })];
  return kind === 'named_organization' ? [tidy({ '@type': 'Organization', name, description: title })] : [];
}

const documents = (claim: Claim, report: Report): JsonObject[] =>
  claim.reason.kind === 'linked'
    ? []
    : sourcesOf(claim, report)
        .filter(({ kind }) => kind === 'document')
        .map(({ name }) => ({ '@type': 'CreativeWork', name }));

/** Addresses that the claim leads to, each once. */
function linked({ spans }: Claim, links: readonly Hyperlink[]): string[] {
  const within = links.filter(
    ({ span: [begin, end], target, within: isWithin }) =>
      !isWithin && /^https?:/.test(target) && spans.some((span) => span[0] < end && begin < span[1]),
  );
  return [...new Set(within.map(({ target }) => target))];
}

function quotationOf(text: string, report: Report, attribution: Attribution): JsonObject[] {
  const words = quotedWords(text, attribution);
  const source = attribution.sourceId === null ? undefined : report.sources[attribution.sourceId];
  if (!words) return [];
  const speaker = source ? nameOf(source) : [];
  return [
    tidy({
      '@type': 'Quotation',
      text: words,
      spokenByCharacter: one(speaker),
      ...(source && !speaker.length && source.kind !== 'author' ? credit([source]) : {}),
    }),
  ];
}

const inMarks = /[“„«][^“”„«»]*[”“»]|"[^"]*"/g;

/** What stands between quotation marks of what is attributed; '': nothing does. */
function quotedWords(text: string, { quote, content }: Attribution): string {
  if (quote === 'indirect') return '';
  const pieces = content.map((span) => wordsOf(text, [span]));
  if (quote === 'direct') return pieces.map(unquoted).filter((words) => words).join(' ');
  return pieces.flatMap((words) => words.match(inMarks) ?? []).map(unquoted).filter((words) => words).join(' … ');
}

const party = ({ name, type, url }: Party): JsonObject => tidy({ '@type': type, name, url: url ?? '' });

function headlineOf(text: string, { paragraphs }: Report): string {
  const headline = paragraphs.find(({ kind }) => kind === 'headline');
  return headline ? wordsOf(text, [headline.span]) : '';
}

const one = (values: readonly JsonValue[]): JsonValue => (values.length === 1 ? (values[0] ?? '') : values);

/** Without what is empty; a list of one is that one. */
function tidy(given: Readonly<Record<string, JsonValue>>): JsonObject {
  const isEmpty = (value: JsonValue): boolean => value === '' || (Array.isArray(value) && !value.length);
  const known = Object.entries(given).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(known.map(([name, value]) => [name, name !== 'hasPart' && Array.isArray(value) ? one(value as JsonValue[]) : value]));
}
