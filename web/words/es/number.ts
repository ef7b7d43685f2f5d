// Numbers as this language writes them.
const format = new Intl.NumberFormat('es');
const conjunction = new Intl.ListFormat('es');
const percentage = new Intl.NumberFormat('es', { style: 'percent', maximumFractionDigits: 0 });

export const number = (value: number): string => format.format(value);

/** `share` is 0 to 1. */
export const percent = (share: number): string => percentage.format(share);

/** "1 claim", "2 claims". */
export const count = (value: number, one: string, several: string): string =>
  `${number(value)} ${value === 1 ? one : several}`;

/** "a, b y c". */
export const list = (parts: readonly string[]): string => conjunction.format(parts);
