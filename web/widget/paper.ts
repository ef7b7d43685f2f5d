// The article for the printer, in black and white: the text with its marks, what they mean, and the
// list of sources. Made when printing begins and taken away afterwards. tests/web/page hold it.
import { claimStatuses, type ClaimStatus, type Span } from '../engine/report.ts';
import type { Words } from '../words/index.ts';
import { h } from './dom.ts';
import { lineSample } from './legend.ts';
import type { Reading } from './reading.ts';

/** An element for paper. `summary` stands above the text; `reviewed` says what was made of a claim. */
export function makePaper(
  reading: Reading,
  words: Words,
  summary: string,
  reviewed: (claim: number) => string,
): HTMLElement {
  const { print } = words.widget;
  const counts = reading.counts();
  const legend = claimStatuses
    .filter((status) => status !== 'none')
    .map((status) =>
      h('li', {}, lineSample(status), ` ${words.terms.statuses[status].label} (${counts[status]})`),
    );
  const unsure = reading.unsure.size;
  if (unsure) {
    const { label } = words.widget.doubt;
    legend.push(h('li', {}, h('span', { class: 'line unsure' }, '\u00a0'.repeat(5)), ` ${label} (${unsure})`));
  }
  return h(
    'div',
    { class: 'paper' },
    h('p', { class: 'summary' }, summary),
    h('ul', { class: 'marks' }, ...legend),
    h('div', { class: 'text' }, ...paragraphs(reading, reviewed)),
    h('h2', {}, print.sources),
    h('ul', { class: 'sources' }, ...reading.report.sources.map((source) => describe(source.id, reading, words))),
  );
}

interface Mark {
  readonly span: Span;
  readonly status: ClaimStatus;
  readonly unsure: boolean;
  /** What stands behind the claim's last words. */
  readonly note: string;
}

function paragraphs(reading: Reading, reviewed: (claim: number) => string): HTMLElement[] {
  const marks = reading.report.claims
    .flatMap(({ spans, status }, claim) =>
      (status === 'none' ? [] : spans).map((span, at): Mark => {
        return { span, status, unsure: reading.isUnsure(claim), note: at === spans.length - 1 ? reviewed(claim) : '' };
      }),
    )
    .sort((one, other) => one.span[0] - other.span[0]);
  const { text } = reading;
  const parts: HTMLElement[] = [];
  let paragraph = h('p');
  let at = 0;
  const plain = (to: number): void => {
    for (const [index, line] of text.slice(at, to).split('\n').entries()) {
      if (index) {
        parts.push(paragraph);
        paragraph = h('p');
      }
      if (line) paragraph.append(line);
    }
    at = to;
  };
  for (const { span, status, unsure, note } of marks) {
    if (span[0] < at) continue;
    plain(span[0]);
    const marked = text.slice(span[0], span[1]);
    const inner = unsure ? h('span', { class: 'unsure' }, marked) : marked;
    paragraph.append(h('span', { class: `line ${status}` }, inner));
    if (note) paragraph.append(h('small', {}, ` [${note}]`));
    at = span[1];
  }
  plain(text.length);
  parts.push(paragraph);
  return parts.filter((part) => part.hasChildNodes());
}

function describe(id: number, reading: Reading, words: Words): HTMLElement {
  const source = reading.report.sources[id];
  if (!source) return h('li');
  const size = words.widget.sources.size(source.statements, source.words);
  const details = [source.title, words.terms.kinds[source.kind], size].filter((part) => part);
  return h('li', {}, h('b', {}, source.name), ` ${details.join(' · ')}`);
}
