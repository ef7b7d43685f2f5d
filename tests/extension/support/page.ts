// What tests ask a page of tests/extension/pages: its own script watch.js answers.
import { vi } from 'vitest';
import type { PageState } from '../../../web/extension/messages.ts';
import type { Visitor } from './visitor.ts';

/** Words under each highlight, by its name without "sourcelight-". */
export type Painted = Readonly<Record<string, readonly string[]>>;

export interface Snapshot {
  readonly html: readonly string[];
  readonly sheets: readonly string[];
  readonly boxes: readonly string[];
  readonly scrolled: readonly number[];
}

declare global {
  interface Window {
    readonly watch: {
      readonly noticed: string[];
      snapshot(): Snapshot;
      painted(): Painted;
      whenMarked(): Promise<number>;
      traces(): string[];
      placeOf(words: string): Promise<{ x: number; y: number }>;
      isInView(words: string): boolean;
      select(words: string): void;
      card(): string | null;
    };
    /** live.html: one more post. */
    addPost(): void;
    /** scroll.html: the rest of the story. */
    loadMore(): Promise<void>;
  }
}

export const site = 'http://news.example';
/** Pages are looked at this often until they are as they should be. */
const patience = { timeout: 15_000, interval: 25 };

export const snapshot = (visitor: Visitor): Promise<Snapshot> => visitor.run(() => window.watch.snapshot(), null);
export const painted = (visitor: Visitor): Promise<Painted> => visitor.run(() => window.watch.painted(), null);
export const traces = (visitor: Visitor): Promise<string[]> => visitor.run(() => window.watch.traces(), null);
export const noticed = (visitor: Visitor): Promise<string[]> => visitor.run(() => window.watch.noticed, null);
export const card = (visitor: Visitor): Promise<string | null> => visitor.run(() => window.watch.card(), null);
export const isInView = (visitor: Visitor, words: string): Promise<boolean> => visitor.run((words) => window.watch.isInView(words), words);
export const selectWords = (visitor: Visitor, words: string): Promise<void> => visitor.run((words) => window.watch.select(words), words);

export async function clickOn(visitor: Visitor, words: string): Promise<void> {
  const { x, y } = await visitor.run((words) => window.watch.placeOf(words), words);
  await visitor.click(x, y);
}

/** Which marks hold `words`, but for the one of what is unsure. */
export const marksOn = (all: Painted, words: string): string[] =>
  Object.keys(all).filter((name) => name !== 'unsure' && all[name]?.some((range) => range.includes(words))).sort();

/** Waits until `words` carry a mark; gives all that is painted then. */
export function marksWith(visitor: Visitor, words: string): Promise<Painted> {
  return vi.waitFor(async () => {
    const all = await painted(visitor);
    if (!marksOn(all, words).length) throw new Error(`No mark on “${words}” in ${visitor.name}: ${JSON.stringify(all)}`);
    return all;
  }, patience).catch(async ({ message }: Error) => {
    throw new Error(`${message} The button says ${JSON.stringify(await visitor.button().catch(String))}.`);
  });
}

/** Presses the button of a page that is marked, and waits until nothing is left. */
export async function leave(visitor: Visitor): Promise<void> {
  await visitor.press();
  await vi.waitFor(async () => {
    const left = await traces(visitor);
    if (left.length) throw new Error(`Left in ${visitor.name}: ${left.join('; ')}`);
    const { text } = await visitor.button();
    if (text) throw new Error(`The button still says ${text}.`);
  }, patience);
}

/** Opens a page of ours and presses the button; resolves once `words` are marked. */
export async function mark(visitor: Visitor, page: string, words: string): Promise<Painted> {
  await visitor.open(`${site}/${page}`);
  await visitor.press();
  return marksWith(visitor, words);
}

/**
 * Takes the CSS highlights from the extension's own world in a page it has been in, which is what
 * browsers without them look like; those at hand cannot do without.
 */
export async function forbidHighlights(visitor: Visitor): Promise<void> {
  const tab = await visitor.tabId();
  await visitor.inExtension('options.html', async (tabId) => {
    const func = (): void => void Object.defineProperty(CSS, 'highlights', { value: undefined });
    await chrome.scripting.executeScript({ target: { tabId }, func });
  }, tab);
}

/** What the page's script tells the panel. */
export async function stateOf(visitor: Visitor): Promise<PageState> {
  const tab = await visitor.tabId();
  return visitor.inPanel((tab) => new Promise<PageState>((resolve, reject) => {
    const port = chrome.tabs.connect(tab, { name: 'sourcelight-panel' });
    const end = (): void => reject(new Error('The page told nothing.'));
    const late = setTimeout(end, 10_000);
    port.onDisconnect.addListener(end);
    port.onMessage.addListener((message) => {
      if (message.type !== 'page' || message.page.phase === 'reading') return;
      clearTimeout(late);
      resolve(message.page);
      port.disconnect();
    });
  }), tab);
}
