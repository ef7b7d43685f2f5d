// What was corrected by hand, each with a way back, and what other people say of the same.
// tests/web/page/correct.test.ts holds it.
import type { ListedCorrection, Opinion, Review } from '../../review/index.ts';
import { h } from '../dom.ts';
import { push, type Spoken } from './fields.ts';

/** What an opinion says, in a few words. */
export function tell({ mark, note, correction, source }: Opinion, { correct, all }: Spoken): string {
  const { terms, review } = all;
  const parts: string[] = [];
  if (correction) {
    const who = correction.source;
    parts.push([terms.statuses[correction.status].label, who && [who.name, who.title].filter((part) => part).join(', ')].filter((part) => part).join(': '));
  }
  if (source) {
    parts.push(source.into ? correct.list.joined(source.into) : [source.name, source.title, terms.kinds[source.kind]].filter((part) => part).join(', '));
  }
  if (mark) parts.push(review.marks[mark]);
  if (note) parts.push(`“${note}”`);
  return parts.join(' · ') || correct.rivals.nothing;
}

export interface ListOptions {
  readonly corrections: readonly ListedCorrection[];
  onSelect(claim: number): void;
  onUndo(id: string): void;
  onRecords(): void;
}

export function makeList(spoken: Spoken, { corrections, onSelect, onUndo, onRecords }: ListOptions): HTMLElement {
  const { list, rivals } = spoken.correct;
  const items = corrections.map(({ id, review, words, claim }) => {
    const undo = h('button', { type: 'button', class: 'plain', 'aria-label': list.undoOf(words) }, list.undo);
    undo.addEventListener('click', () => onUndo(id));
    const isLost = claim < 0 && !review.source;
    const meta = [tell(review, spoken), isLost ? list.gone : '', review.rivals ? rivals.differ : ''].filter((part) => part);
    const said = h('span', { class: 'meta' }, ` ${meta.join(' · ')} `);
    if (claim < 0) return h('li', {}, h('span', {}, words), said, undo);
    const show = h('button', { type: 'button', class: 'other' }, words, said);
    show.addEventListener('click', () => onSelect(claim));
    return h('li', { class: 'with-undo' }, show, undo);
  });
  const records = push(list.records, onRecords);
  records.title = list.recordsHint;
  return h('section', { class: 'corrections' }, h('h3', {}, list.title(corrections.length)), h('ul', { class: 'others' }, ...items), records);
}

export interface RivalsOptions {
  readonly review: Review;
  onSettle(rival: Opinion | null): void;
}

export function makeRivals(spoken: Spoken, { review, onSettle }: RivalsOptions): HTMLElement {
  const { mine, theirs, title } = spoken.correct.rivals;
  const rivals = review.rivals ?? [];
  const day = new Intl.DateTimeFormat(spoken.all.language, { dateStyle: 'medium', timeStyle: 'short' });
  const items = rivals.map((rival) =>
    h('li', {}, tell(rival, spoken), h('span', { class: 'meta' }, ` ${day.format(new Date(rival.at))} `), push(theirs, () => onSettle(rival))),
  );
  return h('section', { class: 'rivals' }, h('h3', {}, title(rivals.length)), h('ul', { class: 'others' }, ...items), push(mine, () => onSettle(null)));
}
