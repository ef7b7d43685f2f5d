// The menu of what can be saved: the Report in its formats, a file to share, paper, and the checks of
// all articles. tests/web/page/files.test.ts holds it.
import { saveFormats, type SaveFormat } from '../files/index.ts';
import { h } from '../widget/dom.ts';
import type { Words } from '../words/index.ts';

export interface MenuActions {
  save(format: SaveFormat): void;
  share(): void;
  print(): void;
  copy(): void;
  aboutSources(): void;
  jsonLd(): void;
  exportChecks(): void;
  importChecks(): void;
  forgetChecks(): void;
}

/** Fills the popover `menu`; a choice closes it. */
export function fillMenu(menu: HTMLElement, words: Words, actions: MenuActions): void {
  const { files, page } = words;
  const entry = (label: string, meaning: string, run: () => void): HTMLElement => {
    const button = h('button', { type: 'button' }, h('b', {}, label), h('span', {}, meaning));
    button.addEventListener('click', () => {
      menu.hidePopover();
      run();
    });
    return button;
  };
  menu.replaceChildren(
    h('h2', {}, page.formats),
    ...saveFormats.map((format) => {
      const { label, meaning } = files.formats[format.format];
      return entry(label, meaning, () => actions.save(format));
    }),
    entry(page.copy, page.copyHint, () => actions.copy()),
    entry(page.share, page.shareHint, () => actions.share()),
    entry(page.print, page.printHint, () => actions.print()),
    h('h2', {}, page.readers),
    entry(page.aboutSources, page.aboutSourcesHint, () => actions.aboutSources()),
    entry(page.jsonLd, page.jsonLdHint, () => actions.jsonLd()),
    h('h2', {}, page.checks),
    entry(page.exportChecks, page.exportHint, () => actions.exportChecks()),
    entry(page.importChecks, page.importHint, () => actions.importChecks()),
    entry(page.forgetChecks, page.forgetHint, () => actions.forgetChecks()),
  );
}
