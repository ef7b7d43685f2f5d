// The options of the extension, one section each; drawn anew in another language. tests/extension
// hold them.
import { h, sheetOf } from '../../widget/dom.ts';
import { lineCss } from '../../widget/mark-looks.ts';
import { english, loadWords } from '../../words/index.ts';
import { onSettings, readSettings } from '../kept/settings.ts';
import { language, words } from '../words.ts';
import { languageSection, shortcutSection } from './browser.ts';
import { keptSection } from './kept.ts';
import { colourSection, statusSection } from './marks.ts';
import { readingSection } from './reading.ts';
import { Desk } from './section.ts';
import { siteSection } from './sites.ts';
import { styleSection } from './style.ts';
import './options.css';

const said = h('p', { class: 'said', role: 'status' });
const main = h('main');
const heading = h('h1');
const privacy = h('p', { class: 'privacy' });
let drawn = '';

async function draw(): Promise<void> {
  const spoken = await language();
  if (spoken === drawn) return;
  drawn = spoken;
  const [catalogue, all, settings] = await Promise.all([words(), loadWords(spoken).catch(() => english), readSettings()]);
  const { options } = catalogue;
  document.documentElement.lang = spoken;
  document.title = options.title;
  heading.textContent = options.heading;
  privacy.textContent = options.privacy;
  const desk = new Desk(catalogue, all, spoken, settings, said);
  const sections = [statusSection, colourSection, readingSection, languageSection, shortcutSection, styleSection, siteSection, keptSection];
  main.replaceChildren(...sections.map((make) => make(desk)));
}

document.adoptedStyleSheets = [sheetOf(lineCss)];
document.body.append(h('header', {}, heading, privacy), main, said);
onSettings(() => void draw());
void draw();
