// The hooks of a test file that has one browser with the extension, and the pages of tests/extension.
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import { folderOf, makeExtension } from '../../../tools/build/extension.ts';
import { Chromium } from './chromium.ts';
import { Firefox } from './firefox.ts';
import { openNet, type Net } from './net.ts';
import { openPanel } from './pages-suite.ts';

export interface Desk<Browser> {
  readonly net: Net;
  readonly visitor: Browser;
}

interface Opened {
  net?: Net;
  visitor?: Chromium | Firefox;
}

/** What it gives is filled before the tests; the panel is open. Whatever they do, only the pages may be asked for. */
export const chromiumDesk = (): Desk<Chromium> => desk((net) => Chromium.start(folderOf('chromium'), net));
export const firefoxDesk = (): Desk<Firefox> => desk((net) => Firefox.start(folderOf('firefox'), net));

function desk<Browser extends Chromium | Firefox>(start: (net: Net) => Promise<Browser>): Desk<Browser> {
  const opened: Opened = {};
  beforeAll(async () => {
    await makeExtension();
    opened.net = await openNet(fileURLToPath(new URL('../pages/', import.meta.url)));
    opened.visitor = await start(opened.net);
    await openPanel(opened.visitor);
  });
  afterAll(async () => {
    await opened.visitor?.close();
    await opened.net?.close();
    expect(opened.net?.elsewhere ?? []).toEqual([]);
  });
  return opened as Desk<Browser>;
}
