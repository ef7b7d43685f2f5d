// What every embed is told by the page it is put in, and what it gives back. docs/embedding.md
// describes both.
import type { Engine, EngineOptions } from '../engine/engine.ts';
import type { HouseStyle } from '../engine/house-style.ts';
import type { ClaimStatus, Report } from '../engine/report.ts';
import type { SourceLight } from '../widget/source-light.ts';

export interface HostOptions {
  /**
   * An engine to share with other embeds of the page; it stays open when the embed goes. Without
   * one, the embed starts its own, and closes it.
   */
  readonly engine?: Engine | Promise<Engine>;
  /** For an engine of its own: where its files are, its thread (`EngineOptions`). */
  readonly engineOptions?: EngineOptions;
  /** For an engine of its own: the newsroom's settings (docs/house-style.md), as JSON or an object. */
  readonly settings?: HouseStyle;
  /** Which claims are marked. Default: what the settings say, or all that assert something. */
  readonly statuses?: readonly ClaimStatus[];
  /** Milliseconds without a change before the text is read again. Default: 250. */
  readonly delay?: number;
  /** Language of the card: "en" (default) or "es". */
  readonly language?: string;
  /** The day on which the text is or was published, ISO 8601: which day “on Tuesday” is. */
  readonly date?: string;
  /** Whether a click on a mark opens a card that says who is given for it. Default: true. */
  readonly card?: boolean;
  /** A `<source-light panel>` that shows summary, claims and sources, and leads to the text. */
  readonly panel?: SourceLight | null;
  /** Told of every new Report, and of the text it is of. */
  readonly onReport?: (report: Report, text: string) => void;
  /** Another claim was chosen (its index in `Report.claims`), or none. */
  readonly onSelect?: (claim: number | null) => void;
  /** Why there is no Report, or something of the settings is left out; null: nothing is wrong. */
  readonly onProblem?: (problem: Error | null) => void;
}

/** An embed at work. */
export interface Attached {
  /** The last Report; null: none yet. */
  readonly report: Report | null;
  /** Chooses a claim and scrolls to it; null: none. */
  select(claim: number | null): void;
  /** Reads the text again. */
  refresh(): void;
  /** Takes every trace away, for good. */
  destroy(): void;
}
