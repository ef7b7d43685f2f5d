// What each block is in the article, if it is the article's: told by how it is made and where it stands.
// tests/web/article hold it.
import type { PartKind } from '../engine/report.ts';
import type { Block, Box } from './blocks.ts';

/** What makers of pages call a picture's words. */
const captionNames = /(?:^|[\s_-])(?:fig)?caption|bildunterschrift|bildtext|legend(?:e|a)?(?:$|[\s_-])|pie-?de-?foto|didascalia/i;
const standfirstNames = /standfirst|sub-?title|sub-?head|(?:^|[\s_-])(?:deck|dek|lead|lede|intro|summary|excerpt|sottotitolo|bajada|entradilla|chapo|chapeau|vorspann|teaser)(?:$|[\s_-])/i;
const bylineNames = /byline|(?:^|[\s_-])(?:author|autor|auteur|dateline|date|timestamp|published|meta|credit|verfasser)/i;

/** More letters are no line of a name and a date. */
const longestByline = 160;
const longestHeading = 160;
const sentenceEnd = /[.!?。！？؟।…]["'”’»«“›」』)\]]*$/u;

/** Above the first all is the article's, below the second nothing; between them it is by what else there is. */
const surely = 0.5;
const hardly = 0.1;
/** Less is enough between two blocks of the article that are near, for a heading above one, and for what it opens with. */
const leastInside = 0.32;
const leastItem = 0.2;
const leastHeading = 0.05;
const leastLead = 50; // letters
const farthest = 6; // blocks

/**
 * `probable`: that each block is the article's; `headline`: the place of the one that says what the page is
 * called, -1: there is none. null: not the article's.
 */
export function kindsOf(blocks: readonly Block[], probable: readonly number[], headline: number): (PartKind | null)[] {
  const least = thresholdOf(blocks, probable);
  const kept = smoothed(blocks, probable.map((one) => one >= least), probable);
  const first = kept.findIndex((is, at) => is && at !== headline && !isCaption(blocks[at]));
  const last = kept.lastIndexOf(true);
  const isBody = (at: number, block: Block): boolean =>
    kept[at] === true && at !== headline && block.letters > 80 && !isCaption(block) && !isHeading(block) && !named(block, standfirstNames);
  const body = blocks.findIndex((block, at) => isBody(at, block));
  const entries = entriesOf(blocks, kept);
  return blocks.map((block, at) => {
    if (at === headline && first >= 0 && headline < last) return 'headline';
    if (isCaption(block)) return kept[at] || (first < at && at < last && isOwnCaption(block)) ? 'caption' : null;
    if (entries.size && isTime(block) && isWithin(entries, block)) return 'time';
    if (!kept[at] || isPointer(block)) return null;
    if (isHeading(block)) return at < body && named(block, standfirstNames) ? 'standfirst' : 'heading';
    if (block.letters <= longestByline && named(block, bylineNames) && (at < body || at === last)) return 'byline';
    if (at < body && at > headline && block.letters > 20) return 'standfirst';
    if (isItem(block)) return 'item';
    const isStrong = block.strong === block.letters && block.letters <= longestHeading && !sentenceEnd.test(block.text);
    return isStrong && at > body && at < last ? 'heading' : 'body';
  });
}

/** The one of the best expected F1 (Lipton, Elkan and Naryanaswamy 2014): low where nothing is sure. */
function thresholdOf(blocks: readonly Block[], probable: readonly number[]): number {
  const order = blocks.map(({ letters }, at) => ({ letters, odds: probable[at] ?? 0 })).sort((one, other) => other.odds - one.odds);
  const expected = order.reduce((sum, { letters, odds }) => sum + letters * odds, 0);
  let [best, threshold, found, kept] = [0, surely, 0, 0];
  for (const { letters, odds } of order) {
    found += letters * odds;
    kept += letters;
    const score = found / (kept + expected);
    if (score > best) [best, threshold] = [score, odds];
  }
  return Math.min(surely, Math.max(hardly, threshold));
}

// What is not probable enough by itself is the article's among what is.
function smoothed(blocks: readonly Block[], kept: readonly boolean[], probable: readonly number[]): boolean[] {
  const [first, last] = [kept.indexOf(true), kept.lastIndexOf(true)];
  return blocks.map((block, at) => {
    const odds = probable[at] ?? 0;
    if (kept[at]) return true;
    if (at === first - 1) return odds >= leastInside && block.letters >= leastLead;
    if (at < first || at > last) return false;
    if (isHeading(block) && kept[at + 1] === true) return odds >= leastHeading;
    const isIn = (box: Box | null): boolean => {
      const isKept = (one: Block, place: number): boolean => kept[place] === true && (!box || one.box.around === box);
      return blocks.slice(Math.max(0, at - farthest), at).some((one, place) => isKept(one, Math.max(0, at - farthest) + place)) &&
        blocks.slice(at + 1, at + 1 + farthest).some((one, place) => isKept(one, at + 1 + place));
    };
    const list = block.box.tag === 'li' ? block.box.around : null;
    // A list of the article stands in the same box as paragraphs before and behind it, and leads nowhere.
    if (list?.around && list.linked * 2 < list.letters && odds >= leastItem) return isIn(list.around);
    return odds >= leastInside && isIn(null);
  });
}

/** "Read more: Who owns the water?" in any language: some words, a colon, and the name of another story. */
const isPointer = ({ text, letters, linked }: Block): boolean => linked * 2 >= letters && linked < letters && /^[^.!?]{2,30}[:：]\s/.test(text);

/** The boxes of a live blog, in each of which a part of the article stands. */
function entriesOf(blocks: readonly Block[], kept: readonly boolean[]): ReadonlySet<Box> {
  const alike = new Map<string, Box[]>();
  const seen = new Set<Box>();
  blocks.forEach(({ box }, at) => {
    if (!kept[at]) return;
    for (let one: Box | null = box; one?.around && !seen.has(one); one = one.around) {
      seen.add(one);
      const make = `${one.around.first} ${one.around.depth} ${one.make}`;
      const known = alike.get(make);
      if (known) known.push(one);
      else alike.set(make, [one]);
    }
  });
  const isTimed = (entry: Box): boolean => Boolean(entry.element.querySelector('time'));
  return new Set([...alike.values()].find((entries) => entries.length >= leastEntries && entries.every(isTimed)));
}

const leastEntries = 3;
const longestTime = 40;

const isHeading = ({ box }: Block): boolean => /^h\d$/.test(box.tag);
const isTime = ({ box, letters }: Block): boolean =>
  letters <= longestTime && (box.tag === 'time' || Boolean(box.element.querySelector('time')));

function isWithin(boxes: ReadonlySet<Box>, { box }: Block): boolean {
  let one: Box | null = box;
  while (one && !boxes.has(one)) one = one.around;
  return Boolean(one);
}

const named = ({ box, inner }: Block, names: RegExp): boolean => names.test(box.names) || names.test(inner);

/** Of a picture, by its element or by what it is called. */
function isCaption(block: Block | undefined): boolean {
  if (!block) return false;
  for (let box: Box | null = block.box, up = 0; box && up < 3; box = box.around, ++up) {
    if (/^(?:fig)?caption$/.test(box.tag) || (up < 2 && captionNames.test(box.names))) return true;
  }
  return captionNames.test(block.inner);
}

/** Not that of a picture that leads to another article. */
function isOwnCaption({ box, letters, linked }: Block): boolean {
  return linked * 2 <= letters && !box.element.closest('a, aside, nav');
}

const isItem = ({ box }: Block): boolean => box.tag === 'li' || box.around?.tag === 'li' || box.tag === 'dd' || box.tag === 'dt';
