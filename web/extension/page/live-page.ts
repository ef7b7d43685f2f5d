// A page that is read where it stands: knows all there is to know of it, hears button, keys and panel,
// and leaves no trace when it is left. tests/extension hold it in browsers.
import type { Engine } from '../../engine/engine.ts';
import type { HouseStyleProblem } from '../../engine/house-style.ts';
import { isOtherLanguage, SourcelightError } from '../../engine/error.ts';
import type { Report } from '../../engine/report.ts';
import type { ArticleText } from '../../article/article-text.ts';
import { readArticle, readRange } from '../../article/live.ts';
import { ask, tellPanels } from '../ask.ts';
import { addressOf } from '../kept/address.ts';
import { onSettings, readSettings, staysOff, type Settings } from '../kept/settings.ts';
import type { PageState, PageToPanel, PanelToPage, Phase, ToBackground, ToPage } from '../messages.ts';
import { language } from '../words.ts';
import { canMark } from './marks.ts';
import { Panels } from './panels.ts';
import { isDark } from './place.ts';
import { PageReading } from './reading.ts';
import { openRemoteEngine } from './remote-link.ts';
import { selectedRange } from './selection.ts';

/** Fewer letters were chosen by chance, or to be copied. */
const leastSelection = 40;

export class LivePage {
  readonly #panels = new Panels(() => this.#all(), (message) => this.#panelWants(message));
  #phase: Phase = 'left';
  #why = '';
  #reading: PageReading | null = null;
  /** What was selected, where only that is read. */
  #range: Range | null = null;
  #address = '';
  #engine: Promise<Engine> | null = null;
  #styleProblems: readonly HouseStyleProblem[] = [];
  #begun = 0;
  #sent: Promise<unknown> = Promise.resolve();
  /** What the reader's style sheet was last asked for: another palette, or another frame, needs it anew. */
  #painted: { readonly dark: boolean; readonly pages: ReadonlySet<Node> } | null = null;

  constructor() {
    onSettings((settings) => this.#settingsChanged(settings));
    // The browser kept the page as it was, but neither its badge nor the panel.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#shownAgain();
    });
    this.#tellPanel();
  }

  hear(message: ToPage): void {
    if (message.type === 'step') void this.#reading?.step(message.by);
    else if (message.type === 'selection') void this.#read(selectedRange(document));
    else if (this.#phase === 'reading' || this.#phase === 'read') this.leave();
    else void this.#read(longEnough(selectedRange(document)));
  }

  /** Takes everything away. */
  leave(): void {
    if (this.#phase === 'left') return;
    this.#stop();
    this.#range = null;
    this.#show('left');
    this.#send({ type: 'left' });
  }

  /** `range`: only what is in it; null: the page's article. */
  async #read(range: Range | null): Promise<void> {
    this.#stop();
    const turn = this.#begun;
    this.#range = range;
    this.#address = addressOf(location.href);
    this.#show('reading');
    const engine = (this.#engine ??= this.#open());
    const [{ statuses }, words] = await Promise.all([readSettings(), language()]);
    if (turn !== this.#begun) return;
    const find = (): ArticleText | null => (range ? readRange(range) : readArticle(document));
    this.#reading = new PageReading({ engine, statuses, language: words, find, knowsParts: !range }, {
      onText: (article) => this.#textIs(article),
      onSameText: (article) => this.#paint(article),
      onReport: (report) => this.#readAs(report),
      onCorrected: (report) => this.#badge(report),
      onSelect: (claim) => this.#panels.tell({ type: 'selected', claim }),
      onProblem: (problem) => this.#problemIs(problem),
      hasPanel: () => this.#panels.any,
      isSame: () => this.#isSameAddress(),
    });
  }

  #stop(): void {
    this.#begun += 1;
    this.#painted = null;
    this.#reading?.stop();
    this.#reading = null;
  }

  async #open(): Promise<Engine> {
    try {
      const engine = await openRemoteEngine();
      this.#styleProblems = engine.houseStyleProblems;
      return engine;
    } catch (reason) {
      this.#engine = null;
      throw reason;
    }
  }

  // Before its report comes, so that the marks can be seen as soon as they are painted.
  #textIs(article: ArticleText | null): void {
    if (article) {
      this.#paint(article);
      if (this.#phase !== 'read') this.#show('reading');
    } else {
      this.#show('nothing');
      this.#send({ type: 'badge', named: null, total: 0 });
    }
  }

  #paint(article: ArticleText): void {
    const dark = isDark(article);
    const pages = new Set([...article.roots].map((root) => ('host' in root ? root.ownerDocument : root) as Node));
    if (this.#painted?.dark === dark && [...pages].every((page) => this.#painted?.pages.has(page))) return;
    this.#painted = { dark, pages };
    this.#send({ type: 'paint', dark });
  }

  #readAs(report: Report): void {
    this.#show('read');
    this.#badge(report);
  }

  #badge({ claims }: Report): void {
    const asserting = claims.filter(({ status }) => status !== 'none');
    const named = asserting.filter(({ status }) => status === 'named').length;
    this.#send({ type: 'badge', named, total: asserting.length });
  }

  /** What is not in use of the settings stops no reading. */
  #problemIs(problem: Error | null): void {
    const stops = problem instanceof SourcelightError && problem.code !== 'bad_house_style';
    if (!problem || !stops) return;
    if (isOtherLanguage(problem)) this.#show('other_language');
    else this.#show('failed', problem.message);
    this.#send({ type: 'badge', named: null, total: 0 });
  }

  #isSameAddress(): boolean {
    // An extension that was removed, or has a newer script by now, marks no more.
    if (!chrome.runtime?.id) {
      this.#stop();
      return false;
    }
    if (addressOf(location.href) === this.#address) return true;
    void this.#read(null);
    return false;
  }

  #settingsChanged(settings: Settings): void {
    this.#engine = null;
    if (staysOff(settings, location.hostname)) this.leave();
    else if (this.#reading) void this.#read(this.#range);
  }

  #shownAgain(): void {
    this.#tellPanel();
    if (this.#reading) void this.#read(this.#range);
  }

  #panelWants(message: PanelToPage): void {
    if (message.type === 'select') this.#reading?.select(message.claim);
    else if (message.type === 'corrected') this.#reading?.correct(message.text, message.report);
    else if (message.type === 'leave') this.leave();
    else void this.#read(null);
  }

  #show(phase: Phase, why = ''): void {
    this.#phase = phase;
    this.#why = why;
    this.#panels.tell({ type: 'page', page: this.#state });
  }

  #all(): PageToPanel[] {
    const claim = this.#reading?.selected ?? null;
    return [{ type: 'page', page: this.#state }, ...(claim === null ? [] : [{ type: 'selected', claim } as const])];
  }

  get #state(): PageState {
    const { article = null, report = null } = this.#reading ?? {};
    return {
      phase: this.#phase,
      why: this.#why,
      address: this.#address,
      title: document.title,
      language: languageOf(article),
      isSelection: this.#range !== null,
      canMark: canMark(),
      text: article?.text ?? '',
      links: article?.links ?? [],
      report: this.#phase === 'read' ? report : null,
      houseStyleProblems: this.#styleProblems,
    };
  }

  #tellPanel(): void {
    tellPanels({ type: 'here' });
  }

  // One after the other, so that what is asked again does not come too late. Nobody may be there to
  // hear, where the extension was removed.
  #send(message: ToBackground): void {
    this.#sent = this.#sent.then(() => ask(message)).catch(() => {});
  }
}

function longEnough(range: Range | null): Range | null {
  return range && (readRange(range)?.text.trim().length ?? 0) >= leastSelection ? range : null;
}

function languageOf(article: ArticleText | null): string {
  const element = article?.first?.parentElement?.closest('[lang]') ?? document.documentElement;
  return (element.getAttribute('lang') ?? '').trim().split(/[-_]/)[0]?.toLowerCase() ?? '';
}
