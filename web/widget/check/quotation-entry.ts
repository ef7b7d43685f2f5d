// What came of one quotation, drawn: status with a sign, the quotation with what was changed in it, where
// it stands in the document, who speaks there. For the list and for the card.
// tests/web/check/view.test.ts holds it.
import type { Checked, DiffPart, Hit } from '../../check/quotations.ts';
import type { CheckQuotationWords } from '../../words/en/check-quotations.ts';
import { h } from '../dom.ts';

const signs = { verbatim: '✓', changed: '≠', not_found: '?' } as const;
const allowed: ReadonlySet<string> = new Set(['ellipsis', 'bracket', 'case', 'writing', 'number', 'filler', 'aside']);
const mostOmitted = 14; // words that are shown of what an ellipsis left out

/** `names` are those of the documents. */
export function drawChecked(checked: Checked, names: readonly string[], words: CheckQuotationWords): HTMLElement[] {
  const { status, quotation, hits, changes, speaker } = checked;
  const kinds = [...new Set(changes.map(({ kind }) => words.kinds[kind]))];
  const drawn = [
    h(
      'span',
      { class: `verdict ${status}` },
      h('span', { class: 'sign', 'aria-hidden': 'true' }, signs[status]),
      h('b', {}, words.statuses[status]),
      ...(kinds.length ? [`: ${kinds.join(', ')}`] : []),
    ),
    h('span', { class: 'quoted' }, ...drawParts(checked, words)),
  ];
  if (speaker.kind === 'other') {
    const text = words.otherSpeaker(speaker.name, quotation.source);
    drawn.push(h('span', { class: 'speaker' }, h('span', { class: 'sign', 'aria-hidden': 'true' }, '!'), text));
  } else if (speaker.kind === 'same') {
    drawn.push(h('span', { class: 'meta' }, words.sameSpeaker(speaker.name)));
  }
  hits.forEach((hit, index) => drawn.push(drawHit(hit, names, index ? 0 : checked.elsewhere, words)));
  return drawn;
}

function drawHit({ document, place, before, words: found, after }: Hit, names: readonly string[], elsewhere: number, words: CheckQuotationWords): HTMLElement {
  const where = [words.place(names[document] ?? '', place), ...(elsewhere ? [words.elsewhere(elsewhere)] : [])].join(' ');
  return h(
    'span',
    { class: 'cited hit' },
    h('span', { class: 'meta' }, where),
    h('span', { class: 'context' }, '… ', before, h('mark', {}, shortened(found)), after, ' …'),
  );
}

/** The place itself is drawn as the quotation already: of a long one both ends are enough. */
function shortened(found: string): string {
  const all = found.split(' ');
  return all.length > 30 ? `${all.slice(0, 12).join(' ')} … ${all.slice(-12).join(' ')}` : found;
}

function drawParts({ quotation, parts }: Checked, words: CheckQuotationWords): (Node | string)[] {
  if (!parts.some(({ change }) => change)) return [`“${quotation.text}”`];
  return ['“', ...parts.map((part) => drawPart(part, words)), '”'];
}

function drawPart({ kind, text, change }: DiffPart, words: CheckQuotationWords): HTMLElement {
  const said = { same: words.unchanged, added: words.added, removed: words.leftOut }[kind];
  const spoken = h('span', { class: 'visually-hidden' }, ` ${said}`);
  const title = change ? words.kinds[change] : null;
  const style = change && allowed.has(change) ? 'allowed' : null;
  if (kind === 'same') return h('span', { title, class: style }, spoken, text);
  const all = text.trim().split(' ');
  const shown = kind === 'removed' && change === 'ellipsis' && all.length > mostOmitted ? `${words.omitted(all.length)} ` : text;
  return h(kind === 'added' ? 'ins' : 'del', { title, class: style }, spoken, shown);
}
