// The whole article at a glance: a summary, and pictures of whom its words rest on. A click on a
// part asks for the claims of that part alone (onFilter), one in the strip for its claim (onSelect).
// tests/web/widget/report-view.test.ts holds it.
import { claimStatuses, type ClaimStatus, type SourceKind } from '../engine/report.ts';
import type { Words } from '../words/index.ts';
import { isEmpty, matchingClaims, type ReportFilter } from './charts/filter.ts';
import { measure, type Measure } from './charts/measure.ts';
import { Rows, type Row } from './charts/rows.ts';
import { Stack, type StackRow } from './charts/stack.ts';
import { Strip } from './charts/strip.ts';
import { Fills, toneOfKind } from './charts/svg.ts';
import { Figure, table } from './charts/figure.ts';
import { h, setText } from './dom.ts';
import type { Reading } from './reading.ts';

const mostSources = 8;
const kinds: readonly SourceKind[] = [
  'named_person',
  'named_organization',
  'document',
  'anonymous',
  'unnamed_group',
  'author',
];

export class ReportView {
  readonly element: HTMLElement;
  /** A part was chosen, or with `{}` all of them. */
  onFilter: (filter: ReportFilter) => void = () => {};
  /** The index of a claim that was chosen in the strip. */
  onSelect: (claim: number) => void = () => {};
  /** An offset in the text to go to. */
  onSeek: (offset: number) => void = () => {};

  readonly #words: Words;
  readonly #fills = new Fills();
  readonly #summary = h('p', { class: 'summary' });
  readonly #doubt = h('p', { class: 'doubt', hidden: true });
  readonly #doubtText = h('span');
  readonly #doubtButton: HTMLButtonElement;
  readonly #only = h('span');
  readonly #all: HTMLButtonElement;
  readonly #active: HTMLElement;
  readonly #empty: HTMLElement;
  readonly #status: Stack;
  readonly #sources: Rows;
  readonly #kinds: Rows;
  readonly #strip: Strip;
  readonly #named: Stack;
  readonly #goToLongest: HTMLButtonElement;
  readonly #figures: Readonly<Record<'status' | 'sources' | 'kinds' | 'strip' | 'named', Figure>>;
  #reading: Reading | null = null;
  #filter: ReportFilter = {};

  constructor(words: Words) {
    const { charts } = words;
    this.#words = words;
    this.#all = h('button', { type: 'button', class: 'show-all' }, charts.showAll);
    this.#active = h('p', { class: 'active-filter', hidden: true }, this.#only, ' ', this.#all);
    this.#doubtButton = h('button', { type: 'button', class: 'link', 'aria-pressed': 'false' }, words.widget.doubt.show);
    this.#doubt.append(this.#doubtText, ' ', this.#doubtButton);
    this.#empty = h('p', { class: 'nothing', hidden: true }, charts.empty);
    this.#status = new Stack(charts, this.#fills);
    this.#sources = new Rows(charts, this.#fills, true);
    this.#kinds = new Rows(charts, this.#fills, true);
    this.#strip = new Strip(words, this.#fills);
    this.#named = new Stack(charts, this.#fills);
    this.#goToLongest = h('button', { type: 'button', class: 'link' }, charts.strip.goToLongest);
    const sourceTable = table(charts.asTable, charts.sources.title, 2, () => this.#sourceTable());
    const stripTable = table(charts.asTable, charts.strip.title, 1, () => this.#stripTable());
    this.#figures = {
      status: new Figure(charts.status.title, this.#status.element),
      sources: new Figure(charts.sources.title, this.#sources.element, sourceTable),
      kinds: new Figure(charts.kinds.title, this.#kinds.element),
      strip: new Figure(charts.strip.title, this.#strip.element, this.#goToLongest, stripTable),
      named: new Figure(charts.named.title, this.#named.element),
    };
    const figures = Object.values(this.#figures).map(({ element }) => element);
    this.element = h(
      'section',
      { class: 'report', part: 'report', 'aria-label': charts.view },
      this.#fills.element,
      this.#summary,
      this.#doubt,
      this.#active,
      this.#empty,
      ...figures,
    );
    this.#listen();
  }

  /** `summary` says in a sentence or two what the report comes to; `null` is an empty page. */
  show(reading: Reading | null, filter: ReportFilter, summary: string): void {
    this.#reading = reading;
    this.#filter = filter;
    const holds = reading !== null && reading.report.claims.length > 0;
    this.#empty.hidden = holds;
    this.#summary.hidden = !holds || !summary;
    setText(this.#summary, summary);
    for (const { element } of Object.values(this.#figures)) element.hidden = !holds;
    this.#active.hidden = !holds || isEmpty(filter);
    this.#doubt.hidden = !holds;
    if (!holds) return;
    this.#showDoubt(reading);
    setText(this.#only, this.#words.charts.only(this.#nameOf(reading, filter)));
    const counted = measure(reading);
    this.#showStatus(counted);
    this.#showSources(counted);
    this.#showKinds(counted);
    this.#showStrip(reading, counted);
    this.#showNamed(counted);
    for (const figure of Object.values(this.#figures)) figure.refresh();
  }

  /** Says in the strip which claim is selected. */
  mark(claim: number | null): void {
    this.#strip.mark(claim);
  }

  #listen(): void {
    this.#status.rows.onPress = (key) => this.#press({ status: key as ClaimStatus });
    this.#sources.onPress = (key) => this.#press({ source: Number(key) });
    this.#kinds.onPress = (key) => this.#press({ kind: key as SourceKind });
    this.#named.rows.onPress = (key) => this.#press({ named: key === 'true' });
    this.#strip.onSelect = (claim) => this.onSelect(claim);
    this.#doubtButton.addEventListener('click', () => this.#press({ unsure: true }));
    this.#all.addEventListener('click', () => this.#showAll());
    this.#goToLongest.addEventListener('click', () => {
      const stretch = this.#reading && measure(this.#reading).longest;
      if (stretch) this.onSeek(stretch.begin);
    });
  }

  /** Asks for this part; once more, for all. */
  #press(filter: ReportFilter): void {
    const same = JSON.stringify(filter) === JSON.stringify(this.#filter);
    this.onFilter(same ? {} : filter);
  }

  /** The button goes with the filter; the focus stays on the row that was pressed. */
  #showAll(): void {
    const { status, source, kind, named, unsure } = this.#filter;
    if (unsure) this.#doubtButton.focus();
    else if (status !== undefined) this.#status.rows.focus(status);
    else if (source !== undefined) this.#sources.focus(String(source));
    else if (kind !== undefined) this.#kinds.focus(kind);
    else this.#named.rows.focus(String(named));
    this.onFilter({});
  }

  #nameOf(reading: Reading, { status, source, kind, named, unsure }: ReportFilter): string {
    const { terms, charts, widget } = this.#words;
    const parts = [
      status && terms.statuses[status].label,
      source !== undefined && reading.report.sources[source]?.name,
      kind && terms.kinds[kind],
      named !== undefined && (named ? charts.named.named : charts.named.unnamed),
      unsure && widget.doubt.label,
    ];
    return parts.filter((part) => part).join(', ');
  }

  /** How many claims are unsure, of those that claim anything. */
  #showDoubt({ report, unsure }: Reading): void {
    const all = report.claims.filter(({ status }) => status !== 'none').length;
    setText(this.#doubtText, this.#words.widget.doubt.count(unsure.size, all));
    this.#doubtButton.hidden = !unsure.size;
    this.#doubtButton.ariaPressed = String(Boolean(this.#filter.unsure));
  }

  #showStatus({ words, byStatus, rest }: Measure): void {
    const { terms, charts } = this.#words;
    const rows: Row[] = claimStatuses.map((status) => ({
      key: status,
      label: terms.statuses[status].label,
      words: byStatus[status],
      tone: status,
    }));
    const { rest: label, restNote: note } = charts.status;
    rows.push({ key: null, label, note, words: rest, tone: 'rest' });
    this.#figures.status.text = charts.status.text(byStatus.named / words, byStatus.unsourced / words);
    this.#status.show(rows, this.#filter.status ?? null);
  }

  #showSources({ words, sources }: Measure): void {
    const { terms, charts } = this.#words;
    const most = sources.length === mostSources + 1 ? mostSources + 1 : mostSources;
    const rows: Row[] = sources.slice(0, most).map(({ id, name, kind, words }) => ({
      key: String(id),
      label: name,
      note: terms.kinds[kind],
      words,
      tone: toneOfKind[kind],
    }));
    const others = sources.slice(most);
    const left = others.reduce((sum, one) => sum + one.words, 0);
    if (left) rows.push({ key: null, label: charts.sources.others(others.length), words: left, tone: 'none' });
    const [first] = sources;
    this.#figures.sources.text = first
      ? charts.sources.text(sources.length, first.name, first.words / words)
      : charts.sources.none;
    const { source } = this.#filter;
    this.#sources.show(rows, words, source === undefined ? null : String(source));
  }

  #showKinds({ words, byKind }: Measure): void {
    const { terms, charts } = this.#words;
    const rows = kinds.map((kind) => ({
      key: byKind[kind] ? kind : null,
      label: terms.kinds[kind],
      words: byKind[kind],
      tone: toneOfKind[kind],
    }));
    const sum = (of: readonly SourceKind[]) => of.reduce((words, kind) => words + byKind[kind], 0);
    const [all, named] = [sum(kinds), sum(kinds.filter((kind) => toneOfKind[kind] === 'named'))];
    this.#figures.kinds.text = all ? charts.kinds.text(named / all) : charts.kinds.none;
    this.#kinds.show(rows, words, this.#filter.kind ?? null);
  }

  #showStrip(reading: Reading, counted: Measure): void {
    const { strip } = this.#words.charts;
    const { longest } = counted;
    const stretch = longest ? strip.longest(...longest.paragraphs, longest.words) : strip.sourced;
    this.#figures.strip.text = `${strip.text} ${stretch}${longest ? ` ${strip.underlined}` : ''}`;
    this.#goToLongest.hidden = !longest;
    this.#strip.show(reading, counted, isEmpty(this.#filter) ? null : matchingClaims(reading, this.#filter));
  }

  #showNamed({ byStatus: { named, unnamed, hidden } }: Measure): void {
    const { charts } = this.#words;
    const parts = [
      { words: unnamed, tone: 'unnamed' },
      { words: hidden, tone: 'hidden' },
    ] as const;
    const rows: StackRow[] = [
      { key: 'true', label: charts.named.named, words: named, tone: 'named' },
      { key: 'false', label: charts.named.unnamed, words: unnamed + hidden, tone: 'unnamed', parts },
    ];
    const all = named + unnamed + hidden;
    this.#figures.named.text = all ? charts.named.text(named / all) : charts.named.none;
    const { named: chosen } = this.#filter;
    this.#named.show(rows, chosen === undefined ? null : String(chosen));
  }

  #sourceTable(): string[][] {
    const { terms, charts } = this.#words;
    const head = [charts.headSource, charts.headKind, charts.headWords, charts.headShare];
    const counted = this.#reading && measure(this.#reading);
    const rows = counted?.sources.map(({ name, kind, words }) => [
      name,
      terms.kinds[kind],
      charts.number(words),
      charts.percent(words / counted.words),
    ]);
    return [head, ...(rows ?? [])];
  }

  #stripTable(): string[][] {
    const { terms, charts } = this.#words;
    const head = [charts.headParagraph, ...claimStatuses.map((status) => terms.statuses[status].label)];
    const counted = this.#reading && measure(this.#reading);
    const rows = counted?.paragraphs.map((paragraph) => [
      paragraph.number === null ? charts.places[paragraph.kind] : charts.number(paragraph.number),
      ...claimStatuses.map((status) => charts.number(paragraph.byStatus[status])),
    ]);
    return [head, ...(rows ?? [])];
  }
}
