// "Try it on old articles" in the dialog of the house style: which rules, which files, how far it is, and
// what each rule would have found. It has an engine of its own. tests/web/page/try-style.test.ts holds it.
import { createEngine, type Engine, type EngineOptions } from '../../engine/index.ts';
import { accept, download, OpenError, openProblemText } from '../../files/index.ts';
import { h, setText, sheetOf } from '../../widget/dom.ts';
import { languageFor, type Words } from '../../words/index.ts';
import { loadLate } from '../../words/late.ts';
import type { tryStyle } from '../../words/en/try-style.ts';
import { droppedFiles, isHidden, nameOf } from './articles.ts';
import { csvOf, newTrial, rulesOf, styleWith, tryOn, type RuleHits, type Trial } from './trial.ts';
import css from './try-style.css?inline';

type TryWords = typeof tryStyle;

/** How many findings of a rule are shown at once. */
const page = 20;
const sheet = sheetOf(css);
/** "ferry-2.txt" before "ferry-10.txt". */
const inOrder = new Intl.Collator(undefined, { numeric: true });

/** The words of the view in the language of `words`. */
export function speak(words: Words): Promise<TryWords> {
  return loadLate(
    {
      en: async () => (await import('../../words/en/try-style.ts')).tryStyle,
      es: async () => (await import('../../words/es/try-style.ts')).tryStyle,
    },
    languageFor(words.language),
  );
}

export class TryStyle {
  readonly element = h('section', { class: 'try-style', 'aria-labelledby': 'try-style-title' });
  readonly #words: TryWords;
  readonly #files: Words['files'];
  readonly #options: EngineOptions;
  /** JSON; null: there is none, and the built-in checks are tried alone. */
  readonly #style: string | null;
  readonly #state = h('p', { role: 'status' });
  readonly #bar = h('progress', { hidden: true });
  readonly #cancel: HTMLButtonElement;
  readonly #save: HTMLButtonElement;
  readonly #results = h('div');
  #stop: AbortController | null = null;
  #trial: Trial = newTrial();
  #names = new Map<string, string>();

  constructor(words: TryWords, files: Words['files'], style: string | null, options: EngineOptions) {
    this.#words = words;
    this.#files = files;
    this.#style = style;
    this.#options = options;
    this.#cancel = button(words.cancel, () => this.stop());
    this.#save = button(words.save, () =>
      download('house-style-trial.csv', 'text/csv', `\ufeff${csvOf(this.#trial, words.csv)}`),
    );
    this.#bar.setAttribute('aria-label', words.title);
    this.#cancel.hidden = true;
    this.#save.hidden = true;
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
    this.#build();
  }

  /** Ends what is under way; what was found stays. */
  stop(): void {
    this.#stop?.abort();
  }

  #build(): void {
    const words = this.#words;
    const folder = h('input', { type: 'file', webkitdirectory: true, hidden: true, 'aria-label': words.folder });
    const several = h('input', { type: 'file', multiple: true, hidden: true, accept: `${accept},.jsonl` });
    for (const input of [folder, several]) {
      input.addEventListener('change', () => {
        const files = [...(input.files ?? [])];
        input.value = '';
        if (files.length) void this.#run(files);
      });
    }
    this.element.append(
      h('h3', { id: 'try-style-title' }, words.title),
      h('p', {}, words.meaning),
      ...this.#choices(),
      h(
        'div',
        { class: 'ways' },
        button(words.folder, () => folder.click()),
        button(words.files, () => several.click()),
        this.#cancel,
        this.#save,
      ),
      folder,
      several,
      this.#bar,
      this.#state,
      this.#results,
    );
    this.#takeDrops();
  }

  #choices(): HTMLElement[] {
    const words = this.#words;
    const own = rulesOf(this.#style);
    for (const { id, message } of own) this.#names.set(id, message);
    for (const [check, name] of Object.entries(words.checkNames)) {
      if (!this.#names.has(check)) this.#names.set(check, name);
    }
    const box = (kind: string, id: string, name: string, checked: boolean) =>
      h('label', {}, h('input', { type: 'checkbox', name: kind, value: id, checked }), h('span', {}, name));
    const ownBoxes = own.map(({ id, message }) => box('rule', id, `${id}: ${message}`, true));
    const checkBoxes = Object.entries(words.checkNames).map(([id, name]) => box('check', id, name, !own.length));
    return [
      ...(own.length ? [h('fieldset', {}, h('legend', {}, words.rules), ...ownBoxes)] : []),
      h('fieldset', {}, h('legend', {}, words.checks), ...checkBoxes),
    ];
  }

  #takeDrops(): void {
    this.element.addEventListener('dragover', (event) => event.preventDefault());
    this.element.addEventListener('drop', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer).then((files) => this.#run(files));
    });
  }

  #chosen(kind: string): string[] {
    const boxes = this.element.querySelectorAll<HTMLInputElement>(`input[name="${kind}"]:checked`);
    return [...boxes].map((box) => box.value);
  }

  async #run(all: readonly File[]): Promise<void> {
    const words = this.#words;
    const files = all.filter((file) => !isHidden(file)).sort((a, b) => inOrder.compare(nameOf(a), nameOf(b)));
    const rules = this.#chosen('rule');
    const checks = this.#chosen('check');
    if (!files.length) return this.#say(words.noFile);
    if (!rules.length && !checks.length) return this.#say(words.noRule);
    this.stop();
    const stop = new AbortController();
    this.#stop = stop;
    const trial = newTrial();
    this.#trial = trial;
    this.#begin();
    let engine: Engine | null = null;
    try {
      const houseStyle = styleWith(this.#style, new Set(rules), checks);
      engine = await createEngine({ ...this.#options, houseStyle });
      if (engine.houseStyleProblem) throw engine.houseStyleProblem;
      await tryOn(engine, files, trial, { signal: stop.signal, onArticle: () => this.#tell(trial, stop) });
      this.#end(stop, words.done(trial.articles, foundIn(trial)), [...rules, ...checks]);
    } catch (reason) {
      const why = reason instanceof Error ? reason.message : '';
      const cancelled = words.cancelled(trial.articles, foundIn(trial));
      this.#end(stop, stop.signal.aborted ? cancelled : words.failed(why), [...rules, ...checks]);
    } finally {
      engine?.close();
    }
  }

  #say(text: string): void {
    setText(this.#state, text);
  }

  #begin(): void {
    this.#say(this.#words.starting);
    this.#bar.hidden = false;
    this.#cancel.hidden = false;
    this.#save.hidden = true;
    this.#results.replaceChildren();
  }

  #told = 0;
  /** Four times a second is enough to see that it goes on. */
  #tell(trial: Trial, stop: AbortController): void {
    if (this.#stop !== stop || performance.now() - this.#told < 250) return;
    this.#told = performance.now();
    this.#say(this.#words.progress(trial.articles, foundIn(trial)));
  }

  #end(stop: AbortController, text: string, ids: readonly string[]): void {
    if (this.#stop !== stop) return;
    this.#stop = null;
    const hadFocus = this.element.contains(document.activeElement) && document.activeElement === this.#cancel;
    this.#bar.hidden = true;
    this.#cancel.hidden = true;
    this.#save.hidden = !this.#trial.kept;
    if (hadFocus) this.#save.focus();
    this.#say(text);
    this.#results.replaceChildren(...ids.map((id) => this.#ruleResult(id)), ...this.#unread());
  }

  #ruleResult(id: string): HTMLElement {
    const words = this.#words;
    const hits = this.#trial.rules.get(id);
    const name = h('b', {}, this.#names.get(id) || id);
    if (!hits) return h('p', {}, name, `: ${words.nothing}`);
    const details = h('details', {}, h('summary', {}, name, `: ${words.found(hits.found, hits.articles)}`));
    details.addEventListener('toggle', () => this.#fill(details, hits), { once: true });
    return details;
  }

  /** The list is made when it is first seen, and goes on when more is asked for. */
  #fill(details: HTMLElement, { found, hits }: RuleHits): void {
    const words = this.#words;
    const list = h('ul');
    const notKept = found > hits.length ? [h('p', {}, words.notKept(found - hits.length))] : [];
    let shown = 0;
    const more = button('', () => {
      const first = shown;
      show(page * 10);
      list.children[first]?.querySelector<HTMLElement>('.file')?.focus();
    });
    const show = (most: number) => {
      const next = hits.slice(shown, shown + most);
      shown += next.length;
      list.append(
        ...next.map(({ file, before, words: found, after }) =>
          h('li', {}, h('span', { class: 'file', tabindex: '-1' }, file), before, h('mark', {}, found), after),
        ),
      );
      more.hidden = shown >= hits.length;
      more.textContent = words.more(Math.min(page * 10, hits.length - shown));
    };
    show(page);
    details.append(list, more, ...notKept);
  }

  #unread(): HTMLElement[] {
    const { unread } = this.#trial;
    if (!unread.length) return [];
    const items = unread.slice(0, page * 10).map(({ name, reason }) => {
      const why = reason instanceof OpenError || !(reason instanceof Error) ? openProblemText(reason, this.#files) : reason.message;
      return h('li', {}, h('span', { class: 'file' }, name), why);
    });
    return [h('details', {}, h('summary', {}, this.#words.unread(unread.length)), h('ul', {}, ...items))];
  }
}

const foundIn = (trial: Trial): number => [...trial.rules.values()].reduce((sum, { found }) => sum + found, 0);

function button(text: string, act: () => void): HTMLButtonElement {
  const made = h('button', { type: 'button' }, text);
  made.addEventListener('click', act);
  return made;
}
