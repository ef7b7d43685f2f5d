// "About the sources": a box of HTML that a newsroom publishes with its article. It says in plain words
// how many claims rest on whom, who is not named and what the article says of that, and what it states
// in its own voice. No script, no ids, no colours; all that comes from the article is escaped.
// tests/web/publish/box.test.ts holds it.
import type { Claim, Report } from '../engine/report.ts';
import type { PublishWords } from '../words/en/publish.ts';
import { bare, standingsOf, wordsOf, type Standing } from './standing.ts';

export interface BoxOptions {
  /** The level of its heading, 2 to 5; 2 if left out. */
  readonly heading?: number;
  /** With its style sheet in front, as a <style>; left out, it looks as the page's lists do. */
  readonly style?: boolean;
  /** The language of the article, "en" if left out: what is quoted from it says so where it differs. */
  readonly articleLanguage?: string;
}

/** The style of the box: it takes type and colours of the page, and names nothing but its own class. */
export const boxStyle = `.sourcelight-sources{border:1px solid;border-radius:.25em;padding:1em 1.25em;margin:2em 0;line-height:1.5}
.sourcelight-sources>:first-child{margin-top:0}
.sourcelight-sources>:last-child{margin-bottom:0}
.sourcelight-sources ul{padding-inline-start:1.25em}
.sourcelight-sources li{margin:.35em 0;overflow-wrap:anywhere}
.sourcelight-sources summary{cursor:pointer}`;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in HTML, in attributes too. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark);

/** The box of a Report of `text`, in the language of `words`: one <section>, as HTML. */
export function makeBox(text: string, report: Report, words: PublishWords, options: BoxOptions = {}): string {
  return new Box(text, report, words, options).whole();
}

class Box {
  readonly #text: string;
  readonly #report: Report;
  readonly #words: PublishWords;
  readonly #options: BoxOptions;

  constructor(text: string, report: Report, words: PublishWords, options: BoxOptions) {
    this.#text = text;
    this.#report = report;
    this.#words = words;
    this.#options = options;
  }

  whole(): string {
    const { box, language } = this.#words;
    const { style } = this.#options;
    const { total } = standingsOf(this.#report);
    const parts = total ? [`<p>${box.intro(total)}</p>`, this.#counts(), ...this.#lists()] : [`<p>${box.nothing}</p>`];
    return [
      ...(style ? [`<style>${boxStyle}</style>`] : []),
      `<section class="sourcelight-sources" lang="${language}" aria-label="${escapeHtml(box.title)}">`,
      this.#heading(0, box.title),
      ...parts,
      `<p><small>${box.note}</small></p>`,
      '</section>\n',
    ].join('\n');
  }

  #heading(below: 0 | 1, title: string): string {
    const { heading = 2 } = this.#options;
    const level = Math.min(Math.max(Math.trunc(heading), 2), 5) + below;
    return `<h${level}>${title}</h${level}>`;
  }

  #counts(): string {
    const { named, unnamed, hidden, unsourced } = this.#report.summary.claims;
    const { rests } = this.#words.box;
    const lines = [
      ...(named ? [rests.named(named)] : []),
      ...(unnamed ? [rests.unnamed(unnamed)] : []),
      ...(hidden ? [rests.hidden(hidden)] : []),
      ...(unsourced ? [rests.unsourced(unsourced)] : []),
    ];
    return list(lines);
  }

  #lists(): string[] {
    const { box } = this.#words;
    const { named, unnamed, passedOn } = standingsOf(this.#report);
    const nameless = [...unnamed.map((one) => this.#unnamed(one)), ...passedOn.map((one) => this.#passedOn(one))];
    const hidden = this.#claims('hidden');
    const own = this.#claims('unsourced');
    return [
      ...(named.length ? [this.#heading(1, box.named), list(named.map((one) => this.#named(one)))] : []),
      ...(nameless.length ? [this.#heading(1, box.unnamed), list(nameless)] : []),
      ...(hidden.length ? [this.#heading(1, box.hidden), `<p>${box.hiddenMeaning}</p>`, this.#folded(hidden)] : []),
      ...(own.length ? [this.#heading(1, box.own), `<p>${box.ownMeaning}</p>`, this.#folded(own)] : []),
    ];
  }

  #named({ source, claims, isQuoted }: Standing): string {
    const { box } = this.#words;
    const title = source.title ? `, ${this.#quote(source.title)}` : '';
    const who = source.kind === 'author' ? box.writer : `<b>${this.#quote(source.name)}</b>${title}`;
    return `${who}: ${box.claims(claims.length)}${isQuoted ? `, ${box.quoted}` : ''}`;
  }

  #unnamed({ source, claims, isQuoted }: Standing): string {
    const { box } = this.#words;
    const why = wordsOf(this.#text, source.justification);
    const said = why ? box.says(this.#quoted(why)) : box.saysNothing;
    return `${this.#quoted(source.name)}: ${box.claims(claims.length)}${isQuoted ? `, ${box.quoted}` : ''}. ${said}`;
  }

  #passedOn({ source, claims }: Standing): string {
    const { box } = this.#words;
    return `${box.passedOn(`<b>${this.#quote(source.name)}</b>`)}: ${box.claims(claims.length)}. ${box.saysNothing}`;
  }

  #claims(status: Claim['status']): Claim[] {
    return this.#report.claims.filter((claim) => claim.status === status);
  }

  /** Claims word for word, behind a line that opens them. */
  #folded(claims: readonly Claim[]): string {
    const items = claims.map(({ spans }) => this.#quoted(wordsOf(this.#text, spans)));
    return `<details>\n<summary>${this.#words.box.show(claims.length)}</summary>\n${list(items)}\n</details>`;
  }

  /** Words of the article. */
  #quote(words: string): string {
    const { articleLanguage = 'en' } = this.#options;
    const isOther = articleLanguage !== this.#words.language;
    return isOther ? `<span lang="${escapeHtml(articleLanguage)}">${escapeHtml(words)}</span>` : escapeHtml(words);
  }

  #quoted(words: string): string {
    const inner = bare(words).replace(/[“„«]/g, '‘').replace(/[”»]/g, '’');
    return `“${this.#quote(inner)}”`;
  }
}

const list = (items: readonly string[]): string => `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
