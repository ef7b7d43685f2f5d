// What a page of project.ts read, in a real Chromium.
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import type { Report } from '../../../web/engine/index.ts';
import { open } from '../../web/support/browser.ts';
import { text } from './project.ts';

export interface Reading {
  readonly report: Report;
}

declare global {
  var readings: Promise<Reading[]> | undefined;
}

/** Opens the page and expects that each of its engines reads the text. */
export async function expectReadings(browser: Browser, url: string, count = 2): Promise<void> {
  const { page, complaints } = await open(browser, url);
  try {
    await page.waitForFunction(() => globalThis.readings !== undefined);
    const readings = await page.evaluate(() => globalThis.readings);
    expect(readings).toHaveLength(count);
    for (const reading of readings ?? []) expectReading(reading);
    expect(complaints).toEqual([]);
  } finally {
    await page.context().close();
  }
}

export function expectReading({ report }: Reading): void {
  expect(report.length).toBe(text.length);
  expect(report.sources.map(({ name, kind }) => [name, kind])).toEqual([
    ['Ida Brandt', 'named_person'],
    ['a deckhand', 'anonymous'],
  ]);
  expect(report.summary.claims.unsourced).toBe(1);
}
