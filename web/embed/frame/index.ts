// The page's side of a Sourcelight in an <iframe> of another origin: gives it a text, hears of its
// Reports. Speaks to the frame's origin only, and listens to that frame only. The other side is
// web/embed/frame-page; docs/frame.md describes both, tests/embed/frame hold them.
import type { HouseStyle, HouseStyleProblem } from '../../engine/house-style.ts';
import type { ClaimStatus, Hyperlink, Report } from '../../engine/report.ts';
import { readFromFrame, readHandshake, sent, type FromFrame, type ToFrame } from './protocol.ts';

export interface FrameProblem {
  /** Why there is no Report, or the settings are not in use; null: only parts of them are not. */
  readonly message: string | null;
  /** What in the settings makes no sense, and was left out. */
  readonly parts: readonly HouseStyleProblem[];
}

export interface FrameOptions {
  /** The origin of the framed page. Default: that of the frame's `src`. */
  readonly origin?: string;
  /** Milliseconds to wait for the framed page. Default: 15,000. */
  readonly patience?: number;
  /** The newsroom's settings (docs/house-style.md), as JSON or an object. */
  readonly settings?: HouseStyle;
  /** Which claims are shown at first. Default: what the settings say, or all. */
  readonly statuses?: readonly ClaimStatus[];
  /** Language of the frame: "en", "es". */
  readonly language?: string;
  /** Told of every new Report, and of the text it is of. */
  readonly onReport?: (report: Report, text: string) => void;
  /** Another claim was chosen in the frame (its index in `Report.claims`), or none. */
  readonly onSelect?: (claim: number | null) => void;
  /** The person wrote in the frame (`view=desk`). */
  readonly onEdit?: (text: string) => void;
  /** Something is wrong; null: nothing is any more. */
  readonly onProblem?: (problem: FrameProblem | null) => void;
}

/** A framed Sourcelight that answers. */
export interface Frame {
  /** The last Report of the text as it stands; null: none yet. */
  readonly report: Report | null;
  /** What is to be read now; `links` stand in it, in UTF-16 units. */
  setText(text: string, links?: readonly Hyperlink[]): void;
  setSettings(settings: HouseStyle): void;
  setStatuses(statuses: readonly ClaimStatus[]): void;
  setLanguage(language: string): void;
  /** Opens the card of a claim in the frame. */
  select(claim: number): void;
  /** Ends the talk. The frame itself is the page's. */
  destroy(): void;
}

/** Resolves when the framed page answers; rejects, and says what may be wrong, when it does not. */
export function openFrame(iframe: HTMLIFrameElement, options: FrameOptions = {}): Promise<Frame> {
  const origin = options.origin ?? new URL(iframe.src, iframe.ownerDocument.baseURI).origin;
  return new Promise((resolve, reject) => {
    const frame = new OpenFrame(iframe, origin, options, () => {
      clearTimeout(timer);
      resolve(frame);
    });
    const timer = setTimeout(() => {
      frame.destroy();
      const here = iframe.ownerDocument.defaultView?.origin ?? 'this page';
      reject(
        new Error(
          `Sourcelight in the frame does not answer. Its address must say origin=${here}; if it has a list of ` +
            `origins, that must have ${here}; it must be at ${origin}; and a sandbox needs "allow-scripts allow-same-origin".`,
        ),
      );
    }, options.patience ?? 15_000);
  });
}

class OpenFrame implements Frame {
  readonly #iframe: HTMLIFrameElement;
  readonly #origin: string;
  readonly #options: FrameOptions;
  readonly #onOpen: () => void;
  readonly #listening = new AbortController();
  /** What a frame that is loaded anew must be told again, by type. */
  readonly #told = new Map<ToFrame['type'], ToFrame>();
  #port: MessagePort | null = null;
  #text = '';
  #id = 0;
  #report: Report | null = null;

  constructor(iframe: HTMLIFrameElement, origin: string, options: FrameOptions, onOpen: () => void) {
    this.#iframe = iframe;
    this.#origin = origin;
    this.#options = options;
    this.#onOpen = onOpen;
    const { settings, statuses, language } = options;
    if (language !== undefined) this.setLanguage(language);
    if (settings !== undefined) this.setSettings(settings);
    if (statuses) this.setStatuses(statuses);
    const { signal } = this.#listening;
    iframe.ownerDocument.defaultView?.addEventListener('message', (event) => this.#heard(event), { signal });
    // One that is loaded already says "ready" again; one that is not says it by itself.
    if (!isBlank(iframe)) iframe.contentWindow?.postMessage(sent({ type: 'hello' }), origin);
  }

  get report(): Report | null {
    return this.#report;
  }

  setText(text: string, links: readonly Hyperlink[] = []): void {
    this.#text = text;
    this.#report = null;
    this.#tell({ type: 'text', id: ++this.#id, text, links: links.map(({ span, target, within = false }) => ({ span, target, within })) });
  }

  setSettings(settings: HouseStyle): void {
    const json = settings === null || typeof settings === 'string' ? settings : JSON.stringify(settings, null, 2);
    this.#tell({ type: 'settings', settings: json });
  }

  setStatuses(statuses: readonly ClaimStatus[]): void {
    this.#tell({ type: 'statuses', statuses });
  }

  setLanguage(language: string): void {
    this.#tell({ type: 'language', language });
  }

  select(claim: number): void {
    this.#port?.postMessage(sent({ type: 'select', claim } satisfies ToFrame));
  }

  destroy(): void {
    this.#listening.abort();
    this.#port?.close();
    this.#port = null;
  }

  #tell(message: ToFrame): void {
    this.#told.set(message.type, message);
    this.#port?.postMessage(sent(message));
  }

  /** Another frame, another window, or this frame gone elsewhere: nothing of theirs counts. */
  #heard({ source, origin, data }: MessageEvent<unknown>): void {
    const { contentWindow } = this.#iframe;
    if (!contentWindow || source !== contentWindow || origin !== this.#origin) return;
    if (readHandshake(data)?.type !== 'ready') return;
    const { port1, port2 } = new MessageChannel();
    this.#port?.close();
    this.#port = port1;
    port1.onmessage = ({ data: message }: MessageEvent<unknown>) => this.#read(message);
    contentWindow.postMessage(sent({ type: 'connect' }), this.#origin, [port2]);
    for (const message of this.#told.values()) port1.postMessage(sent(message));
    this.#onOpen();
  }

  #read(data: unknown): void {
    const message = readFromFrame(data);
    if (message && 'type' in message) this.#take(message);
  }

  #take(message: FromFrame): void {
    const { onReport, onSelect, onEdit, onProblem } = this.#options;
    switch (message.type) {
      case 'report':
        // One of a text that is gone says nothing of this one.
        if (message.id !== null && message.id !== this.#id) return;
        this.#report = message.report;
        return onReport?.(message.report, this.#text);
      case 'edited':
        this.#text = message.text;
        this.#report = null;
        return onEdit?.(message.text);
      case 'selected':
        return onSelect?.(message.claim);
      case 'problem':
        return onProblem?.(message.message === null && !message.parts.length ? null : message);
      case 'refused':
        return onProblem?.({ message: message.message, parts: [] });
    }
  }
}

/** Whether the frame still has the empty document that every frame begins with. */
function isBlank(iframe: HTMLIFrameElement): boolean {
  try {
    return iframe.contentDocument?.URL === 'about:blank';
  } catch {
    return false;
  }
}
