// In every page of these: notes what a site's own scripts would notice of an extension, and measures
// the page for the tests. Shadow roots (closed ones too) and frames of this origin are looked into.
window.watch = (() => {
  const roots = new Map();
  const noticed = [];
  const seen = new MutationObserver((records) => {
    if (document.readyState !== 'complete') return;
    for (const { type, target, addedNodes, removedNodes } of records) {
      const changed = type === 'childList' ? [...addedNodes, ...removedNodes] : [target];
      const isCard = changed.every((node) => node.matches?.('[data-sourcelight=card]'));
      noticed.push(isCard ? 'the card' : `${type} of ${target.nodeName}`);
    }
  });
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(options) {
    const root = attach.call(this, options);
    roots.set(this, root);
    seen.observe(root, everything);
    return root;
  };
  for (const name of ['error', 'unhandledrejection', 'securitypolicyviolation']) {
    addEventListener(name, ({ message, reason, violatedDirective }) => {
      noticed.push(`${name}: ${message ?? reason ?? violatedDirective}`);
    });
  }
  addEventListener('load', () => seen.observe(document, everything));

  const pageIn = (frame) => {
    try {
      return frame.contentDocument;
    } catch {
      return null;
    }
  };

  /** All trees of the page, each after the one it hangs in: documents and shadow roots. */
  function trees(root = document) {
    const found = [root];
    for (const element of root.querySelectorAll('*')) {
      const inner = element.localName === 'iframe' ? pageIn(element) : roots.get(element) ?? element.shadowRoot;
      if (inner) found.push(...trees(inner));
    }
    return found;
  }

  const views = () => trees().flatMap(({ defaultView }) => defaultView ?? []);
  const elements = () => trees().flatMap((root) => [...root.querySelectorAll('*')]);
  const bare = (words) => words.replace(/\u00ad/g, '').replace(/\s+/g, ' ').trim();

  /** What can be told of the page's DOM, and of where all things stand. */
  function snapshot() {
    return {
      html: trees().map((root) => (root.documentElement ? root.documentElement.outerHTML : root.innerHTML)),
      sheets: trees().map((root) => [root.styleSheets.length, root.adoptedStyleSheets.length].join()),
      boxes: elements().map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.localName} ${[x, y, width, height].map((pixels) => pixels.toFixed(2)).join(' ')}`;
      }),
      scrolled: [scrollX, scrollY, document.documentElement.scrollHeight],
    };
  }

  /** The words under each highlight that can be seen, by its name. */
  function painted() {
    const words = {};
    for (const { CSS } of views()) {
      for (const [name, highlight] of CSS.highlights ?? []) {
        const ranges = [...highlight].filter((range) => isSeen(name, range));
        (words[name.replace('sourcelight-', '')] ??= []).push(...ranges.map((range) => bare(range.toString())));
      }
    }
    return words;
  }

  function isSeen(name, { startContainer }) {
    const { textDecorationLine, backgroundColor } = lookOf(startContainer.parentElement ?? startContainer.parentNode.host, name);
    return textDecorationLine !== 'none' || !/^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor);
  }

  const lookOf = (element, name) => element.ownerDocument.defaultView.getComputedStyle(element, `::highlight(${name})`);

  /** When marks could first be seen, in milliseconds since 1970. */
  async function whenMarked() {
    while (!Object.values(painted()).some((words) => words.length)) await new Promise((resolve) => requestAnimationFrame(resolve));
    return Date.now();
  }

  /** What is left of an extension. */
  function traces() {
    const found = [];
    for (const { CSS } of views()) found.push(...[...(CSS.highlights?.keys() ?? [])].map((name) => `highlight ${name}`));
    for (const root of trees()) {
      found.push(...[...root.querySelectorAll('[data-sourcelight], [data-sourcelight-copy]')].map(({ outerHTML }) => outerHTML));
    }
    for (const element of elements()) {
      const styled = ['named', 'unsourced', 'selected'].some((name) => {
        const { textDecorationLine, backgroundColor } = lookOf(element, `sourcelight-${name}`);
        return textDecorationLine === 'underline' || !/^(?:transparent|rgba\(0, 0, 0, 0\)|)$/.test(backgroundColor);
      });
      if (styled) return [...found, `a style sheet, at ${element.localName}`];
    }
    return found;
  }

  function rangeOf(words) {
    for (const root of trees()) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf(words);
        if (at < 0 || /^(?:script|style|title)$/i.test(node.parentNode.nodeName)) continue;
        const range = node.ownerDocument.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        return range;
      }
    }
    throw new Error(`“${words}” stands nowhere.`);
  }

  /** Middle of words that stand in one text node, in pixels of the window; scrolls to them first. */
  async function placeOf(words) {
    const range = rangeOf(words);
    (range.startContainer.parentElement ?? range.startContainer.parentNode.host).scrollIntoView({ block: 'center' });
    for (let frame = 0; frame < 2; ++frame) await new Promise((resolve) => requestAnimationFrame(resolve));
    return whereIs(range);
  }

  function whereIs(range) {
    const [rect] = range.getClientRects();
    if (!rect) throw new Error(`“${range}” is not to be seen.`);
    const place = { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
    for (let view = range.startContainer.ownerDocument.defaultView; view !== window; view = view.parent) {
      const frame = view.frameElement.getBoundingClientRect();
      place.x += frame.left;
      place.y += frame.top;
    }
    return place;
  }

  /** Whether words stand within the window as it is scrolled. */
  function isInView(words) {
    const { x, y } = whereIs(rangeOf(words));
    return x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
  }

  function select(words) {
    const { startContainer, startOffset, endContainer, endOffset } = rangeOf(words);
    startContainer.ownerDocument.getSelection().setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  }

  /** The words of the card beside a mark; null: it is not open. */
  const card = () => document.querySelector('[data-sourcelight=card]')?.shadowRoot?.textContent ?? null;

  return { noticed, snapshot, painted, whenMarked, traces, placeOf, isInView, select, card };
})();
