// Drives editors whose marks are elements with classes.
import type { Page } from 'playwright-core';
import type { Painted } from './suite.ts';

/** What stands in elements with the classes of marks, by name, in the order of the text. */
export function paintedClasses(page: Page, root: string): Promise<Painted> {
  return page.evaluate((root) => {
    const painted: Record<string, string> = {};
    for (const element of document.querySelectorAll(`${root} [class*=sourcelight-]`)) {
      for (const name of element.classList) {
        if (!name.startsWith('sourcelight-')) continue;
        const key = name.replace('sourcelight-', '');
        painted[key] = (painted[key] ?? '') + (element.textContent ?? '').replace(/[\s\u200b\ufeff]+/g, '');
      }
    }
    return painted;
  }, root);
}
