// Brings reviews into a page, for store.test.ts and controls.test.ts: a desk with one article,
// its book and the store, as the page has them.
import { makeRecord, newId, ReviewBook, ReviewFileError, ReviewStore } from '../../../web/review/index.ts';
import type { Imported, Review, ReviewMark } from '../../../web/review/index.ts';
import reviewCss from '../../../web/widget/review.css?inline';
import { ReviewControls } from '../../../web/widget/review-controls.ts';
import tokensCss from '../../../web/widget/tokens.css?inline';
import groundCss from '../../../web/widget/widget.css?inline';
import { loadWords, type Language } from '../../../web/words/index.ts';
import { fakeReport } from './fake.ts';

const store = new ReviewStore();
const problems: (string | null)[] = [];
store.onProblem = (problem) => problems.push(problem);

let id = newId();
let book = new ReviewBook();
let text = '';

const indexOf = (words: string): number => {
  const found = fakeReport(text).claims.findIndex(({ spans }) => text.startsWith(words, spans[0]?.[0]));
  if (found < 0) throw new Error(`no claim begins with “${words}”`);
  return found;
};

const desk = {
  store,
  problems,
  newId,

  /** Puts an article in, as a paste does; resolves with whether its reviews were kept. */
  async open(article: string): Promise<boolean> {
    text = article;
    const report = fakeReport(text);
    const record = await store.find(text, report);
    id = record?.id ?? newId();
    book = record ? ReviewBook.fromJSON(record) : new ReviewBook();
    book.attach(text, report);
    return record !== null;
  },

  mark(words: string, mark: ReviewMark | null, note = ''): void {
    book.set(indexOf(words), mark, note);
    store.save(makeRecord(id, text.slice(0, 20), book.toJSON()));
  },

  note: (words: string): string | null => book.reviewOf(indexOf(words))?.note ?? null,

  lost: (): string[] => book.lost.map(({ words }) => words),

  async import(file: string): Promise<Imported | { code: string; where: string }> {
    try {
      return await store.importFile(file);
    } catch (reason) {
      if (!(reason instanceof ReviewFileError)) throw reason;
      return { code: reason.code, where: reason.where };
    }
  },
};

/** Controls in a shadow root with the widget's styles, and what they said. */
async function showControls(language: Language = 'en'): Promise<void> {
  const controls = new ReviewControls(await loadWords(language));
  const said: [ReviewMark | null, string][] = [];
  controls.onChange = (mark, note) => said.push([mark, note]);
  const host = document.createElement('div');
  document.querySelector('main')?.replaceChildren(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokensCss, groundCss, reviewCss].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  root.append(controls.element);
  window.controls = { controls, said };
}

declare global {
  interface Window {
    desk: typeof desk;
    showControls: typeof showControls;
    controls: {
      controls: { show(review: Review | null, changed: boolean, claim?: unknown): void };
      said: [ReviewMark | null, string][];
    };
  }
}
window.showControls = showControls;
window.desk = desk;
