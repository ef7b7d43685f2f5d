// Joins corrections by hand to the desk: the form in the card and below a source, the button at words
// that were selected, the list of what was corrected. What they are made of (correct/) is fetched when
// it is first used. tests/web/page/correct.test.ts holds it.
import type { Span } from '../engine/report.ts';
import type { Correction } from '../review/index.ts';
import type { Words } from '../words/index.ts';
import { sourcesOf } from './filter.ts';
import type { Reading } from './reading.ts';
import type { Reviews } from './reviews.ts';

type Forms = typeof import('./correct/index.ts');
type Spoken = Awaited<ReturnType<Forms['speak']>>;

export interface CorrectingDesk {
  readonly reviews: Reviews;
  reading(): Reading | null;
  words(): Words;
  root(): ShadowRoot | null;
  select(claim: number): void;
  /** Tells what was done, to be heard. */
  say(text: string): void;
  /** The forms could not be fetched. */
  onProblem(): void;
}

export class Correcting {
  readonly #load: (() => Promise<Forms>) | null;
  readonly #desk: CorrectingDesk;
  #run = 0;

  /** `load`: fetches the forms; null: nothing is corrected here. */
  constructor(load: (() => Promise<Forms>) | null, desk: CorrectingDesk) {
    this.#load = load;
    this.#desk = desk;
  }

  get isOffered(): boolean {
    return this.#load !== null;
  }

  /** The form for a claim, in `place`; `onClose`: it was saved or left. */
  async openClaim(place: HTMLElement, claim: number, onClose: () => void): Promise<void> {
    await this.#open(place, ({ ClaimForm }, spoken, reading) => {
      const standing = reading.claim(claim);
      if (!standing) return null;
      const [source = null] = sourcesOf(standing, reading.report);
      return new ClaimForm(spoken, {
        report: reading.report,
        standing: { status: standing.status, source },
        onSave: (correction) => this.#done(onClose, spoken, () => this.#desk.reviews.correct(claim, correction)),
        onCancel: onClose,
      });
    });
  }

  /** The same for words that were selected. */
  async openWords(place: HTMLElement, span: Span, onClose: () => void): Promise<void> {
    await this.#open(place, ({ ClaimForm }, spoken, reading) => {
      const save = (correction: Correction): void => {
        this.#done(onClose, spoken, () => this.#desk.reviews.choose(span, correction));
        const made = this.#desk.reading()?.report.claims.findIndex(({ byHand, spans }) => byHand && spans[0]?.[0] === span[0]) ?? -1;
        if (made >= 0) this.#desk.select(made);
      };
      return new ClaimForm(spoken, { report: reading.report, standing: null, onSave: save, onCancel: onClose });
    });
  }

  /** The form for a source, by its id, in `place`. */
  async openSource(place: HTMLElement, id: number, onClose: () => void): Promise<void> {
    const { reviews } = this.#desk;
    await this.#open(place, ({ makeSourceForm }, spoken, reading) => {
      const source = reading.report.sources[id];
      if (!source) return null;
      const nameOf = (one: number): string => reviews.namesOf(one)[0] ?? reading.report.sources[one]?.name ?? '';
      const form = makeSourceForm(spoken, {
        reading,
        source,
        onSave: (given, into) => {
          const names = into === null ? [nameOf(id)] : [...new Set([nameOf(id), ...reviews.namesOf(id)])];
          const entry = into === null ? '' : nameOf(into);
          this.#done(onClose, spoken, () => reviews.correctSources(names.map((of) => ({ ...given, of, into: entry }))));
        },
        onSplit: (claims, correction) =>
          this.#done(onClose, spoken, () => {
            // Each correction may move claims: they are told by where they begin.
            const begins = claims.map((claim) => reading.claim(claim)?.spans[0]?.[0] ?? -1);
            for (const begin of begins) {
              const at = reviews.reading?.report.claims.findIndex(({ spans }) => spans[0]?.[0] === begin) ?? -1;
              if (at >= 0) reviews.correct(at, correction);
            }
          }),
        onCancel: onClose,
      });
      return { element: form, focus: () => form.querySelector('input')?.focus() };
    });
  }

  /** What was corrected, in `place`; empty where nothing was. */
  async list(place: HTMLElement): Promise<void> {
    const run = ++this.#run;
    const reading = this.#desk.reading();
    const { reviews } = this.#desk;
    const { corrections } = reviews;
    if (!corrections.length || !reading) return place.replaceChildren();
    const forms = await this.#forms();
    if (!forms || run !== this.#run) return;
    const [{ makeList, saveRecord }, spoken] = forms;
    const focused = place.querySelector<HTMLElement>(':focus');
    const at = focused ? [...place.querySelectorAll('button')].findIndex((button) => button === focused) : -1;
    place.replaceChildren(
      makeList(spoken, {
        corrections,
        onSelect: (claim) => this.#desk.select(claim),
        onUndo: (id) => this.undo(id),
        onRecords: () => this.#desk.say(spoken.correct.list.saved(saveRecord(reading))),
      }),
    );
    const buttons = place.querySelectorAll('button');
    if (at >= 0) buttons[Math.min(at, buttons.length - 1)]?.focus();
  }

  /** What other people say of a claim, in `place`. */
  async rivals(place: HTMLElement, claim: number): Promise<void> {
    const { reviews } = this.#desk;
    const [review, id] = [reviews.of(claim), reviews.idOf(claim)];
    if (!review?.rivals?.length || id === null) return place.replaceChildren();
    const forms = await this.#forms();
    if (!forms || reviews.idOf(claim) !== id) return;
    const [{ makeRivals }, spoken] = forms;
    place.replaceChildren(makeRivals(spoken, { review, onSettle: (rival) => reviews.settle(id, rival) }));
  }

  undo(id: string): void {
    this.#desk.reviews.uncorrect(id);
    void this.#forms().then((forms) => forms && this.#desk.say(forms[1].correct.done.undone));
  }

  async #open(
    place: HTMLElement,
    make: (forms: Forms, spoken: Spoken, reading: Reading) => { readonly element: HTMLElement; focus(): void } | null,
  ): Promise<void> {
    const forms = await this.#forms();
    const reading = this.#desk.reading();
    const form = forms && reading ? make(...forms, reading) : null;
    if (!form) return;
    place.replaceChildren(form.element);
    form.element.scrollIntoView({ block: 'nearest' });
    form.focus();
  }

  #done(onClose: () => void, { correct }: Spoken, change: () => void): void {
    onClose();
    change();
    this.#desk.say(correct.done.corrected);
  }

  async #forms(): Promise<[Forms, Spoken] | null> {
    if (!this.#load) return null;
    try {
      const [forms] = await Promise.all([this.#load(), this.#desk.reviews.prepareToCorrect()]);
      const spoken = await forms.speak(this.#desk.words());
      const root = this.#desk.root();
      if (root) forms.dress(root);
      return [forms, spoken];
    } catch {
      this.#desk.onProblem();
      return null;
    }
  }
}
