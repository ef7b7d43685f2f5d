// A house style tried on old articles: what each of its rules would have found. Reports are not kept,
// only findings. tests/web/page/try-articles.test.ts holds it.
import { SourcelightError, type Engine, type Report } from '../../engine/index.ts';
import { articlesOf, type Unread } from './articles.ts';

export interface TriedRule {
  readonly id: string;
  readonly message: string;
  readonly severity: string;
}

export interface Hit {
  readonly file: string;
  readonly words: string;
  /** What stands around them in their paragraph, some words. */
  readonly before: string;
  readonly after: string;
}

export interface RuleHits {
  /** Of all articles; `hits` has no more than `mostHits` of all rules together. */
  found: number;
  articles: number;
  readonly hits: Hit[];
}

export interface Trial {
  articles: number;
  readonly rules: Map<string, RuleHits>;
  readonly unread: Unread[];
  kept: number;
}

/** Some megabytes of words. */
export const mostHits = 20_000;
const around = 70;

export const newTrial = (): Trial => ({ articles: 0, rules: new Map(), unread: [], kept: 0 });

/** The rules of a house style (JSON); those without an id make no sense and are none. */
export function rulesOf(style: string | null): TriedRule[] {
  try {
    const { rules } = JSON.parse(style ?? '{}') as { rules?: unknown };
    if (!Array.isArray(rules)) return [];
    return rules.flatMap((rule: unknown) => {
      const { id, message = '', severity = 'warning' } = (rule ?? {}) as Record<string, unknown>;
      return typeof id === 'string' ? [{ id, message: String(message), severity: String(severity) }] : [];
    });
  } catch {
    return [];
  }
}

/** The house style with those of its rules alone, and checks that it does not have by their name. */
export function styleWith(style: string | null, chosen: ReadonlySet<string>, checks: readonly string[]): string {
  const whole = JSON.parse(style ?? '{}') as Record<string, unknown>;
  const rules = (Array.isArray(whole.rules) ? whole.rules : []) as { id?: unknown }[];
  const own = rules.filter((rule) => typeof rule?.id === 'string' && chosen.has(rule.id));
  return JSON.stringify({ ...whole, rules: [...own, ...checks.map((check) => ({ id: check, check, message: check }))] });
}

/**
 * Reads the files one after the other, and adds what is found to `trial`; `onArticle` is told after each.
 * Rejects with the signal's reason when it is aborted, and with what makes every further article fail.
 */
export async function tryOn(
  engine: Engine,
  files: readonly File[],
  trial: Trial,
  { signal, onArticle }: { readonly signal: AbortSignal; readonly onArticle: () => void },
): Promise<void> {
  for await (const article of articlesOf(files)) {
    signal.throwIfAborted();
    if ('reason' in article) {
      trial.unread.push(article);
    } else {
      const { name, text, links, parts } = article;
      try {
        add(trial, name, text, await engine.analyze(text, { links, parts, signal }));
      } catch (reason) {
        signal.throwIfAborted();
        if (reason instanceof SourcelightError && reason.code === 'engine_closed') throw reason;
        trial.unread.push({ name, reason });
      }
    }
    onArticle();
    await new Promise((resolve) => setTimeout(resolve)); // the page has its turn
  }
}

export function add(trial: Trial, file: string, text: string, report: Report): void {
  trial.articles += 1;
  const seen = new Set<string>();
  for (const { rule, span } of report.findings) {
    const hits = trial.rules.get(rule) ?? { found: 0, articles: 0, hits: [] };
    trial.rules.set(rule, hits);
    hits.found += 1;
    if (!seen.has(rule)) hits.articles += 1;
    seen.add(rule);
    if (trial.kept < mostHits) {
      hits.hits.push(hitOf(file, text, span));
      trial.kept += 1;
    }
  }
}

function hitOf(file: string, text: string, [begin, end]: readonly [number, number]): Hit {
  const line = text.lastIndexOf('\n', begin - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const before = text.slice(Math.max(line, begin - around), begin);
  const after = text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + around));
  return {
    file,
    words: text.slice(begin, end).slice(0, 4 * around),
    before: begin - around > line ? `…${before.replace(/^\S*\s/, '')}` : before,
    after: (lineEnd < 0 ? text.length : lineEnd) > end + around ? `${after.replace(/\s\S*$/, '')}…` : after,
  };
}

/** RFC 4180, a finding a row. */
export function csvOf(trial: Trial, header: readonly string[]): string {
  const cell = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const rows = [...trial.rules].flatMap(([rule, { hits }]) =>
    hits.map(({ file, before, words, after }) => [rule, file, words, `${before}${words}${after}`]),
  );
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
