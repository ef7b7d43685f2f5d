// The colours of web/widget/tokens.css: contrast by WCAG 2 in light and dark, and statuses that
// stay apart for people who see fewer colours (they differ by line style besides).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Colour = readonly [red: number, green: number, blue: number];

const css = readFileSync(new URL('../../../web/widget/tokens.css', import.meta.url), 'utf8');
const schemes = ['light', 'dark'] as const;
const statuses = ['named', 'unnamed', 'hidden', 'unsourced'] as const;

function colour(name: string, scheme: (typeof schemes)[number]): Colour {
  const found = new RegExp(`--sl-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  const hex = found?.[scheme === 'light' ? 1 : 2];
  if (!hex) throw new Error(`tokens.css has no --sl-${name}`);
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Colour;
}

const linear = (colour: Colour): number[] =>
  colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

// Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
const deficiencies: Readonly<Record<string, readonly number[]>> = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

/** CIE L*a*b* of `colour` as someone with the deficiency sees it. */
function seen(colour: Colour, matrix: readonly number[]): number[] {
  const rgb = linear(colour);
  const row = (at: number) =>
    Math.min(1, Math.max(0, rgb.reduce((sum, part, i) => sum + part * (matrix[3 * at + i] ?? 0), 0)));
  const [red, green, blue] = [row(0), row(1), row(2)];
  const xyz = [
    (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
    0.2126 * red + 0.7152 * green + 0.0722 * blue,
    (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
  ];
  const [x = 0, y = 0, z = 0] = xyz.map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

describe.each(schemes)('In %s', (scheme) => {
  const pairs = [
    ...['sheet', 'paper'].flatMap((ground) => ['ink', 'soft', 'accent'].map((text) => [text, ground])),
    ...['selected', 'content', 'source', 'cue'].map((ground) => ['ink', ground]),
    ['sheet', 'accent'],
  ] as [string, string][];

  test.each(pairs)('text in %s on %s has a contrast of 4.5 or more', (text, ground) => {
    expect(contrast(colour(text, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  const lines = statuses.flatMap((status) =>
    ['sheet', 'paper', 'selected', 'content', 'source', 'cue'].map((ground) => [status, ground]),
  ) as [string, string][];
  const unsure = ['sheet', 'paper', 'selected', 'content', 'source', 'cue'].map((ground) => ['soft', ground] as [string, string]);
  test.each([...lines, ...unsure, ['edge', 'sheet'], ['edge', 'paper'], ['none', 'sheet']])(
    'the line of %s on %s has a contrast of 3 or more',
    (line, ground) => {
      expect(contrast(colour(line, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(3);
    },
  );

  test.each(Object.keys(deficiencies))('statuses can be told apart with %s', (deficiency) => {
    for (const one of statuses) {
      for (const other of statuses.filter((status) => status > one)) {
        const [a, b] = [one, other].map((name) =>
          seen(colour(name, scheme), deficiencies[deficiency] ?? []),
        );
        const distance = Math.hypot(...(a ?? []).map((part, i) => part - (b?.[i] ?? 0)));
        expect(distance, `${one} and ${other}`).toBeGreaterThan(12);
      }
    }
  });
});
