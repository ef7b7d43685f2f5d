// The Report as JavaScript gets it: what an article claims, and on whose word.
// Every offset counts UTF-16 units, so text.slice(begin, end) is the text of a span.
// docs/report.md describes each field; tests/web/engine/suite.ts holds them to the engine.

/** Half-open range of UTF-16 units. Never empty in a Report. */
export type Span = readonly [begin: number, end: number];

/** A hyperlink in the text: a claim that it stands in has a document for a source. */
export interface Hyperlink {
  readonly span: Span;
  /** Where it leads. */
  readonly target: string;
  /** To another page of the article's site, or a list of stories: no source. markWithin() tells. */
  readonly within?: boolean;
}

/** What a page sets a paragraph as; `time`: of an entry of a live blog, above it. */
export type PartKind = 'headline' | 'standfirst' | 'heading' | 'byline' | 'time' | 'caption' | 'item' | 'body';

/** A paragraph of a text that stood on a page: what it is need not be guessed. */
export interface Part {
  readonly span: Span;
  readonly kind: PartKind;
}

/** Direct: the content stands wholly inside quotation marks; mixed: partly; indirect: not at all. */
export type QuoteKind = 'direct' | 'mixed' | 'indirect';

export type SourceKind =
  | 'named_person'
  | 'named_organization'
  | 'document'
  /** Particular people, not named in the article ("a senior official"). */
  | 'anonymous'
  /** People as a class ("critics"). */
  | 'unnamed_group'
  /** The writer of the article. */
  | 'author'
  /** Nobody is given ("is believed"). */
  | 'none';

/** What a claim rests on. */
export type ClaimStatus =
  /** A source the reader can identify. */
  | 'named'
  /** A source the reader cannot identify. */
  | 'unnamed'
  /** Attributed to nobody ("is believed", "reportedly"). */
  | 'hidden'
  /** The article's own voice. */
  | 'unsourced'
  /** Asserts nothing that could be checked. */
  | 'none';

export const claimStatuses: readonly ClaimStatus[] = [
  'named',
  'unnamed',
  'hidden',
  'unsourced',
  'none',
];

export type ParagraphKind = 'body' | 'headline' | 'byline' | 'caption' | 'credit' | 'standfirst' | 'item';

export interface Paragraph {
  readonly span: Span;
  readonly kind: ParagraphKind;
  /** "DOHA (Reuters) -" at the head of a body paragraph; null if there is none. */
  readonly dateline: Span | null;
}

/** Someone (the source) says, thinks or intends something (the content); the cue tells us so. */
export interface Attribution {
  /** Its index in `Report.attributions`. */
  readonly id: number;
  readonly cue: readonly Span[];
  /** Empty: nobody is given. */
  readonly source: readonly Span[];
  readonly content: readonly Span[];
  readonly quote: QuoteKind;
  /** Id of the attribution in whose content this one stands. */
  readonly parent: number | null;
  /** Index into `Report.sources`; null: nobody is given. */
  readonly sourceId: number | null;
  /** 0 to 1: that `sourceId` is who is meant; 0 if it is null. */
  readonly sourceConfidence: number;
  /** 0 to 1: that source and content are right (docs/confidence.md). */
  readonly confidence: number;
  /** A person said so (web/review). */
  readonly byHand?: true;
}

export interface Source {
  /** Its index in `Report.sources`. */
  readonly id: number;
  /** The fullest name in the article, or the phrase as written. */
  readonly name: string;
  readonly kind: SourceKind;
  /** Role or affiliation as the article states it; empty if it does not. */
  readonly title: string;
  /** Where attributions name it. */
  readonly mentions: readonly Span[];
  /** Words that say why it can know, or why it is not named ("who was in the room"). */
  readonly justification: readonly Span[];
  /** Attributions that rest on it. */
  readonly statements: number;
  /** Words of their contents. */
  readonly words: number;
  /** A person gave its name, kind or title. */
  readonly byHand?: true;
}

/** What makes a claim worth a check. */
export type SignalKind =
  | 'number'
  | 'date'
  | 'superlative'
  | 'comparison'
  | 'ranking'
  | 'cause'
  | 'prediction'
  /** Of a crime or misconduct. */
  | 'accusation'
  /** How many died, were hurt, are missing. */
  | 'casualties'
  /** A scientific or medical finding. */
  | 'science'
  /** A verdict, a ruling, a charge. */
  | 'law'
  /** Words in quotation marks that nobody is given for. */
  | 'quoted_words'
  /** "Critics say", "many believe". */
  | 'weasel'
  /** A word that judges, in the article's own voice. */
  | 'loaded';

/** What counts in a claim's priority: its status, its signals, how probably people would check it. */
export type WeightName = Exclude<ClaimStatus, 'none'> | SignalKind | 'check_worthy';

/** How much each counts, from 0 to 1. */
export type Weights = Readonly<Partial<Record<WeightName, number>>>;

export interface Signal {
  readonly kind: SignalKind;
  readonly span: Span;
}

/** Why a claim has its status; of the facts of `Reason` each has those that are given. */
export type ReasonKind =
  /** Named: attributed to `source` by `cue`. */
  | 'attributed'
  /** Named: linked to `source`, a document. */
  | 'linked'
  /** Unnamed: attributed to `source`, whom the reader cannot identify, by `cue`. */
  | 'unidentified'
  /** Unnamed: `via`, which is named, has it from such people: `source`, if words name them; `cue`. */
  | 'passed_on'
  /** Hidden: presented as somebody's word by `cue`, but nobody is given. */
  | 'nobody_given'
  /** Hidden: a quotation whose speaker is not given. */
  | 'quotation_alone'
  /** Unsourced: stated in the article's own voice; `echo`, if a source is given elsewhere. */
  | 'own_voice'
  /** Unsourced: the same, with a link within the site (`Hyperlink.within`). */
  | 'linked_within'
  /** None: a headline that asserts nothing. */
  | 'headline'
  | 'byline'
  | 'caption'
  | 'credit'
  | 'question'
  /** None: an announcement to the reader. */
  | 'announcement'
  /** None: what the newsroom did for the article. */
  | 'newsroom'
  /** None: a request to the reader. */
  | 'request'
  /** None: names what is shown, but asserts nothing. */
  | 'picture'
  /** None: the writer's own opinion. */
  | 'opinion'
  /** None: no verb, so it asserts nothing that could be checked. */
  | 'no_verb'
  /** A person marked it so; `source`, if they said whose word it is. */
  | 'by_hand';

/** What `Claim.why` says, as data: web/words makes the sentence of it in every language. */
export interface Reason {
  readonly kind: ReasonKind;
  /** Index into `Report.sources`. */
  readonly source?: number;
  /** Index into `Report.sources`: who only passes it on. */
  readonly via?: number;
  /** Words of the article. */
  readonly cue?: string;
  /** Where somebody is given for it: an index into `Report.sources`, a paragraph from 1. */
  readonly echo?: { readonly source: number; readonly paragraph: number };
}

/** A claim for somebody who has not read the article; `: ` joins both where both are there. */
export interface Standalone {
  /** Whose word it is: “Farida Rahmani, Labour MP”; empty: the article's own voice. */
  readonly who: string;
  /** A sentence; what the article does not have at that place stands in square brackets. */
  readonly text: string;
}

export interface Claim {
  readonly spans: readonly Span[];
  readonly status: ClaimStatus;
  /** Ids of the attributions it rests on. */
  readonly attributions: readonly number[];
  /** In order of their spans. */
  readonly signals: readonly Signal[];
  /** 0 to 1: that the status is right (docs/confidence.md). */
  readonly confidence: number;
  /** 0 to 1: how much it deserves a check. */
  readonly priority: number;
  /** Indices of the claims that say the same elsewhere. */
  readonly echoes: readonly number[];
  /** One plain sentence for the reader: why the claim has this status. */
  readonly why: string;
  /** The same as data. */
  readonly reason: Reason;
  /** Both empty where it asserts nothing; absent in Reports that were made before there was this. */
  readonly standalone?: Standalone;
  /** A person marked it so. */
  readonly byHand?: true;
}

/** Two places that give different numbers for what seems to be the same. */
export interface Contradiction {
  /** Index of the earlier claim. */
  readonly claim: number;
  /** Index of the later one. */
  readonly other: number;
  /** The number in the earlier. */
  readonly span: Span;
  /** The number in the later. */
  readonly otherSpan: Span;
}

export type Severity = 'info' | 'warning' | 'error';

/** What a rule of the newsroom's house style found. */
export interface Finding {
  /** The rule's id in the house style. */
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  /** For the editor. */
  readonly message: string;
}

export interface Report {
  readonly schema: 'sourcelight.report/1';
  readonly offsets: 'utf16';
  /** Length of the text in UTF-16 units. */
  readonly length: number;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Span[];
  readonly attributions: readonly Attribution[];
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly contradictions: readonly Contradiction[];
  /** In order of their spans. */
  readonly findings: readonly Finding[];
  readonly summary: {
    readonly claims: Readonly<Record<ClaimStatus, number>>;
    /**
     * Where the lead first has a source: a paragraph, from 1. Null unless the first body paragraph
     * stands in the article's own voice and a later one gives a source for what it says.
     */
    readonly lead: { readonly paragraph: number } | null;
    /** What the Report comes to, in plain words. */
    readonly text: string;
  };
}
