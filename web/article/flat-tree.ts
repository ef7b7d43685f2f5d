// The page as it is shown: an element's children are those of its shadow root, a slot's are what is
// put into it, and a frame of the same origin holds its page. Reads, never changes.
// tests/extension/pages.test.ts holds it.

/** What stands below a node, in the order in which it is shown. */
export function shownChildren(node: Node): readonly Node[] {
  if (isElement(node)) {
    const root = shadowOf(node);
    if (root) return [...root.childNodes];
    if (node.localName === 'slot') {
      const assigned = (node as HTMLSlotElement).assignedNodes?.({ flatten: true }) ?? [];
      if (assigned.length) return assigned;
    }
    if (node.localName === 'iframe') {
      const body = frameBody(node as HTMLIFrameElement);
      return body ? [body] : [];
    }
  }
  return [...node.childNodes];
}

/** The elements that may have one, besides those that a page defines itself. */
const hosts = /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$|-/;

/** Chromium's way, which only extensions have. */
interface InExtension {
  readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null };
}

/** The shadow root of an element, also one that is closed to the page's scripts. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (!hosts.test(element.localName)) return null;
  if (element.shadowRoot) return element.shadowRoot;
  const inFirefox = element as Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
  if (inFirefox.openOrClosedShadowRoot) return inFirefox.openOrClosedShadowRoot;
  const { dom } = (globalThis as { chrome?: InExtension }).chrome ?? {};
  return dom && element instanceof HTMLElement ? dom.openOrClosedShadowRoot(element) : null;
}

/** null: a page of another origin, whose text cannot be had. */
function frameBody(frame: HTMLIFrameElement): HTMLElement | null {
  try {
    return frame.contentDocument?.body ?? null;
  } catch {
    return null;
  }
}

/** Whether an element is the card, which is no part of the page. */
export const isOurs = (element: Element): boolean => element.hasAttribute('data-sourcelight');

// Not by their classes, which a frame has of its own.
export const isElement = (node: Node): node is Element => node.nodeType === 1;
export const isText = (node: Node): node is Text => node.nodeType === 3;

/** The page's document, those of its frames of the same origin, and all shadow roots. */
export function flatRoots(page: Document): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [page];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      const shadow = isOurs(element) ? null : shadowOf(element);
      if (shadow) roots.push(shadow);
      const body = element.localName === 'iframe' ? frameBody(element as HTMLIFrameElement) : null;
      if (body) roots.push(body.ownerDocument);
    }
  }
  return roots;
}
