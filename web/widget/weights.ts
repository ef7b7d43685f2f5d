// How much each status and signal raises a claim in the list: sliders in a dialog. What differs
// from the engine's own weights is kept in this browser, where it allows it. tests/web/page hold it.
import { claimStatuses, type SignalKind, type WeightName, type Weights } from '../engine/report.ts';
import type { Words } from '../words/index.ts';
import { makeDialog } from './dialog.ts';
import { h } from './dom.ts';

export class WeightsDialog {
  readonly element: HTMLDialogElement;
  /** The weights that differ from the defaults. */
  onChange: (weights: Weights) => void = () => {};

  readonly #sliders = new Map<WeightName, HTMLInputElement>();
  readonly #outputs = new Map<WeightName, HTMLOutputElement>();
  #defaults: Weights = {};

  constructor(words: Words) {
    const { terms, widget } = words;
    const { weights } = widget;
    const reset = h('button', { type: 'button', class: 'plain' }, weights.reset);
    reset.addEventListener('click', () => this.#set(this.#defaults, true));
    const statuses = claimStatuses.filter((status) => status !== 'none');
    const signals = Object.keys(terms.signals) as SignalKind[];
    this.element = makeDialog(
      weights.title,
      weights.done,
      h('p', { class: 'meta' }, weights.intro),
      h('h3', {}, weights.signals),
      ...signals.map((kind) => this.#row(kind, terms.signals[kind].label, terms.signals[kind].meaning)),
      this.#row('check_worthy', weights.check_worthy),
      h('h3', {}, weights.statuses),
      ...statuses.map((status) => this.#row(status, terms.statuses[status].label)),
      reset,
    );
  }

  /** Opens it: `defaults` are the engine's, `weights` what differs from them. */
  open(defaults: Weights, weights: Weights): void {
    this.#defaults = defaults;
    this.#set({ ...defaults, ...weights }, false);
    this.element.showModal();
  }

  #set(weights: Weights, tell: boolean): void {
    for (const [name, slider] of this.#sliders) {
      slider.value = String(Math.round((weights[name] ?? 0) * 100));
      this.#show(name, slider);
    }
    if (tell) this.onChange(this.#changed());
  }

  #row(name: WeightName, label: string, meaning = ''): HTMLElement {
    const slider = h('input', { type: 'range', min: '0', max: '100', step: '5', id: `weight-${name}` });
    const output = h('output', { for: slider.id });
    slider.addEventListener('input', () => this.#show(name, slider));
    slider.addEventListener('change', () => this.onChange(this.#changed()));
    this.#sliders.set(name, slider);
    this.#outputs.set(name, output);
    const attributes = { for: slider.id, title: meaning || null };
    return h('div', { class: 'weight' }, h('label', attributes, label), slider, output);
  }

  #show(name: WeightName, slider: HTMLInputElement): void {
    const output = this.#outputs.get(name);
    if (output) output.value = slider.value;
  }

  #changed(): Weights {
    const entries = [...this.#sliders].flatMap(([name, { value }]): [WeightName, number][] => {
      const weight = Number(value) / 100;
      return Math.abs(weight - (this.#defaults[name] ?? 0)) < 0.001 ? [] : [[name, weight]];
    });
    return Object.fromEntries(entries);
  }
}
