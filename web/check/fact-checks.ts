// A newsroom's archive of fact-checks: loaded from files, kept, and asked which of them may be about a claim.
// Everything in slices, so that no page stands still. tests/web/check/archive.test.ts holds it.
import type { BadReason, Read } from './claim-review.ts';
import { claimKey, type FactCheck } from './fact-check.ts';
import { FactIndex, threshold } from './fact-index.ts';
import { inSlices, type Work } from './slices.ts';

export { threshold };

/** At most so many are kept. */
export const most = 100_000;
/** At most so many are shown of one claim. */
const shownOfOne = 3;

/** What came of a file. */
export interface Loaded {
  readonly added: number;
  readonly replaced: number;
  /** How many entries could not be used, with the place (from 1) of the first of them. */
  readonly bad: number;
  readonly firstBad: readonly { readonly place: number; readonly reason: BadReason }[];
  /** How many found no room. */
  readonly left: number;
}

/** Where they are kept: FactStore, or memory in tests. */
export interface KeepsChecks {
  read(): AsyncIterable<readonly FactCheck[]>;
  replace(checks: readonly FactCheck[], onProgress?: (share: number) => void): Promise<void>;
  clear(): Promise<void>;
}

export interface Match {
  readonly check: FactCheck;
  /** How likely it is about the same claim, 0 to 1. */
  readonly likely: number;
}

/** Reads a file: hands over entries, and how much of it was read, 0 to 1. */
export type ReadFile = (take: (entries: readonly Read[], share: number) => void, signal: AbortSignal) => Promise<void>;

export class FactChecks {
  readonly #store: KeepsChecks;
  readonly #room: number;
  #checks: readonly FactCheck[] = [];
  #index = new FactIndex();
  /** What was found for the claims that were asked for last, by their words. */
  #found = new Map<string, readonly Match[]>();

  /** Keeps at most `room` of them. */
  constructor(store: KeepsChecks, room = most) {
    this.#store = store;
    this.#room = room;
  }

  get size(): number {
    return this.#checks.length;
  }

  /** Reads what is kept. Rejects where the browser gives nothing. */
  async open(signal?: AbortSignal): Promise<void> {
    await this.#use(await this.#kept(), signal);
  }

  /**
   * Adds what `read` reads to what is kept; an entry of the same address, or of the same claim and publisher,
   * takes the place of the older one. Rejects as `read` or the store do; then everything is as it was.
   */
  async load(read: ReadFile, onProgress: (share: number) => void, signal: AbortSignal): Promise<Loaded> {
    // What another tab loaded meanwhile counts.
    const merged = new Merged(await this.#kept(), this.#room);
    await inSlices(merged.recall(), signal);
    await read((entries, share) => {
      merged.take(entries);
      onProgress(share * 0.6);
    }, signal);
    signal.throwIfAborted();
    const index = await inSlices(indexOf(merged.checks, (share) => onProgress(0.6 + share * 0.25)), signal);
    // From here on it is not to be stopped.
    await this.#store.replace(merged.checks, (share) => onProgress(0.85 + share * 0.15));
    this.#set(merged.checks, index);
    return merged.loaded;
  }

  /** Forgets all, here and in the browser. Rejects where the browser does not. */
  async clear(): Promise<void> {
    await this.#store.clear();
    this.#set([], new FactIndex());
  }

  /** What find() found for these claims before; nothing for those that it was not asked for. */
  known(claims: readonly string[]): (readonly Match[])[] {
    return claims.map((claim) => this.#found.get(claim) ?? []);
  }

  /**
   * Of each of `claims` (their words) the fact-checks that may be about it, the likeliest first. What was found
   * for the same words the last time is not looked for again. Rejects when `signal` is aborted; what was found
   * until then is known the next time.
   */
  async find(claims: readonly string[], signal?: AbortSignal): Promise<(readonly Match[])[]> {
    const found = this.#found;
    await inSlices(this.#findAll(claims, found), signal);
    const matches = claims.map((claim) => found.get(claim) ?? []);
    if (this.#found === found) this.#found = new Map(claims.map((claim, at) => [claim, matches[at] ?? []]));
    return matches;
  }

  *#findAll(claims: readonly string[], found: Map<string, readonly Match[]>): Work<void> {
    const [checks, index] = [this.#checks, this.#index];
    for (const claim of claims) {
      if (found.has(claim)) continue;
      found.set(claim, matchesOf(index, checks, claim));
      yield;
    }
  }

  async #kept(): Promise<FactCheck[]> {
    const checks: FactCheck[] = [];
    for await (const some of this.#store.read()) for (const check of some) checks.push(check);
    return checks;
  }

  async #use(checks: readonly FactCheck[], signal?: AbortSignal): Promise<void> {
    this.#set(checks, await inSlices(indexOf(checks), signal));
  }

  #set(checks: readonly FactCheck[], index: FactIndex): void {
    [this.#checks, this.#index, this.#found] = [checks, index, new Map()];
  }
}

function matchesOf(index: FactIndex, checks: readonly FactCheck[], claim: string): Match[] {
  return index.find(claim, shownOfOne).flatMap(({ entry, likely }) => {
    const check = checks[entry];
    return check && likely >= threshold ? [{ check, likely }] : [];
  });
}

function* indexOf(checks: readonly FactCheck[], onProgress: (share: number) => void = () => {}): Work<FactIndex> {
  const index = new FactIndex();
  for (const [at, check] of checks.entries()) {
    index.add(check);
    if (at % 20) continue;
    onProgress(at / checks.length);
    yield;
  }
  return index;
}

/** What is kept with what is read into it. */
class Merged {
  readonly checks: FactCheck[];
  readonly #room: number;
  readonly #places = new Map<string, number>();
  /** Those of the file that is read. */
  readonly #fresh = new Set<number>();
  readonly #firstBad: { readonly place: number; readonly reason: BadReason }[] = [];
  #place = 0;
  #bad = 0;
  #added = 0;
  #replaced = 0;
  #left = 0;

  constructor(checks: FactCheck[], room: number) {
    this.checks = checks;
    this.#room = room;
  }

  /** What is kept already: before anything is taken. */
  *recall(): Work<void> {
    for (const [at, check] of this.checks.entries()) {
      this.#remember(check, at);
      if (at % 100 === 0) yield;
    }
  }

  get loaded(): Loaded {
    return { added: this.#added, replaced: this.#replaced, bad: this.#bad, firstBad: this.#firstBad, left: this.#left };
  }

  take(entries: readonly Read[]): void {
    for (const entry of entries) {
      this.#place += 1;
      if ('check' in entry) this.#put(entry.check);
      else {
        this.#bad += 1;
        if (this.#firstBad.length < 3) this.#firstBad.push({ place: this.#place, reason: entry.bad });
      }
    }
  }

  #put(check: FactCheck): void {
    const same = this.#placeOf(check);
    if (same === undefined && this.checks.length >= this.#room) {
      this.#left += 1;
      return;
    }
    const at = same ?? this.checks.length;
    this.checks[at] = check;
    this.#remember(check, at);
    this.#fresh.add(at);
    if (same === undefined) this.#added += 1;
    else this.#replaced += 1;
  }

  /** Where the same fact-check stands. One article may check several claims: in one file an address tells nothing. */
  #placeOf(check: FactCheck): number | undefined {
    const ofClaim = this.#places.get(claimKey(check));
    if (ofClaim !== undefined || !check.url) return ofClaim;
    const ofAddress = this.#places.get(check.url);
    return ofAddress !== undefined && this.#fresh.has(ofAddress) ? undefined : ofAddress;
  }

  #remember(check: FactCheck, at: number): void {
    this.#places.set(claimKey(check), at);
    if (check.url) this.#places.set(check.url, at);
  }
}
