// What the extension's parts say to each other. The page's script knows all there is to know of a
// page; the background only reads, paints and counts, and may be stopped at any time.
import type { HouseStyleProblem } from '../engine/house-style.ts';
import type { Article } from '../engine/link.ts';
import type { Hyperlink, Report } from '../engine/report.ts';

/** What the page's script asks of the background, by runtime.sendMessage. */
export type ToBackground =
  /** Starts the engine, if it does not run; answered with its CoreState or a Problem. */
  | { readonly type: 'start' }
  /** Answered with a Reply. */
  | { readonly type: 'read'; readonly article: Article }
  /** Lets highlights be seen in the tab; answered when they can. `dark`: light letters on a dark page. */
  | { readonly type: 'paint'; readonly dark: boolean }
  /** How many claims have a named source, of those that assert something; null: nothing is read. */
  | { readonly type: 'badge'; readonly named: number | null; readonly total: number }
  /** The page is left: styles, badge and memory of it go. */
  | { readonly type: 'left' };

/** What the background tells the page's script, by tabs.sendMessage; each is answered with `true`. */
export type ToPage =
  /** The button: reads the page, or leaves it. `selection`: only what is selected, and never leaves. */
  | { readonly type: 'button' }
  | { readonly type: 'selection' }
  /** To the next claim, or the previous one. */
  | { readonly type: 'step'; readonly by: 1 | -1 };

/** What is told to the panel, by runtime.sendMessage; nobody answers. */
export type ToPanel =
  /** From a page's script: it is there, and can be connected to. */
  | { readonly type: 'here' }
  /** From the background: the tab was not read, and its button says why. */
  | { readonly type: 'refused'; readonly tab: number };

/** Stands on the button of a tab that is not read; its title says why. */
export const refusedMark = '–';

/** The name of the port that the panel opens to a page's script (tabs.connect). */
export const panelPort = 'sourcelight-panel';

/** `nothing`: no article on the page can be read; `other_language`: it is not in English; `failed`: `why` says more. */
export type Phase = 'reading' | 'read' | 'nothing' | 'other_language' | 'failed' | 'left';

/** What a page's script knows, for the panel. */
export interface PageState {
  readonly phase: Phase;
  /** In words, for `failed`. */
  readonly why: string;
  /** The address that reviews are kept for. */
  readonly address: string;
  readonly title: string;
  /** Language of the page, as "ar", as far as it says; "": it does not. */
  readonly language: string;
  /** Only what was selected has been read. */
  readonly isSelection: boolean;
  /** Whether this browser can mark the page's words; otherwise the panel shows the text. */
  readonly canMark: boolean;
  readonly text: string;
  readonly links: readonly Hyperlink[];
  readonly report: Report | null;
  readonly houseStyleProblems: readonly HouseStyleProblem[];
}

/** Over the port, from page to panel. */
export type PageToPanel =
  | { readonly type: 'page'; readonly page: PageState }
  | { readonly type: 'selected'; readonly claim: number | null };

/** Over the port, from panel to page. */
export type PanelToPage =
  | { readonly type: 'select'; readonly claim: number | null }
  /** What the reader made of the Report of that text. */
  | { readonly type: 'corrected'; readonly text: string; readonly report: Report }
  | { readonly type: 'leave' }
  | { readonly type: 'again' };
