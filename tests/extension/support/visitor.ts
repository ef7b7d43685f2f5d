// A browser with the extension in it, as a reader has it: what the tests do in Chromium and in
// Firefox alike. support/chromium.ts and support/firefox.ts are the two.
import type { Net } from './net.ts';

/** Runs in the page; only what it is given and gives crosses, as JSON. */
export type Run = <Given, Gives>(run: (given: Given) => Gives | Promise<Gives>, given: Given) => Promise<Gives>;

export interface Visitor {
  readonly name: string;
  readonly net: Net;
  /** Goes to an address in the tab. */
  open(url: string): Promise<void>;
  /** In the page's own world. */
  readonly run: Run;
  /** Presses the extension's button in the toolbar, with all that the browser grants then. */
  press(): Promise<void>;
  /** What stands on the button, and what it says under the pointer. */
  button(): Promise<{ readonly text: string; readonly title: string }>;
  /** Clicks into the page, at pixels of its window. */
  click(x: number, y: number): Promise<void>;
  key(name: 'Escape'): Promise<void>;
  /** In the panel at the window's side. Rejects while none is open. */
  readonly inPanel: Run;
  closePanel(): Promise<void>;
  /** The number the extension knows the tab by. */
  tabId(): Promise<number>;
  /** The browser stops the extension's background, as it does when it has rested. */
  stopBackground(): Promise<void>;
  /** In a page of the extension in a tab of its own, which is opened for it and closed again. */
  inExtension<Given, Gives>(path: string, run: (given: Given) => Gives | Promise<Gives>, given: Given): Promise<Gives>;
  /** Name and keys of each command, as the browser has registered them. */
  commands(): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}
