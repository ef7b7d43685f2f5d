// How long a reader waits from the click to the marks on a page of 1,000 words: with the engine at
// hand (warm), and after the browser had stopped the background with it (cold).
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leave, site } from './page.ts';
import type { Visitor } from './visitor.ts';

const pages = new URL('../pages/', import.meta.url);
const times = 5;
/** Milliseconds; several times what it takes. The fastest time is held: others on the machine only add to it. */
const most = { warm: 500, cold: 2000 };

export function speedSuite(visitor: () => Visitor): void {
  for (const kind of ['warm', 'cold'] as const) {
    test(`Marks on 1,000 words are there soon after the click, ${kind}`, async () => {
      visitor().net.put('/long.html', longPage(1000));
      const waits: number[] = [];
      for (let time = 0; time < times; ++time) waits.push(await waitFor(visitor(), kind));
      waits.sort((one, other) => one - other);
      const [fastest = Infinity, median] = [waits[0], waits[Math.floor(times / 2)]];
      console.log(`${visitor().name}, 1,000 words, ${kind}: ${median} ms from click to marks (${waits.join(', ')})`);
      expect(fastest).toBeLessThan(most[kind]);
    });
  }
}

async function waitFor(visitor: Visitor, kind: 'warm' | 'cold'): Promise<number> {
  await visitor.open(`${site}/long.html`);
  if (kind === 'cold') await visitor.stopBackground();
  await visitor.run(() => void (window.marked = window.watch.whenMarked()), null);
  const clicked = Date.now();
  await visitor.press();
  const marked = await visitor.run(() => window.marked, null);
  await leave(visitor);
  return marked - clicked;
}

/** An article of so many words, of the paragraphs of all pages. */
function longPage(words: number): string {
  const texts = readdirSync(pages).filter((name) => name.endsWith('.html')).map((name) => readFileSync(new URL(name, pages), 'utf8'));
  const paragraphs = texts.flatMap((text) => text.match(/<p>(?:(?!<\/?p>)[^])+<\/p>/g) ?? []);
  const taken: string[] = [];
  for (let count = 0; count < words; ) {
    const next = paragraphs[taken.length];
    if (!next) throw new Error(`The pages have only ${count} words.`);
    taken.push(next);
    count += next.split(/\s+/).length;
  }
  const head = '<meta charset="utf-8"><title>All the news of the week</title><link rel="icon" href="data:,"><script src="watch.js"></script>';
  return `<!doctype html><html lang="en"><head>${head}</head><body><article><h1>All the news</h1>${taken.join('\n')}</article></body></html>`;
}

declare global {
  interface Window {
    marked: Promise<number>;
  }
}
