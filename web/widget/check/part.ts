// What a part of the tab "Check" is: it holds the article against other material, and says of each
// claim what came of it. index.ts lists the parts; ../checks.ts asks them.
import type { Finding, Report } from '../../engine/report.ts';
import type { Opened } from '../../files/open.ts';
import type { Language } from '../../words/index.ts';

/** What the parts are given. */
export interface CheckServices {
  /** Reads a file as an article is read; rejects with an OpenError. */
  openFile(file: File): Promise<Opened>;
  /** The newsroom's house style as JSON; null: none is in use. */
  houseStyle(): string | null;
  /** Adds the part's style sheet to those of the element. */
  readonly adoptStyle: (css: string) => void;
}

export interface CheckPart {
  /** Its section in the tab. */
  readonly element: HTMLElement;
  /** Says everything in another language from now on. */
  speak(language: Language): Promise<void>;
  /** The article has a new Report; null: none yet. Offsets in UTF-16 units. */
  setCurrent(text: string, report: Report | null): void;
  /** Sections for the card of a claim, by its index in the Report. */
  describe(claim: number): HTMLElement[];
  /** A few words for the claim's line in the list; '': nothing to say. */
  note(claim: number): string;
  /** What a rule of the house style wants told. */
  findings?(): readonly Finding[];
  /**
   * Takes a file that was opened on the page if it is one for this part, by its name and how it begins;
   * resolves with what is to be told of it. null: it is for another.
   */
  take?(file: File, start: string): Promise<string> | null;
  /** A claim of the article was chosen in the part. */
  onSelect: (claim: number, attribution?: number) => void;
  /** describe(), note() or findings() say something else now. */
  onChange: () => void;
}

/** Makes a part that speaks `language`. */
export type MakePart = (services: CheckServices, language: Language) => Promise<CheckPart>;
