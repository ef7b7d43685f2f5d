// Numbers as this language writes them.
const format = new Intl.NumberFormat('en-GB');
const conjunction = new Intl.ListFormat('en-GB');
const percentage = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });

export const number = (value: number): string => format.format(value);

/** `share` is 0 to 1. */
export const percent = (share: number): string => percentage.format(share);

/** "1 claim", "2 claims". */
export const count = (value: number, one: string, several: string): string =>
  `${number(value)} ${value === 1 ? one : several}`;

/** "a, b and c". */
export const list = (parts: readonly string[]): string => conjunction.format(parts);
