// The list of sources, those with most words first, each with its statements; its name shows only
// what it says. tests/web/page hold it.
import type { Attribution, Source } from '../engine/report.ts';
import type { Words } from '../words/index.ts';
import { h, setText } from './dom.ts';
import type { Filter } from './filter.ts';
import { KeyedList, type Entry } from './keyed-list.ts';
import { lineSample } from './legend.ts';
import type { Reading } from './reading.ts';

interface Section {
  readonly section: HTMLElement;
  readonly list: KeyedList;
}

export class SourceList {
  readonly element: HTMLElement;
  onSelect: (claim: number, attribution: number) => void = () => {};
  /** Only the claims of this source are to be shown. */
  onSource: (source: number) => void = () => {};
  /** A source is to be corrected, in `place`; null: nothing is corrected here. */
  onCorrect: ((source: number, place: HTMLElement, onClose: () => void) => void) | null = null;

  readonly #words: Words;
  readonly #nothing = h('p', { class: 'nothing' });
  readonly #sections = h('div');
  /** What is shown, by what identifies it, with its list. */
  #shown: ReadonlyMap<string, Section> = new Map();

  constructor(words: Words) {
    this.#words = words;
    this.element = h('div', { class: 'sources' }, this.#nothing, this.#sections);
  }

  show(reading: Reading | null, filter: Filter): void {
    const sources = [...(reading?.report.sources ?? [])].sort((one, other) => other.words - one.words);
    const shown = new Map<string, Section>();
    for (const source of [...sources, null]) {
      const entries = reading ? this.#entries(reading, source, filter) : [];
      if (!reading || !entries.length) continue;
      const { name, meta } = this.#describe(source);
      const key = `${source?.id}\n${name}\n${meta}`;
      const old = this.#shown.get(key);
      const part = old ?? this.#section(source, name, meta);
      part.list.show(entries);
      shown.set(key, part);
    }
    for (const [key, { section }] of this.#shown) if (!shown.has(key)) section.remove();
    for (const [at, { section }] of [...shown.values()].entries()) {
      const there = this.#sections.children[at] ?? null;
      if (there !== section) this.#sections.insertBefore(section, there);
    }
    this.#shown = shown;
    setText(this.#nothing, shown.size ? '' : this.#words.widget.sources.none);
  }

  mark(claim: number | null): HTMLElement | null {
    const found = [...this.#shown.values()].map(({ list }) => list.mark(claim));
    return found.find((item) => item) ?? null;
  }

  #describe(source: Source | null): { name: string; meta: string } {
    const { terms, widget } = this.#words;
    if (!source) return { name: widget.sources.nobody, meta: widget.sources.nobodyMeta };
    const size = widget.sources.size(source.statements, source.words);
    const hand = source.byHand ? widget.card.byHand : '';
    const parts = [source.title, terms.kinds[source.kind], size, hand];
    return { name: source.name, meta: parts.filter((part) => part).join(' · ') };
  }

  #section(source: Source | null, name: string, meta: string): Section {
    const list = new KeyedList();
    list.element.addEventListener('click', (event) => {
      const entry = list.entryOf(event.target);
      if (entry?.attribution !== undefined) this.onSelect(entry.claim, entry.attribution);
    });
    const heading = h('h2', {}, name);
    if (source) {
      const label = this.#words.widget.sources.only(name);
      const button = h('button', { type: 'button', title: label }, name);
      button.addEventListener('click', () => this.onSource(source.id));
      heading.replaceChildren(button);
    }
    const section = h(
      'section',
      { class: 'source-entry' },
      heading,
      h('p', { class: 'meta' }, meta),
      ...(source ? this.#correct(source) : []),
      list.element,
    );
    return { section, list };
  }

  #correct({ id, name }: Source): HTMLElement[] {
    const { onCorrect } = this;
    if (!onCorrect) return [];
    const { correct } = this.#words.widget.card;
    const place = h('div');
    const button = h('button', { type: 'button', class: 'plain', 'aria-label': `${correct} ${name}`, 'aria-expanded': 'false' }, correct);
    const close = (): void => {
      place.replaceChildren();
      button.ariaExpanded = 'false';
      button.focus();
    };
    button.addEventListener('click', () => {
      if (button.ariaExpanded === 'true') return close();
      button.ariaExpanded = 'true';
      onCorrect(id, place, close);
    });
    return [button, place];
  }

  #entries(reading: Reading, source: Source | null, filter: Filter): Entry[] {
    return reading.statementsOf(source?.id ?? null).flatMap((attribution) => {
      const index = reading.claimOf(attribution);
      const claim = reading.claim(index);
      if (!claim || !reading.passes(index, filter)) return [];
      return [this.#entry(reading, attribution, index)];
    });
  }

  #entry(reading: Reading, attribution: Attribution, index: number): Entry {
    const words = reading.words(attribution.content);
    const status = reading.claim(index)?.status ?? 'none';
    const { label } = this.#words.terms.statuses[status];
    return {
      key: `${status}\n${words}`,
      claim: index,
      attribution: attribution.id,
      make: () => {
        const item = h(
          'button',
          { type: 'button', class: 'item', tabindex: '-1' },
          h('span', { class: 'words' }, words),
          h('span', { class: 'visually-hidden' }, ` ${label}`),
        );
        return h('div', { class: 'entry' }, lineSample(status), item);
      },
    };
  }
}
