// The columns of a table of fact-checks are looked at before it is read.
// tests/web/check/facts-view.test.ts holds it.
import { parts, type Columns, type Part } from '../../check/fact-columns.ts';
import type { Table } from '../../check/fact-files.ts';
import type { CheckFactWords } from '../../words/en/check-facts.ts';
import { button } from '../button.ts';
import { h } from '../dom.ts';

/** Shows in `place` which column is taken for what; gives what the person makes of it, null: nothing is to be loaded. */
export function askColumns(place: HTMLElement, words: CheckFactWords, name: string, table: Table, signal: AbortSignal): Promise<Columns | null> {
  return new Promise((resolve) => {
    const alert = h('p', { class: 'problem', role: 'alert', hidden: true }, words.needsColumns);
    const selects = new Map(parts.map((part) => [part, selectOf(words, table, part)]));
    const end = (columns: Columns | null): void => {
      place.replaceChildren();
      resolve(columns);
    };
    const use = (): void => {
      const columns = Object.fromEntries(parts.map((part) => [part, Number(selects.get(part)?.value)])) as Record<Part, number>;
      alert.hidden = columns.claim >= 0 && columns.verdict >= 0;
      if (alert.hidden) end(columns);
    };
    const heading = h('h3', { tabindex: '-1' }, words.mapping(name));
    place.replaceChildren(
      heading,
      h('p', {}, words.mappingHelp),
      h('div', { class: 'columns' }, ...parts.map((part) => lineOf(words, table, part, selects.get(part) as HTMLSelectElement))),
      alert,
      h('div', { class: 'buttons' }, button(words.use, 'push first', use), button(words.cancel, 'push', () => end(null))),
    );
    signal.addEventListener('abort', () => end(null), { once: true });
    heading.focus();
  });
}

function selectOf(words: CheckFactWords, { header, guess }: Table, part: Part): HTMLSelectElement {
  const option = (value: number, name: string): HTMLOptionElement => h('option', { value: String(value), selected: guess[part] === value }, name);
  return h('select', {}, option(-1, words.noColumn), ...header.map((name, at) => option(at, name || String(at + 1))));
}

/** A part, the column it is taken from, and what that column has in the first row. */
function lineOf(words: CheckFactWords, { rows }: Table, part: Part, select: HTMLSelectElement): HTMLElement {
  const example = h('span', { class: 'meta example' });
  const show = (): void => {
    const cell = rows[0]?.[Number(select.value)]?.slice(0, 120) ?? '';
    example.textContent = cell && `${words.example}: ${cell}`;
  };
  select.addEventListener('change', show);
  show();
  const isNeeded = part === 'claim' || part === 'verdict';
  return h('div', { class: 'column' }, h('label', {}, h('span', {}, isNeeded ? `${words.parts[part]} ${words.needed}` : words.parts[part]), select), example);
}
