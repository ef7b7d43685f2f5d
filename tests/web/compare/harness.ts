// A page with nothing but the view, for view.test.ts: an engine for the article, one for the
// other version, and hands to hold the reading with.
import { createEngine, type Report } from '../../../web/engine/index.ts';
import { compareStyles, CompareView } from '../../../web/widget/compare-view.ts';
import { marksCss } from '../../../web/widget/mark-looks.ts';
import sideCss from '../../../web/widget/side.css?inline';
import textCss from '../../../web/widget/text.css?inline';
import tokensCss from '../../../web/widget/tokens.css?inline';
import groundCss from '../../../web/widget/widget.css?inline';
import { loadWords, type Language } from '../../../web/words/index.ts';

const engine = await createEngine();
const otherEngine = await createEngine();
const language = (new URL(location.href).searchParams.get('lang') ?? 'en') as Language;

const selected: number[] = [];
const hands = {
  /** Reading waits for it. */
  hold: Promise.resolve(),
  release: () => {},
  failure: null as Error | null,
};

const view = new CompareView(await loadWords(language), {
  read: async (text, links, signal) => {
    await hands.hold;
    if (hands.failure) throw hands.failure;
    return otherEngine.analyze(text, { links, signal });
  },
  openFile: async (file) => {
    if (!file.name.endsWith('.txt')) throw new Error('No text.');
    return { text: await file.text(), links: [], title: file.name };
  },
  explain: (reason) => (String(reason).includes('No text') ? 'Only text files, please.' : null),
});
view.onSelect = (claim) => selected.push(claim);

const host = document.createElement('div');
const root = host.attachShadow({ mode: 'open' });
root.adoptedStyleSheets = [tokensCss, groundCss, marksCss, textCss, sideCss, ...compareStyles].map((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
});
const page = new CSSStyleSheet();
page.replaceSync(`${tokensCss} :root { color-scheme: light dark; background: var(--sl-paper); color: var(--sl-ink) }`);
document.adoptedStyleSheets = [page];
root.append(view.element);
document.querySelector('main')?.append(host);

let current: Report;
const harness = {
  view,
  host,
  selected,
  async setArticle(text: string): Promise<Report> {
    current = await engine.analyze(text);
    view.setCurrent(text, current);
    return current;
  },
  hold(): void {
    hands.hold = new Promise((resolve) => {
      hands.release = resolve;
    });
  },
  release: () => hands.release(),
  fail(code: string | null): void {
    hands.failure = code === null ? null : Object.assign(new Error('It failed.'), { code });
  },
};

declare global {
  interface Window {
    harness: typeof harness;
  }
}
window.harness = harness;
