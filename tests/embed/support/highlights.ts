// Drives whatever is painted with CSS highlights, in a document or a frame of it.
import type { Frame, Page } from 'playwright-core';
import type { Painted } from './suite.ts';

/** What CSS highlights paint, by name, in the order of the text. */
export function paintedHighlights(frame: Page | Frame): Promise<Painted> {
  return frame.evaluate(() => {
    const painted: Record<string, string> = {};
    for (const [name, highlight] of CSS.highlights) {
      const ranges = [...highlight].filter((range): range is Range => range instanceof Range);
      ranges.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
      let words = '';
      let last: Range | null = null;
      for (const one of ranges) {
        const rest = one.cloneRange();
        if (last && rest.compareBoundaryPoints(Range.END_TO_START, last) < 0) rest.setStart(last.endContainer, last.endOffset);
        words += rest.toString();
        if (!last || one.compareBoundaryPoints(Range.END_TO_END, last) > 0) last = one;
      }
      painted[name.replace('sourcelight-', '')] = words.replace(/[\s\u200b\ufeff]+/g, '');
    }
    return painted;
  });
}

/** Highlights and style sheets that are left in the document. */
export function highlightTraces(frame: Page | Frame): Promise<string[]> {
  return frame.evaluate(() => [
    ...[...CSS.highlights.keys()].map((name) => `highlight ${name}`),
    ...document.adoptedStyleSheets.map(() => 'a style sheet'),
    ...[...document.querySelectorAll('[data-sourcelight], [class*=sourcelight]')].map((element) => element.outerHTML),
  ]);
}

/** Selects words that stand in one text node below `root`. */
export async function selectWords(frame: Page | Frame, root: string, words: string): Promise<void> {
  await focus(frame, root);
  await frame.evaluate(([root, words]) => {
    const range = window.rangeOf(root, words);
    getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  }, [root, words] as const);
  await settled(frame);
}

/** Editors put their own selection where it was when they get the focus, and hear of a new one only later. */
async function focus(frame: Page | Frame, root: string): Promise<void> {
  await frame.evaluate((root) => document.querySelector<HTMLElement>(root)?.focus(), root);
  await settled(frame);
}

const settled = (frame: Page | Frame): Promise<unknown> =>
  frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** The middle of words that stand in one text node below `root`, in pixels of the frame. */
export function placeOfWords(frame: Page | Frame, root: string, words: string): Promise<{ x: number; y: number }> {
  return frame.evaluate(([root, words]) => {
    const range = window.rangeOf(root, words);
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const [rect] = range.getClientRects();
    if (!rect) throw new Error(`“${words}” is not to be seen.`);
    return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
  }, [root, words] as const);
}

/** Puts the caret behind the last letter below `root`. */
export async function caretAtEndOf(frame: Page | Frame, root: string): Promise<void> {
  await focus(frame, root);
  await frame.evaluate((root) => {
    const walker = document.createTreeWalker(document.querySelector(root) ?? document, NodeFilter.SHOW_TEXT);
    let last: Text | null = null;
    while (walker.nextNode()) if ((walker.currentNode as Text).data.trim()) last = walker.currentNode as Text;
    if (last) getSelection()?.collapse(last, last.length);
  }, root);
  await settled(frame);
}

/** To be run in the page before the others: lets it find words. */
export function defineRangeOf(): void {
  window.rangeOf = (root, words) => {
    const element = document.querySelector(root);
    const walker = document.createTreeWalker(element ?? document, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      return range;
    }
    throw new Error(`“${words}” stands nowhere in ${root}.`);
  };
}

declare global {
  interface Window {
    rangeOf(root: string, words: string): Range;
  }
}
