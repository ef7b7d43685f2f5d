// What a claim is reviewed with: a button for each mark, and a note. Shows a review and says what
// the editor makes of it; keeps nothing itself. tests/web/review/controls.test.ts holds it.
import { reviewMarks, type Review, type ReviewMark } from '../review/format.ts';
import type { Words } from '../words/index.ts';
import { h, setText } from './dom.ts';

let made = 0;

export class ReviewControls {
  readonly element: HTMLElement;
  /** Without mark and note the claim has no review any more. */
  onChange: (mark: ReviewMark | null, note: string) => void = () => {};

  readonly #words: Words['review'];
  readonly #marks: Readonly<Record<ReviewMark, HTMLButtonElement>>;
  readonly #changed = h('p', { class: 'review-changed', hidden: true });
  readonly #changedWords = h('span');
  readonly #again = h('button', { type: 'button', class: 'review-again' });
  readonly #noteButton = h('button', { type: 'button', class: 'review-note-button' });
  readonly #noteBox: HTMLElement;
  readonly #note = h('textarea', { class: 'review-note', rows: '2' });
  readonly #saved = h('span', { class: 'review-saved', role: 'status' });
  #mark: ReviewMark | null = null;
  #savedNote = '';
  #claim: unknown = null;

  constructor(words: Words) {
    this.#words = words.review;
    this.#marks = {
      checked: this.#makeMark('checked'),
      needs_source: this.#makeMark('needs_source'),
      ignored: this.#makeMark('ignored'),
    };
    const id = `review-note-${++made}`;
    this.#note.id = id;
    this.#note.setAttribute('aria-describedby', `${id}-keys`);
    this.#noteBox = h(
      'div',
      { class: 'review-note-box', id: `${id}-box`, hidden: true },
      h('label', { for: id }, this.#words.note),
      this.#note,
      h('p', { class: 'meta' }, h('span', { id: `${id}-keys` }, this.#words.noteKeys), ' ', this.#saved),
    );
    this.#noteButton.setAttribute('aria-controls', `${id}-box`);
    this.#changed.append(this.#changedWords, ' ', this.#again);
    const buttons = reviewMarks.map((mark) => this.#marks[mark]);
    this.element = h(
      'div',
      { class: 'review', part: 'review', role: 'group', 'aria-label': this.#words.group },
      h('div', { class: 'review-marks' }, ...buttons, this.#noteButton),
      this.#changed,
      this.#noteBox,
    );
    this.#listen();
    this.show(null, false);
  }

  /**
   * Shows the review of a claim. A note being written stays as it is while `claim` (any name for
   * it) is the same; before another is shown, commit() the note.
   */
  show(review: Review | null, changed: boolean, claim: unknown = null): void {
    const writing = claim === this.#claim && this.#isWriting();
    this.#claim = claim;
    this.#mark = review?.mark ?? null;
    this.#savedNote = review?.note ?? '';
    for (const mark of reviewMarks) this.#marks[mark].ariaPressed = String(mark === this.#mark);
    const hadFocus = this.#again.matches(':focus');
    const what = this.#mark ?? 'note';
    setText(this.#changedWords, this.#words.changed[what]);
    setText(this.#again, this.#words.again[what]);
    this.#changed.hidden = !(review && changed);
    // Its button is gone with it; the focus must not be.
    if (hadFocus && this.#changed.hidden) (this.#mark ? this.#marks[this.#mark] : this.#noteButton).focus();
    if (writing) return;
    this.#note.value = this.#savedNote;
    setText(this.#saved, '');
    this.#openNote(this.#savedNote !== '' || (this.#mark === 'ignored' && this.#note.matches(':focus')));
  }

  /** Says so if the note was changed and that was not said yet. */
  commit(): void {
    if (!this.#isWriting()) return;
    this.#savedNote = this.#note.value.trim();
    this.#note.value = this.#savedNote;
    setText(this.#saved, this.#words.noteSaved);
    this.onChange(this.#mark, this.#savedNote);
  }

  #isWriting(): boolean {
    return this.#note.value.trim() !== this.#savedNote;
  }

  #makeMark(mark: ReviewMark): HTMLButtonElement {
    const button = h(
      'button',
      { type: 'button', class: `review-mark ${mark}`, 'aria-pressed': 'false', title: this.#words.hints[mark] },
      this.#words.marks[mark],
    );
    button.addEventListener('click', () => this.#toggle(mark));
    return button;
  }

  #toggle(mark: ReviewMark): void {
    this.#mark = this.#mark === mark ? null : mark;
    this.#savedNote = this.#note.value.trim();
    for (const one of reviewMarks) this.#marks[one].ariaPressed = String(one === this.#mark);
    const { onChange } = this;
    onChange(this.#mark, this.#savedNote);
    if (this.#mark !== 'ignored' || this.#savedNote) return;
    this.#openNote(true);
    this.#note.focus();
  }

  #openNote(open: boolean): void {
    this.#noteBox.hidden = !open;
    this.#noteButton.ariaExpanded = String(open);
    this.#note.placeholder = this.#mark === 'ignored' ? this.#words.whyIgnored : '';
    setText(this.#noteButton, this.#savedNote ? this.#words.note : this.#words.addNote);
  }

  #listen(): void {
    this.#noteButton.addEventListener('click', () => {
      const open = this.#noteBox.hidden;
      if (!open) this.commit();
      this.#openNote(open);
      if (open) this.#note.focus();
    });
    this.#again.addEventListener('click', () => this.onChange(this.#mark, this.#savedNote));
    this.#note.addEventListener('blur', () => this.commit());
    this.#note.addEventListener('input', () => setText(this.#saved, ''));
    this.#note.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.commit();
      else if (event.key === 'Escape') this.#discard();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  #discard(): void {
    this.#note.value = this.#savedNote;
    this.#openNote(this.#savedNote !== '');
    this.#noteButton.focus();
  }
}
