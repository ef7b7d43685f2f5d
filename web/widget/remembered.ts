// The weights that a person has set, kept in this browser; where it refuses, they last as long as
// the page.
import type { Weights } from '../engine/report.ts';

const key = 'sourcelight.weights';

export function rememberedWeights(): Weights {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const known = Object.entries(value).filter(([, weight]) => weight >= 0 && weight <= 1);
    return Object.fromEntries(known);
  } catch {
    return {};
  }
}

export function rememberWeights(weights: Weights): void {
  try {
    localStorage.setItem(key, JSON.stringify(weights));
  } catch {
    return;
  }
}
