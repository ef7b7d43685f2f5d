// The form in the card that says of a claim, or of words that were selected, another thing than was
// read: what it rests on, and whose word it is. tests/web/page/correct.test.ts holds it.
import { claimStatuses, type ClaimStatus, type Report, type Source } from '../../engine/report.ts';
import { givenKinds, isNamed, type Correction, type GivenSource } from '../../review/index.ts';
import { h } from '../dom.ts';
import { labelled, push, WhoFields, type Spoken } from './fields.ts';

export interface ClaimFormOptions {
  readonly report: Report;
  /** What it rests on as it stands; null: words that were selected. */
  readonly standing: { readonly status: ClaimStatus; readonly source: Source | null } | null;
  onSave(correction: Correction): void;
  onCancel(): void;
}

export class ClaimForm {
  readonly element: HTMLFormElement;
  readonly #options: ClaimFormOptions;
  readonly #statuses = new Map<ClaimStatus, HTMLInputElement>();
  readonly #who = h('select');
  readonly #whoField: HTMLElement;
  readonly #given: WhoFields;
  readonly #other: string;

  constructor(spoken: Spoken, options: ClaimFormOptions) {
    const { claim } = spoken.correct;
    const { standing } = options;
    this.#options = options;
    this.#other = claim.other;
    this.#given = new WhoFields(spoken);
    this.#whoField = labelled(claim.who, this.#who);
    const choices = claimStatuses.map((status) => {
      const radio = h('input', { type: 'radio', name: 'status', value: status, required: true });
      this.#statuses.set(status, radio);
      radio.addEventListener('change', () => this.#offer());
      return h('label', { class: 'choice-line' }, radio, h('span', { class: `line ${status}`, 'aria-hidden': 'true' }, '\u2003\u2003'), claim.statuses[status]);
    });
    const title = standing ? claim.title : claim.words;
    this.element = h(
      'form',
      { class: 'correct-form', 'aria-label': title },
      h('fieldset', {}, h('legend', {}, claim.status), ...choices),
      this.#whoField,
      this.#given.element,
      h('div', { class: 'form-row' }, push(claim.save), push(claim.cancel, () => options.onCancel())),
    );
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#save();
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      options.onCancel();
    });
    this.#who.addEventListener('change', () => this.#showGiven(true));
    const radio = this.#statuses.get(standing?.status ?? 'named');
    if (radio) radio.checked = true;
    this.#offer();
  }

  focus(): void {
    this.#statuses.get(this.#status)?.focus();
  }

  get #status(): ClaimStatus {
    return claimStatuses.find((status) => this.#statuses.get(status)?.checked) ?? 'none';
  }

  /** The sources that fit the status. */
  #offer(): void {
    const status = this.#status;
    const asks = status === 'named' || status === 'unnamed';
    this.#whoField.hidden = !asks;
    const fits = ({ kind }: { kind: Source['kind'] }): boolean => isNamed(kind) === (status === 'named');
    const { report, standing } = this.#options;
    const sources = report.sources.filter((source) => source.kind !== 'none' && source.kind !== 'author' && fits(source));
    this.#who.replaceChildren(
      ...sources.map(({ id, name, title }) => h('option', { value: String(id) }, [name, title].filter((part) => part).join(', '))),
      h('option', { value: '' }, this.#other),
    );
    const now = standing?.source && sources.includes(standing.source) ? standing.source : sources[0];
    this.#who.value = now ? String(now.id) : '';
    this.#given.offer(givenKinds.filter((kind) => fits({ kind })));
    this.#showGiven(false);
  }

  #showGiven(focus: boolean): void {
    this.#given.hidden = this.#whoField.hidden || this.#who.value !== '';
    if (focus && this.#who.value === '') this.#given.focus();
  }

  #save(): void {
    const status = this.#status;
    if (this.#whoField.hidden) return this.#options.onSave({ status, source: null });
    const source = this.#chosen();
    if (source) this.#options.onSave({ status, source });
  }

  #chosen(): GivenSource | null {
    if (this.#who.value === '') return this.#given.value;
    const there = this.#options.report.sources[Number(this.#who.value)];
    const kind = givenKinds.find((one) => one === there?.kind);
    return there && kind ? { name: there.name, kind, title: there.title } : null;
  }
}
