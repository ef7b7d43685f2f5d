// The report view and the map beside a sheet, wired as the widget does, for the browser tests:
// `charts.show(text, report)`; what they ask for is kept in `charts.events`.
import type { Report } from '../../../web/engine/report.ts';
import type { ReportFilter } from '../../../web/widget/charts/filter.ts';
import { h } from '../../../web/widget/dom.ts';
import { marksCss } from '../../../web/widget/mark-looks.ts';
import mapCss from '../../../web/widget/minimap.css?inline';
import { Minimap } from '../../../web/widget/minimap.ts';
import { Reading } from '../../../web/widget/reading.ts';
import reportCss from '../../../web/widget/report.css?inline';
import { ReportView } from '../../../web/widget/report-view.ts';
import sideCss from '../../../web/widget/side.css?inline';
import textCss from '../../../web/widget/text.css?inline';
import tokensCss from '../../../web/widget/tokens.css?inline';
import groundCss from '../../../web/widget/widget.css?inline';
import { loadWords, type Language } from '../../../web/words/index.ts';

const frameCss = `
  :host { background: var(--sl-paper); padding: 8px; }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 16px minmax(0, 368px);
    gap: 8px;
    align-items: start;
  }
  .column { height: 100%; }
  .lists { border: 1px solid var(--sl-rule); background: var(--sl-sheet); }
  @media (max-width: 56rem) { .columns { display: block; } .surface { display: none; } }
`;

const language = (new URLSearchParams(location.search).get('language') ?? 'en') as Language;
const words = await loadWords(language);
document.documentElement.lang = language;

const view = new ReportView(words);
const map = new Minimap(words);
const sheet = h('div', { class: 'sheet' });
const surface = h('main', { class: 'surface' }, sheet);
const host = document.body.appendChild(h('div'));
const root = host.attachShadow({ mode: 'open' });
root.adoptedStyleSheets = [tokensCss, groundCss, marksCss, textCss, sideCss, reportCss, mapCss, frameCss].map((css) => {
  const styles = new CSSStyleSheet();
  styles.replaceSync(css);
  return styles;
});
document.body.style.margin = '0';
const lists = h('div', { class: 'lists' }, view.element);
root.append(h('div', { class: 'columns' }, surface, h('div', { class: 'column' }, map.element), lists));
map.sheet = sheet;

type Event = { filter: ReportFilter } | { claim: number } | { offset: number };
const events: Event[] = [];
let reading: Reading | null = null;
let filter: ReportFilter = {};

function show(text: string, report: Report | null): void {
  reading = report && new Reading(text, report);
  filter = {};
  sheet.replaceChildren(...(text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => h('p', {}, line)));
  view.show(reading, filter, report?.summary.text ?? '');
  let begin = 0;
  const boxes = ([...sheet.children] as HTMLElement[]).map((paragraph) => {
    const end = begin + (paragraph.textContent ?? '').length;
    const box = { begin, end, top: paragraph.offsetTop - sheet.offsetTop, height: paragraph.offsetHeight };
    begin = end;
    return box;
  });
  map.show(boxes, reading, sheet.offsetHeight);
}

/** Milliseconds that the view needs to show `report` the first time, anew, and filtered. */
function time(text: string, report: Report): number[] {
  const runs = [new Reading(text, report), new Reading(text, report)].map((one) => [one, {}] as const);
  const filtered = [runs[1]?.[0] ?? null, { status: 'named' }] as const;
  return [...runs, filtered].map(([one, filter]) => {
    const begin = performance.now();
    view.show(one, filter, 'a summary');
    return performance.now() - begin;
  });
}

view.onFilter = (change) => {
  events.push({ filter: change });
  filter = change;
  view.show(reading, filter, reading?.report.summary.text ?? '');
};
view.onSelect = (claim) => {
  events.push({ claim });
  view.mark(claim);
};
view.onSeek = map.onSeek = (offset) => events.push({ offset });

const harness = { show, time, events, nodes: () => view.element.querySelectorAll('*').length };
declare global {
  interface Window {
    charts: typeof harness;
  }
}
window.charts = harness;
