// Makes elements and style sheets. Text only ever enters the DOM as text.

type Child = Node | string;

/** An element with `attributes` (true: present, null or false: absent) and `children`. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | boolean | null>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/** A style sheet to be adopted, which no policy forbids. */
export function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/**
 * Sets the text of an element that holds nothing else, without taking a node away: wherever in
 * the document Chromium sees a node go, it ends the undo step of the typing under way.
 */
export function setText(element: HTMLElement, text: string): void {
  const node = element.firstChild;
  if (!(node instanceof Text)) element.textContent = text;
  else if (node.data !== text) node.data = text;
}

/** What is selected inside `element`, which may stand in a shadow root; null: nothing is. */
export function selectedIn(element: HTMLElement): AbstractRange | null {
  const selection = getSelection();
  const root = element.getRootNode();
  if (!selection?.rangeCount) return null;
  const range =
    root instanceof ShadowRoot && 'getComposedRanges' in selection
      ? selection.getComposedRanges({ shadowRoots: [root] })[0]
      : selection.getRangeAt(0);
  return range && element.contains(range.startContainer) && element.contains(range.endContainer) ? range : null;
}
