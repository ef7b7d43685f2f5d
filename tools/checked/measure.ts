// Measures how well the archive of fact-checks is searched, by the code that the page runs (web/check): on
// posts of which the right fact-check is known, and how many sentences that nobody checked have something
// shown. Its last line reads "MRR 0.80, among the first five 90.1 %"; for it, and for what stands right above
// it, each post is judged by weights that were learned without its fact-check (folds.json).
// tests/web/check/measure.test.ts holds it.
import { FactIndex, threshold } from '../../web/check/fact-index.ts';
import weightsOfFolds from './folds.json' with { type: 'json' };
import { readArchive, readLines, type Archive } from './archive.ts';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** What is printed of the archive at `path`, in lines; `sentences`: a file of claims that nobody checked, one a line. */
export function measure(path: string, sentences?: string): string[] {
  const archive = readArchive(path);
  const lines = [`${archive.entries.length} fact-checks (${archive.twins} more differ from one of these in punctuation alone), ${archive.posts.length} posts`];
  const begun = performance.now();
  const shipped = new FactIndex();
  for (const entry of archive.entries) shipped.add(entry);
  lines.push(`read in ${Math.round(performance.now() - begun)} ms`);
  if (sentences) lines.push(...falseAlarmsOf(shipped, readLines(sentences)));
  for (const size of [100, 1000]) lines.push(...ofSmaller(archive, size, sentences ? readLines(sentences) : []));
  lines.push(`by the weights as shipped: ${figures(archive, () => shipped).at(-1)}`);
  // The weights are all that differs between these indices: they share what was read.
  const parts = weightsOfFolds.map((weights) => shipped.weighing(weights));
  return [...lines, ...figures(archive, (fold) => parts[fold] ?? shipped)];
}

/** The figures of the first `size` fact-checks that posts repeat, and others: a newsroom may have few. */
function ofSmaller({ entries, posts }: Archive, size: number, sentences: readonly string[]): string[] {
  const wanted = [...new Set(posts.flatMap(({ right }) => [...right]))].slice(0, size / 2);
  const chosen = [...new Set([...wanted, ...entries.keys()])].slice(0, size);
  const index = new FactIndex();
  for (const entry of chosen) index.add(entries[entry] ?? { claim: '', title: '' });
  const own = posts.filter(({ right }) => wanted.some((entry) => right.has(entry)));
  const isShown = (text: string, right?: ReadonlySet<number>): boolean =>
    index.find(text, 3).some(({ entry, likely }) => likely >= threshold && (!right || right.has(chosen[entry] ?? -1)));
  const found = own.filter(({ text, right }) => isShown(text, right)).length / Math.max(1, own.length);
  const wrong = sentences.length ? `, ${percent(sentences.filter((text) => isShown(text)).length / sentences.length)} of those sentences have one` : '';
  return [`of ${chosen.length} fact-checks: ${percent(found)} of ${own.length} posts have the right one shown${wrong}`];
}

function falseAlarmsOf(index: FactIndex, sentences: readonly string[]): string[] {
  const begun = performance.now();
  const shown = sentences.filter((sentence) => (index.find(sentence, 1)[0]?.likely ?? 0) >= threshold).length;
  const each = (performance.now() - begun) / sentences.length;
  return [
    `${sentences.length} sentences that nobody checked: ${percent(shown / sentences.length)} have a fact-check shown (${shown}), ${each.toFixed(1)} ms each`,
  ];
}

function figures({ posts }: Archive, indexOf: (fold: number) => FactIndex): string[] {
  let [reciprocal, first, five, alarms, rightAlarms] = [0, 0, 0, 0, 0];
  for (const { text, right, fold } of posts) {
    const hits = indexOf(fold).find(text, 1000);
    const rank = hits.findIndex(({ entry }) => right.has(entry)) + 1;
    if (rank) reciprocal += 1 / rank;
    if (rank === 1) first += 1;
    if (rank && rank <= 5) five += 1;
    const shown = hits.slice(0, 3).filter(({ likely }) => likely >= threshold);
    if (shown.length) alarms += 1;
    if (shown.some(({ entry }) => right.has(entry))) rightAlarms += 1;
  }
  const of = Math.max(1, posts.length);
  return [
    `at the threshold ${threshold}: ${percent(alarms / of)} of the posts have a fact-check shown, ${percent(rightAlarms / of)} the right one among at most three`,
    `the right one first: ${percent(first / of)}`,
    `MRR ${(reciprocal / of).toFixed(2)}, among the first five ${percent(five / of)}`,
  ];
}
