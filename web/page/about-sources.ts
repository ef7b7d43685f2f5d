// The dialog "About the sources": shows the box that a newsroom publishes with its article, in the language
// that is chosen, and gives its HTML to copy or save. Fetched when it is opened;
// tests/web/page/about-sources.test.ts holds it.
import { download, fileName } from '../files/index.ts';
import { boxStyle, loadPublishWords } from '../publish/index.ts';
import { makeDialog } from '../widget/dialog.ts';
import { h, sheetOf } from '../widget/dom.ts';
import { offerText } from '../widget/offer-text.ts';
import type { SourceLight } from '../widget/source-light.ts';
import { languageFor, languages, type Language, type Words } from '../words/index.ts';

/** Opens it for the article of `light`, whose file is named by `title`. */
export async function openAboutSources(light: SourceLight, words: Words, title: string): Promise<void> {
  const { box, dialog: said } = await loadPublishWords(languageFor(words.language));
  const preview = h('div', { class: 'box-preview', role: 'group', 'aria-label': said.preview, tabindex: '0' });
  const shadow = preview.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheetOf(boxStyle)];
  const options = Object.entries(languages).map(([name, label]) => h('option', { value: name, lang: name }, label));
  const language = h('select', {}, ...options);
  const style = h('input', { type: 'checkbox', checked: true });
  let html = '';
  const show = async (): Promise<void> => {
    const chosen = languageFor(language.value);
    const made = await light.sourcesBox({ language: chosen });
    // Of two choices in a row the later one counts.
    if (made === null || chosen !== languageFor(language.value)) return;
    html = made;
    // It holds no script, and of the article only its words: tests/web/publish/box.test.ts.
    shadow.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  };
  // The articles that Sourcelight reads are English, and so is what stands beside them.
  language.value = 'en' satisfies Language;
  language.addEventListener('change', () => void show());
  const { buttons, state } = offerText(
    said,
    () => (style.checked ? `<style>${boxStyle}</style>\n${html}` : html),
    (text) => {
      const name = fileName(title, 'sources.html');
      download(name, 'text/html', text);
      return name;
    },
  );
  const dialog = makeDialog(
    box.title,
    said.close,
    h('p', {}, said.meaning),
    h('p', {}, h('label', {}, `${said.language} `, language)),
    h('p', {}, h('label', {}, style, ` ${said.style}`)),
    preview,
    state,
  );
  dialog.querySelector('.actions')?.prepend(...buttons);
  dialog.addEventListener('close', () => dialog.remove());
  await show();
  document.body.append(dialog);
  dialog.showModal();
}
