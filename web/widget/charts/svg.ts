// SVG by hand: its elements, and the fills that tell statuses apart without colour. Each fill
// repeats the line that marks the status in the text: solid, dashed, dotted, wavy.
import type { ClaimStatus, SourceKind } from '../../engine/report.ts';

/** How a part is filled: as the status is, or as what belongs to no claim. */
export type Tone = ClaimStatus | 'rest';

/** The status that claims resting on a source of this kind have. */
export const toneOfKind: Readonly<Record<SourceKind, ClaimStatus>> = {
  named_person: 'named',
  named_organization: 'named',
  document: 'named',
  anonymous: 'unnamed',
  unnamed_group: 'unnamed',
  author: 'unsourced',
  none: 'hidden',
};

type Attributes = Readonly<Record<string, string | number>>;

export function s<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: SVGElement[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAll(element, attributes);
  element.append(...children);
  return element;
}

/** Sets attributes, those alone that differ: style and layout begin anew for each that is set. */
export function setAll(element: SVGElement, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
}

/** A picture that says nothing to a screen reader: text beside it says the same. */
export const picture = (name: string, ...children: SVGElement[]): SVGSVGElement =>
  s('svg', { class: name, 'aria-hidden': 'true', focusable: 'false' }, ...children);

export const percent = (share: number): string => `${Math.round(share * 100_000) / 1000}%`;

let made = 0;
const tones: readonly Tone[] = ['named', 'unnamed', 'hidden', 'unsourced', 'none'];

/** The fills of one view; its `element` must stand in the same tree as the parts. */
export class Fills {
  readonly element: SVGSVGElement;
  readonly #prefix = `fill-${++made}-`;

  constructor() {
    const pattern = (tone: Tone, width: number, height: number, ...parts: SVGElement[]) =>
      s(
        'pattern',
        { id: this.#prefix + tone, width, height, patternUnits: 'userSpaceOnUse' },
        ...parts,
      );
    const hatch = pattern(
      'unnamed',
      6,
      6,
      s('rect', { class: 'ink unnamed', width: 6, height: 6 }),
      s('rect', { class: 'blank', width: 2, height: 6 }),
    );
    hatch.setAttribute('patternTransform', 'rotate(45)');
    const dots = pattern(
      'hidden',
      5,
      5,
      s('rect', { class: 'tint hidden', width: 5, height: 5 }),
      s('circle', { class: 'ink hidden', cx: 2.5, cy: 2.5, r: 1.5 }),
    );
    const waves = pattern(
      'unsourced',
      8,
      6,
      s('rect', { class: 'ink unsourced', width: 8, height: 6 }),
      s('path', { class: 'wave', d: 'M-2 5 L2 1.5 L6 5 L10 1.5' }),
    );
    this.element = picture('fills', s('defs', {}, hatch, dots, waves));
    setAll(this.element, { width: 0, height: 0 });
  }

  /** The attributes that fill a part in `tone`; plain colours are given by class (report.css). */
  of(tone: Tone): { class: string; fill: string } {
    const plain = tone === 'named' || tone === 'none' || tone === 'rest';
    return { class: `part ${tone}`, fill: plain ? 'currentColor' : `url(#${this.#prefix}${tone})` };
  }

  /** Height of a part in `tone` where a whole one is `height` tall: what is no claim is thin. */
  static height(tone: Tone, height: number): number {
    if (tone === 'rest') return 1;
    return tone === 'none' ? Math.max(3, Math.round(height / 4)) : height;
  }
}

/** A part of a picture, in shares of the whole. */
export interface Tile {
  readonly tone: Tone;
  /** Steps back behind the others. */
  readonly faint: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Hundreds of tiles in few elements: for each tone a ground, cut out where its tiles are. */
export class Mosaic {
  readonly element = s('g');
  readonly #cuts = new Map<string, SVGPathElement>();

  constructor(fills: Fills) {
    for (const faint of [false, true]) {
      for (const tone of tones) {
        const id = `cut-${++made}`;
        const path = s('path');
        const cut = s('clipPath', { id, clipPathUnits: 'objectBoundingBox' }, path);
        const fill = fills.of(tone);
        const name = faint ? `${fill.class} off` : fill.class;
        const whole = { width: '100%', height: '100%', 'clip-path': `url(#${id})` };
        this.element.append(cut, s('rect', { ...fill, ...whole, class: name }));
        this.#cuts.set(tone + faint, path);
      }
    }
  }

  draw(tiles: readonly Tile[]): void {
    const outlines = new Map<string, string>();
    for (const { tone, faint, x, y, width, height } of tiles) {
      const key = tone + faint;
      const outline = `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
      outlines.set(key, (outlines.get(key) ?? '') + outline);
    }
    for (const [key, path] of this.#cuts) setAll(path, { d: outlines.get(key) ?? '' });
  }
}

const round = (share: number): number => Math.round(share * 1e6) / 1e6;
