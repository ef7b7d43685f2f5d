// What can be told of each block of a page without understanding it: numbers for the judge (judge.ts),
// which learned from pages what they mean. A number's place in the list is its name to the weights:
// whoever changes the list trains anew (tools/train/article.py).
import type { About } from './about.ts';
import type { Block, Box } from './blocks.ts';
import { countIn, squeeze, wordsOf } from './letters.ts';
import { namesIn, tellsOf, worthOf } from './names.ts';

type Around = readonly [near: readonly string[], far: readonly string[]];
type Called = readonly [own: readonly string[], ...Around];

export interface Features {
  /** A row a block, as many numbers each as there are in `featureNames`. */
  readonly rows: readonly number[][];
  /** What the boxes are called: of the block itself, of the three around it, and further out. */
  readonly called: readonly Called[];
  /** The place of the block that says what the page is called; -1: there is none. */
  readonly headline: number;
}

const inside = ['article', 'main', 'section', 'header', 'footer', 'nav', 'aside', 'figure', 'form', 'li', 'table', 'blockquote', 'a', 'dl'] as const;

export const featureNames: readonly string[] = [
  'letters', 'linked', 'links', 'strong', 'controls', 'sentences', 'ends', 'colon', 'commas', 'digits', 'capitals', 'lower', 'quote',
  'p', 'li', 'heading', 'caption', 'cell', 'div', 'children',
  ...inside.map((tag) => `in ${tag}`), 'itemprop',
  'depth', 'place', 'before', 'after', 'total',
  'group blocks', 'group letters', 'group mean', 'group linked', 'group prose',
  'best same', 'best up', 'best down', 'best inside', 'best from', 'best to', 'best share',
  'parent letters', 'parent linked', 'parent blocks', 'parent prose', 'parent alike',
  'grand letters', 'grand linked', 'grand blocks', 'grand prose',
  'great letters', 'great linked', 'great blocks', 'great prose',
  'core inside', 'core up', 'core down', 'core share',
  'body', 'title', 'described', 'describes', 'headline', 'headline letters', 'repeated',
  'last letters', 'last linked', 'last same', 'last heading', 'last colon', 'last prose', 'last around',
  'next letters', 'next linked', 'next same', 'next heading', 'next prose', 'next around',
  'since heading', 'until prose', 'since prose',
  'headline up', 'headline down', 'own article', 'articles',
  'branch letters', 'branch linked', 'branch blocks', 'branch prose', 'branch alike', 'branch headed', 'branch first', 'branch text', 'branch list', 'branch depth',
  'described up', 'described from',
  'unlikely', 'likely', 'good', 'bad', 'own good', 'own bad',
  'own controls', 'parent controls', 'grand controls',
  'scored inside', 'scored up', 'scored down', 'scored share', 'scored branch',
];

const longestTitle = 300; // letters
/** Each block is looked for in it. */
const longestStated = 200_000;
const sentenceEnd = /[.!?。！？؟।…]["'”’»«“›」』)\]]*$/u;

export function featuresOf(blocks: readonly Block[], about: About): Features {
  const page = new Page(blocks, about);
  return {
    rows: blocks.map((block, at) => page.row(block, at)),
    called: blocks.map((block) => page.calledOf(block)),
    headline: page.headline,
  };
}

interface Group {
  blocks: number;
  letters: number;
  linked: number;
  /** Letters in blocks that read as sentences. */
  prose: number;
  first: number;
  last: number;
  box: Box;
}

class Page {
  readonly #blocks: readonly Block[];
  readonly #squeezed: readonly string[];
  readonly #isProse: readonly boolean[];
  readonly #prose: readonly number[];
  readonly #groups = new Map<string, Group>();
  readonly #alike = new Map<string, number>();
  readonly #repeated = new Map<string, number>();
  readonly #before: readonly number[];
  readonly #total: number;
  readonly #best: Group | undefined;
  readonly #core: Box | undefined;
  readonly #scored: Box | undefined;
  readonly #tells = new Map<Box, readonly number[]>();
  readonly headline: number;
  /** The block that the page describes itself by. */
  readonly #lead: number;
  readonly #articles: number;
  readonly #body: string;
  readonly #titles: readonly ReadonlySet<string>[];
  readonly #described: string;
  /** Of the descriptions. */
  readonly #openings: readonly string[];
  readonly #likeTitle: readonly number[];
  readonly #sinceHeading: number[] = [];
  readonly #sinceProse: number[] = [];
  readonly #untilProse: number[] = [];
  readonly #called = new Map<Box, readonly string[]>();
  readonly #aroundOf = new Map<Box | null, Around>();
  readonly #boxed = new Map<Box, readonly number[]>();

  constructor(blocks: readonly Block[], about: About) {
    this.#blocks = blocks;
    this.#squeezed = blocks.map(({ text }) => squeeze(text));
    this.#isProse = blocks.map(({ text, letters, linked }) => letters >= 60 && linked < letters / 2 && sentenceEnd.test(text));
    let sum = 0;
    this.#before = blocks.map(({ letters }) => (sum += letters) - letters);
    this.#total = sum;
    let prose = 0;
    this.#prose = [0, ...blocks.map(({ letters }, at) => (prose += this.#isProse[at] ? letters : 0))];
    blocks.forEach((block, at) => this.#count(block, at));
    this.#best = [...this.#groups.values()].reduce<Group | undefined>((best, one) => (!best || one.prose > best.prose ? one : best), undefined);
    this.#core = this.#densest();
    this.#scored = this.#bestScored();
    this.#titles = [...new Set(about.titles)].map((title) => new Set(wordsOf(title)));
    this.#likeTitle = blocks.map(({ text, letters }) => this.#titleIn(text, letters));
    this.headline = this.#headlineAt();
    this.#body = squeeze(about.body.slice(0, longestStated));
    const described = about.descriptions.map(squeeze);
    this.#described = described.join(' ');
    this.#openings = described.filter((one) => one.length > 30).map((one) => one.slice(0, 60));
    this.#lead = this.#squeezed.findIndex((text) => text.length > 30 && this.#described.includes(text.slice(0, 120)));
    this.#articles = log(new Set(blocks.map(({ box }) => articleOf(box))).size);
    this.#runs();
  }

  #count(block: Block, at: number): void {
    const { make } = block.box;
    const group = this.#groups.get(make) ?? { blocks: 0, letters: 0, linked: 0, prose: 0, first: at, last: at, box: block.box };
    group.blocks += 1;
    group.letters += block.letters;
    group.linked += block.linked;
    if (this.#isProse[at]) group.prose += block.letters;
    group.last = at;
    this.#groups.set(make, group);
    const text = this.#squeezed[at] ?? '';
    this.#repeated.set(text, (this.#repeated.get(text) ?? 0) + 1);
    for (let box: Box | null = block.box; box && box.first === at; box = box.around) {
      const alike = `${box.around?.first ?? -1}/${box.around?.depth ?? -1} ${box.make}`;
      this.#alike.set(alike, (this.#alike.get(alike) ?? 0) + 1);
    }
  }

  // As Readability does: sentences count for the box that they are in, and half for the one around it.
  #densest(): Box | undefined {
    const scores = new Map<Box, number>();
    this.#blocks.forEach((block, at) => {
      if (!this.#isProse[at]) return;
      let share = 1;
      for (let box = block.box.around ?? block.box, up = 0; up < 3; ++up) {
        scores.set(box, (scores.get(box) ?? 0) + share * (block.letters - block.linked));
        share *= 0.6;
        if (!box.around) break;
        box = box.around;
      }
    });
    let best: Box | undefined;
    for (const [box, score] of scores) if (!best || score > (scores.get(best) ?? 0)) best = box;
    return best;
  }

  #titleIn(text: string, letters: number): number {
    if (letters > longestTitle) return 0;
    const words = new Set(wordsOf(text));
    return Math.max(0, ...this.#titles.map((title) => overlap(words, title)));
  }

  #headlineAt(): number {
    // A part of a page that was copied says of itself only what its one h1 says.
    const titles = this.#titles.length ? [] : this.#blocks.flatMap(({ box }, at) => (box.tag === 'h1' ? [at] : []));
    if (titles.length === 1) return titles[0] ?? -1;
    let best = -1;
    let most = 0.5;
    this.#blocks.forEach((block, at) => {
      const isHeading = /^h[1-3]$/.test(block.box.tag);
      const alike = (this.#likeTitle[at] ?? 0) + (block.box.tag === 'h1' ? 0.3 : isHeading ? 0.1 : 0);
      if (alike > most) [best, most] = [at, alike];
    });
    return best;
  }

  #runs(): void {
    let heading = 99;
    let prose = 99;
    this.#blocks.forEach(({ box }, at) => {
      this.#sinceHeading.push(heading);
      this.#sinceProse.push(prose);
      heading = /^h\d$/.test(box.tag) ? 0 : Math.min(99, heading + 1);
      prose = this.#isProse[at] ? 0 : Math.min(99, prose + 1);
    });
    prose = 99;
    for (let at = this.#blocks.length - 1; at >= 0; --at) {
      this.#untilProse[at] = prose;
      prose = this.#isProse[at] ? 0 : Math.min(99, prose + 1);
    }
  }

  row(block: Block, at: number): number[] {
    const { box, text, letters, linked } = block;
    const group = this.#groups.get(box.make);
    const best = this.#best;
    const [bestUp, bestDown] = best ? distance(box, best.box) : [99, 99];
    const [coreUp, coreDown] = this.#core ? distance(box, this.#core) : [99, 99];
    const last = this.#blocks[at - 1];
    const next = this.#blocks[at + 1];
    const around = (levels: number): Box => {
      let one = box;
      for (let up = 0; up < levels && one.around; ++up) one = one.around;
      return one;
    };
    const boxed = (one: Box): readonly number[] => this.#boxedOf(one);
    const tags = new Set<string>();
    let itemprop = 0;
    for (let one: Box | null = box; one; one = one.around) {
      tags.add(one.tag);
      if (/articlebody/i.test(one.names)) itemprop = 1;
    }
    const bare = this.#squeezed[at] ?? '';
    const parent = around(1);
    const cleaned = Math.max(1, letters);
    const { commas, digits, capitals } = countIn(text);
    return [
      log(letters), linked / cleaned, block.links, block.strong / cleaned, block.controls,
      (100 * (text.match(/[.!?。！？؟।…](?=["'”’»«“›」』)\]]*(?:\s|$))/gu)?.length ?? 0)) / cleaned, +sentenceEnd.test(text), +/[:：]$/.test(text),
      (100 * commas) / cleaned, digits / cleaned, capitals / cleaned, +/^\p{Ll}/u.test(text), +/^["'“„«»‘‚「『]/.test(text),
      +(box.tag === 'p'), +(box.tag === 'li'), /^h\d$/.test(box.tag) ? Number(box.tag[1]) : 0, +/^(?:fig)?caption$/.test(box.tag), +/^(?:td|th|dd|dt)$/.test(box.tag), +/^(?:div|section|article|span)$/.test(box.tag), box.children,
      ...inside.map((tag) => +tags.has(tag)), itemprop,
      box.depth, at / this.#blocks.length, (this.#before[at] ?? 0) / this.#total, log(this.#total - (this.#before[at] ?? 0)), log(this.#total),
      log(group?.blocks ?? 0), log(group?.letters ?? 0), log((group?.letters ?? 0) / (group?.blocks ?? 1)), (group?.linked ?? 0) / (group?.letters ?? 1), (group?.prose ?? 0) / (group?.letters ?? 1),
      +(best === group), bestUp, bestDown, +Boolean(best && at >= best.first && at <= best.last),
      best ? signedLog(at - best.first) : 0, best ? signedLog(at - best.last) : 0, best ? best.prose / this.#total : 0,
      ...boxed(parent), log(this.#alike.get(`${parent.first}/${parent.depth} ${box.make}`) ?? 0),
      ...boxed(around(2)), ...boxed(around(3)),
      +Boolean(this.#core && at >= this.#core.first && at < this.#core.end), coreUp, coreDown, this.#core ? this.#core.letters / this.#total : 0,
      this.#body.length < 300 ? -1 : +(bare.length > 5 && this.#body.includes(bare.slice(0, 200))),
      this.#likeTitle[at] ?? 0,
      +(bare.length > 30 && this.#described.includes(bare.slice(0, 120))),
      +this.#openings.some((opening) => bare.includes(opening)),
      this.headline < 0 ? -99 : signedLog(at - this.headline), this.headline < 0 ? -99 : signedLog((this.#before[at] ?? 0) - (this.#before[this.headline] ?? 0)),
      this.#repeated.get(bare) ?? 0,
      ...this.#neighbour(block, last, at - 1), last ? +/[:：]$/.test(last.text) : 0, +(this.#isProse[at - 1] ?? false), last ? distance(box, last.box)[0] : 99,
      ...this.#neighbour(block, next, at + 1), +(this.#isProse[at + 1] ?? false), next ? distance(box, next.box)[0] : 99,
      this.#sinceHeading[at] ?? 0, this.#untilProse[at] ?? 0, this.#sinceProse[at] ?? 0,
      ...this.#fromHeadline(box), ...this.#branch(box, at, boxed),
      ...(this.#lead < 0 ? [99, -99] : [distance(box, this.#blocks[this.#lead]?.box ?? box)[0], signedLog(at - this.#lead)]),
      ...this.#byNames(box), log(box.controls), log(parent.controls), log(around(2).controls), ...this.#fromScored(box, at),
    ];
  }

  #boxedOf(box: Box): readonly number[] {
    const { letters, linked, first, end } = box;
    const known = this.#boxed.get(box) ??
      [log(letters), linked / letters, log(end - first), ((this.#prose[end] ?? 0) - (this.#prose[first] ?? 0)) / letters];
    this.#boxed.set(box, known);
    return known;
  }

  #fromHeadline(box: Box): number[] {
    const headline = this.#blocks[this.headline]?.box;
    const own = articleOf(box);
    const its = headline ? articleOf(headline) : null;
    return [...(headline ? distance(box, headline) : [99, 99]), !headline || !its ? -1 : own === its ? 1 : 0, this.#articles];
  }

  /** What of the densest box it is in: a paragraph alone, or a box of its own. */
  #branch(box: Box, at: number, boxed: (one: Box) => readonly number[]): number[] {
    let one = box;
    let depth = 0;
    while (one.around && one.around !== this.#core) {
      one = one.around;
      ++depth;
    }
    if (!one.around) return [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1];
    const first = this.#blocks[one.first];
    return [
      ...boxed(one), log(this.#alike.get(`${one.around.first}/${one.around.depth} ${one.make}`) ?? 0),
      first && /^h\d$/.test(first.box.tag) ? Number(first.box.tag[1]) : 0, log(at - one.first), +/^(?:p|h\d|blockquote)$/.test(one.tag), +/^(?:ul|ol|dl)$/.test(one.tag), depth,
    ];
  }

  #byNames(box: Box): number[] {
    const sums = [0, 0, 0, 0];
    for (let one: Box | null = box; one; one = one.around) this.#tellsOf(one).forEach((tells, which) => (sums[which] = (sums[which] ?? 0) + tells));
    const [, , isGood = 0, isBad = 0] = this.#tellsOf(box);
    return [...sums, isGood, isBad];
  }

  #tellsOf(box: Box): readonly number[] {
    const known = this.#tells.get(box) ?? tellsOf(box.names);
    this.#tells.set(box, known);
    return known;
  }

  #fromScored(box: Box, at: number): number[] {
    const scored = this.#scored;
    if (!scored) return [0, 99, 99, 0, 0];
    const [up, down] = distance(box, scored);
    return [+(at >= scored.first && at < scored.end), up, down, scored.letters / this.#total, down ? 0 : up];
  }

  /** The box that Readability would take for the article. */
  #bestScored(): Box | undefined {
    const scores = new Map<Box, number>();
    this.#blocks.forEach(({ box, text, letters }) => {
      if (letters < 25) return;
      const score = 1 + countIn(text).commas + Math.min(3, Math.floor(letters / 100));
      let up = 0;
      for (let one = box.around; one && up < 5; one = one.around, ++up) {
        const [, , isGood = 0, isBad = 0] = this.#tellsOf(one);
        const known = scores.get(one) ?? (worthOf[one.tag] ?? 0) + 25 * (isGood - isBad);
        scores.set(one, known + score / (up === 0 ? 1 : up === 1 ? 2 : 3 * up));
      }
    });
    let best: Box | undefined;
    let most = -Infinity;
    for (const [box, score] of scores) {
      const own = score * (1 - box.linked / Math.max(1, box.letters));
      if (own > most) [best, most] = [box, own];
    }
    return best;
  }

  #neighbour(block: Block, other: Block | undefined, _at: number): number[] {
    if (!other) return [-1, -1, -1, -1];
    return [log(other.letters), other.linked / Math.max(1, other.letters), +(other.box.make === block.box.make), /^h\d$/.test(other.box.tag) ? Number(other.box.tag[1]) : 0];
  }

  calledOf({ box, inner }: Block): Called {
    const own = inner ? [...new Set([...this.#namesOf(box), ...namesIn(inner)])] : this.#namesOf(box);
    return [own, ...this.#calledAround(box.around)];
  }

  /** The same lists for all blocks in the same box. */
  #calledAround(box: Box | null): Around {
    const known = this.#aroundOf.get(box);
    if (known) return known;
    const near = new Set<string>();
    const far = new Set<string>();
    let up = 1;
    for (let one = box; one; one = one.around, ++up) {
      const into = up <= 3 ? near : far;
      for (const name of this.#namesOf(one)) into.add(name);
    }
    const called: Around = [[...near], [...far]];
    this.#aroundOf.set(box, called);
    return called;
  }

  #namesOf(box: Box): readonly string[] {
    const known = this.#called.get(box) ?? namesIn(box.names);
    this.#called.set(box, known);
    return known;
  }
}

/** Steps up from one box to the closest that holds both, and from there down to the other. */
function distance(from: Box, to: Box): [up: number, down: number] {
  let one: Box = from;
  let other: Box = to;
  let up = 0;
  let down = 0;
  while (one !== other) {
    if (one.depth >= other.depth && one.around) {
      one = one.around;
      ++up;
    } else if (other.around) {
      other = other.around;
      ++down;
    } else break;
  }
  return [up, down];
}

/** The closest <article> around it. */
function articleOf(box: Box): Box | null {
  let one: Box | null = box;
  while (one && one.tag !== 'article') one = one.around;
  return one;
}



/** Of the words of both together, those that both have: 0 to 1. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) ++shared;
  return shared / Math.max(1, one.size + other.size - shared);
}

const log = (value: number): number => Math.log1p(value);
const signedLog = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value));
