// How elements are shown: by their style where the page is laid out, by their tag where it is only parsed.
import { blocks } from '../engine/html.ts';

/** undefined: the page is not laid out. */
export function styleOf(element: Element): CSSStyleDeclaration | undefined {
  // Where pages are only parsed, as in node, there may be a window without it.
  return element.ownerDocument.defaultView?.getComputedStyle?.(element);
}

export function shownAs(element: Element): 'block' | 'inline' | 'none' {
  const style = styleOf(element);
  if (!style?.display) return element.hasAttribute('hidden') ? 'none' : blocks.has(element.localName.toUpperCase()) ? 'block' : 'inline';
  const { display, float } = style;
  if (display === 'none') return 'none';
  return /^(?:inline|contents|ruby)/.test(display) || (float !== 'none' && isLetter(element)) ? 'inline' : 'block';
}

/** The large first letter of a text, which its style puts beside the rest. */
const isLetter = ({ textContent }: Element): boolean => (textContent?.trim().length ?? 0) <= 2;
