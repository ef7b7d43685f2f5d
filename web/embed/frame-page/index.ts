// The page that stands in an <iframe> of a CMS: <source-light>, told by its address what it shows and
// which origins it may talk to. It listens to its parent only, and to it only if it has one of these
// origins; without any it talks to nobody. docs/frame.md; the other side is web/embed/frame.
//
//   frame.html?origin=https://cms.example&view=panel&lang=es&settings=newsroom.json
import '../../widget/index.ts';
import { everything } from '../../widget/filter.ts';
import { h } from '../../widget/dom.ts';
import type { SourceLight } from '../../widget/source-light.ts';
import { languageFor, loadWords } from '../../words/index.ts';
import { readHandshake, readToFrame, sent, type FromFrame, type ToFrame } from '../frame/protocol.ts';
import css from './frame-page.css?inline';

export interface FramePageOptions {
  /** Where the page is put. Default: the document's body. */
  readonly place?: HTMLElement;
  /**
   * The origins of all pages that may talk to it; its address may name some of these. Default: what
   * `<meta name="sourcelight-origins">` lists, else those that its address names.
   */
  readonly origins?: readonly string[];
  /** What its address asks for. Default: the document's own. */
  readonly search?: string;
}

/** Builds the page, and waits for the parent if it may talk to one. */
export function startFrame(options: FramePageOptions = {}): SourceLight {
  const asked = new URLSearchParams(options.search ?? location.search);
  const place = options.place ?? document.body;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const light = document.createElement('source-light');
  const view = asked.get('view') ?? 'desk';
  // Checks and weights of a page that stands in many others are nobody's.
  light.setAttribute('private', '');
  light.panel = view === 'panel';
  light.editable = view === 'desk';
  light.lang = document.documentElement.lang = languageFor(asked.get('lang') ?? navigator.language);
  place.append(light);
  const talk = new Talk(light, allowed(asked.getAll('origin'), options.origins ?? listed()));
  const settings = asked.get('settings');
  if (settings) void loadSettings(settings, light, place);
  talk.start();
  return light;
}

/** What the deployment lists in its page; null: it has no list. */
function listed(): string[] | null {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="sourcelight-origins"]');
  const list = meta?.content.trim();
  return list ? list.split(/[\s,]+/) : null;
}

function allowed(asked: readonly string[], list: readonly string[] | null): readonly string[] {
  const listedOrigins = list?.flatMap(originOf) ?? null;
  const askedOrigins = asked.flatMap(originOf);
  if (!listedOrigins) return askedOrigins;
  return asked.length ? askedOrigins.filter((one) => listedOrigins.includes(one)) : listedOrigins;
}

/** An origin that can be checked: none of "*", "null" or a scheme without one. */
function originOf(address: string): string[] {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return [];
  return [new URL(address).origin];
}

class Talk {
  readonly #light: SourceLight;
  readonly #origins: readonly string[];
  #port: MessagePort | null = null;
  /** Of the text that the parent gave; null: the person wrote since. */
  #id: number | null = null;
  #settings = 0;
  #failed = false;

  constructor(light: SourceLight, origins: readonly string[]) {
    this.#light = light;
    this.#origins = origins;
  }

  start(): void {
    if (window.parent === window || !this.#origins.length) return;
    addEventListener('message', (event) => this.#heard(event));
    const on = (type: string, then: (event: Event) => void): void => this.#light.addEventListener(type, then);
    on('report', () => {
      const { report } = this.#light;
      if (this.#failed) this.#tellSettings();
      this.#failed = false;
      if (report) this.#tell({ type: 'report', id: this.#id, report });
    });
    on('text-change', () => {
      this.#id = null;
      this.#tell({ type: 'edited', text: this.#light.text });
    });
    on('claim-select', () => this.#tell({ type: 'selected', claim: this.#light.selectedClaim }));
    on('problem', (event) => {
      const { reason } = (event as CustomEvent<{ reason: unknown }>).detail;
      const message = reason instanceof Error ? reason.message : String(reason);
      this.#failed = true;
      this.#tell({ type: 'problem', message, parts: [] });
    });
    this.#ready();
  }

  /** Only a parent of an allowed origin receives it. */
  #ready(): void {
    const parent = location.ancestorOrigins?.[0];
    for (const origin of this.#origins) {
      if (parent === undefined || parent === origin) window.parent.postMessage(sent({ type: 'ready' }), origin);
    }
  }

  #heard({ source, origin, data, ports }: MessageEvent<unknown>): void {
    if (source !== window.parent || !this.#origins.includes(origin)) return;
    const message = readHandshake(data);
    const [port] = ports;
    if (message?.type === 'hello') this.#ready();
    if (message?.type !== 'connect' || !port) return;
    this.#port?.close();
    this.#port = port;
    port.onmessage = ({ data: told }: MessageEvent<unknown>) => this.#read(told);
  }

  #read(data: unknown): void {
    const message = readToFrame(data);
    if (!message) return;
    if ('wrong' in message) this.#tell({ type: 'refused', message: message.wrong });
    else void this.#take(message);
  }

  async #take(message: ToFrame): Promise<void> {
    const light = this.#light;
    switch (message.type) {
      case 'text':
        this.#id = message.id;
        light.text = message.text;
        if (message.links.length) light.links = message.links;
        return;
      case 'settings': {
        const turn = ++this.#settings;
        light.houseStyle = message.settings;
        await light.whenReady();
        if (turn === this.#settings) this.#tellSettings();
        return;
      }
      case 'statuses':
        light.filter = { ...everything, statuses: new Set(message.statuses) };
        return;
      case 'language':
        light.lang = document.documentElement.lang = languageFor(message.language);
        return;
      case 'select':
        light.selectClaim(message.claim);
    }
  }

  #tellSettings(): void {
    const { houseStyleProblem, houseStyleProblems: parts } = this.#light;
    this.#tell({ type: 'problem', message: houseStyleProblem?.message ?? null, parts });
  }

  #tell(message: FromFrame): void {
    this.#port?.postMessage(sent(message));
  }
}

/** Settings that lie beside the page; from elsewhere none are taken. */
async function loadSettings(address: string, light: SourceLight, place: HTMLElement): Promise<void> {
  try {
    const url = new URL(address, location.href);
    if (url.origin !== location.origin) throw new Error(url.origin);
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const text = await answer.text();
    // The parent's come first.
    light.houseStyle ??= text;
  } catch (reason) {
    const { frame } = await loadWords(languageFor(light.lang));
    const why = reason instanceof Error ? reason.message : '';
    place.prepend(h('p', { class: 'wrong', role: 'alert' }, frame.settingsNotLoaded(address, why)));
  }
}
