// The paste page: a frame around <source-light> with what opens and saves articles.
import type { Report } from '../engine/index.ts';
import { accept, openDrop, openFile, openProblemText, type Opened } from '../files/index.ts';
import { download, fileName, saveRendered, type SaveFormat } from '../files/index.ts';
import { startOffline } from '../pwa/register.ts';
import { setText, sheetOf } from '../widget/dom.ts';
import '../widget/index.ts';
import { lineCss } from '../widget/mark-looks.ts';
import { english, languageFor, type Words } from '../words/index.ts';
import { loadDraft, saveDraft, type Draft } from './draft.ts';
import { find, speak } from './frame.ts';
import type { HouseStyleDialog } from './house-style.ts';
import { startLanguage } from './language.ts';
import { holdsChecks, keptStyle } from './kept-style.ts';
import { fillMenu } from './menu.ts';
import { sample } from './sample.ts';
import { Theme } from './theme.ts';

const light = find<HTMLElementTagNameMap['source-light']>('source-light');
const clear = find<HTMLButtonElement>('#clear');
const save = find<HTMLButtonElement>('#save');
const edit = find<HTMLButtonElement>('#edit');
const picker = find<HTMLInputElement>('#file');
const menu = find('#menu');
const size = find('#status');
const spoken = find('#spoken');
const notice = find('#notice');
const dropPlace = find('#drop');
const touch = matchMedia('(pointer: coarse)');
const theme = new Theme(find<HTMLButtonElement>('#theme'), english);

let words: Words = english;
let title = '';
/** The first line of the article that has the title. */
let titled = '';
let speech: ReturnType<typeof setTimeout> | undefined;
let keeping: ReturnType<typeof setTimeout> | undefined;
/** What is done with the file that is chosen next. */
let useChosen: (file: File) => Promise<void> = openChosen;
let style: Promise<HouseStyleDialog> | null = null;

/** Tells something that a person did and cannot see. */
function say(text: string): void {
  setText(notice, text);
}

/** The result is spoken once, when the typing has rested. */
function speakLater(text: string): void {
  clearTimeout(speech);
  speech = setTimeout(() => setText(spoken, text), 1500);
}

function sizeOf(text: string, report: Report): string {
  return words.page.size(text.match(/\S+/g)?.length ?? 0, report.claims.length);
}

function showState(): void {
  const { current, report, text } = light;
  clear.disabled = !text;
  edit.hidden = !text;
  save.disabled = !current;
  setText(size, report && current ? sizeOf(text, report) : '');
}

function keep(): void {
  clearTimeout(keeping);
  saveDraft({ text: light.text, links: light.links, parts: light.parts, date: light.date });
}

/** On a touch screen a tap should open a card, not the keyboard: writing is switched on. */
function setEditable(editable: boolean): void {
  light.editable = editable;
  edit.textContent = editable ? words.page.done : words.page.edit;
}

/** Puts an article in place of the one that is there, which undo brings back. */
function put({ text, links, parts, title: name, date = '' }: Opened & Partial<Draft>): void {
  setEditable(true);
  light.date = date;
  light.replaceText(text, links, parts);
  title = name;
  titled = firstLine();
  if (touch.matches) setEditable(false);
  scrollTo({ top: 0 });
}

async function open(opening: Promise<Opened>, name = ''): Promise<void> {
  const slow = setTimeout(() => say(words.page.opening(name)), 300);
  try {
    put(await opening);
    say('');
  } catch (reason) {
    say(openProblemText(reason, words.files));
  } finally {
    clearTimeout(slow);
  }
}

/** A file that is no article: checks, a house style, or what the article is held against. */
const isData = (file: File): boolean => /\.(json|jsonld|csv)$/i.test(file.name);

async function openChosen(file: File): Promise<void> {
  if (isData(file)) await takeData(file);
  else await open(openFile(file), file.name);
}

function firstLine(): string {
  return (light.text.trim().split('\n')[0] ?? '').slice(0, 100);
}

/** What the article is called: as its file was while it begins as that did, else its first line. */
function titleOf(): string {
  return (titled === firstLine() && title) || firstLine();
}

async function saveAs(format: SaveFormat): Promise<void> {
  await saving(format.extension, async () => {
    saveRendered(format, titleOf(), await light.render(format.format, { title: titleOf() }));
  });
}

async function saving(extension: string, save: () => Promise<void>): Promise<void> {
  try {
    await save();
    say(words.page.saved(fileName(titleOf(), extension)));
  } catch (reason) {
    say(words.page.notSaved(reason instanceof Error ? reason.message : ''));
  }
}

async function share(): Promise<void> {
  const { links, reportAsRead: report, text } = light;
  if (!report) return;
  await saving('sourcelight.html', async () => {
    const { makeSharedFile } = await import('../viewer/share.ts');
    const language = languageFor(words.language);
    const reviews = light.reviews.toJSON();
    const file = await makeSharedFile({ text, report, links, reviews, title: titleOf(), language });
    download(fileName(titleOf(), 'sourcelight.html'), 'text/html', file);
  });
}

async function aboutSources(): Promise<void> {
  const { openAboutSources } = await import('./about-sources.ts');
  await openAboutSources(light, words, titleOf());
}

async function saveJsonLd(): Promise<void> {
  await saving('jsonld.html', async () => {
    const [{ jsonLdScript }, data] = await Promise.all([import('../publish/index.ts'), light.jsonLd()]);
    if (data) download(fileName(titleOf(), 'jsonld.html'), 'text/html', jsonLdScript(data));
  });
}

async function copyReport(): Promise<void> {
  try {
    await navigator.clipboard.writeText(JSON.stringify(light.report, null, 2));
    say(words.page.copied);
  } catch {
    say(words.page.notCopied);
  }
}

async function exportChecks(): Promise<void> {
  download('sourcelight-checks.json', 'application/json', await light.reviews.export());
  say(words.page.saved('sourcelight-checks.json'));
}

/** The dialog of the house style, in the page's language. */
function styleDialog(): Promise<HouseStyleDialog> {
  return (style ??= import('./house-style.ts').then(({ HouseStyleDialog }) => {
    const dialog = new HouseStyleDialog(light, words);
    dialog.onChoose = () => choose('.json', loadStyle);
    return dialog;
  }));
}

async function loadStyle(file: File): Promise<void> {
  await (await styleDialog()).load(file);
}

/** Checks that were saved, notes and the like, or a house style. */
async function takeData(file: File): Promise<void> {
  const start = await file.slice(0, 20_000).text().catch(() => '');
  if (holdsChecks(start)) return importChecks(file);
  const told = await light.openMaterial(file);
  if (told !== null) return say(told);
  if (!/\.json$/i.test(file.name)) return say(words.files.problems.unknown);
  await (holdsChecks(await file.text().catch(() => '')) ? importChecks(file) : loadStyle(file));
}

async function importChecks(file: File): Promise<void> {
  say(await light.reviews.import(await file.text()));
}

async function forgetChecks(): Promise<void> {
  if (!confirm(words.page.forgetSure)) return;
  await light.reviews.forgetAll();
  say(words.page.forgotten);
}

function choose(types: string, use: (file: File) => Promise<void>): void {
  useChosen = use;
  picker.accept = types;
  picker.value = '';
  picker.click();
}

function speakPage(spokenWords: Words): void {
  words = spokenWords;
  // What was told stands in the old one.
  clearTimeout(speech);
  setText(spoken, '');
  say('');
  speak(words);
  theme.words = words;
  void style?.then((dialog) => (dialog.words = words));
  light.lang = words.language;
  setEditable(light.editable);
  fillMenu(menu, words, {
    save: (format) => void saveAs(format),
    share: () => void share(),
    print: () => print(),
    copy: () => void copyReport(),
    aboutSources: () => void aboutSources(),
    jsonLd: () => void saveJsonLd(),
    exportChecks: () => void exportChecks(),
    importChecks: () => choose('.json', importChecks),
    forgetChecks: () => void forgetChecks(),
  });
  showState();
}

light.addEventListener('text-change', () => {
  clearTimeout(speech);
  say('');
  showState();
  clearTimeout(keeping);
  keeping = setTimeout(keep, 300);
});
light.addEventListener('report', () => {
  showState();
  if (light.report) speakLater(sizeOf(light.text, light.report));
});
addEventListener('pagehide', keep);

find('#open').addEventListener('click', () => choose(`${accept},.json,.jsonld,.csv`, openChosen));
picker.addEventListener('change', () => {
  const [file] = picker.files ?? [];
  if (file) void useChosen(file);
});
find('#sample').addEventListener('click', () => put({ text: sample, links: [], title: '' }));
clear.addEventListener('click', () => {
  put({ text: '', links: [], title: '' });
  setEditable(true);
  say(words.page.cleared);
});
edit.addEventListener('click', () => setEditable(!light.editable));
find('#style').addEventListener('click', () => void styleDialog().then((dialog) => dialog.open()));
find('#keys').addEventListener('click', () => light.showKeys());
document.addEventListener('keydown', (event) => light.handleKey(event));

addEventListener('dragover', (event) => {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  dropPlace.hidden = false;
});
addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) dropPlace.hidden = true;
});
addEventListener('drop', (event) => {
  dropPlace.hidden = true;
  const data = event.dataTransfer;
  // A file dropped beside the field would make the browser leave the page, and the text with it.
  if (event.defaultPrevented || !data?.types.includes('Files')) return;
  event.preventDefault();
  const [file] = data.files;
  if (file && isData(file)) void takeData(file);
  else void open(openDrop(data) ?? Promise.reject(new Error('nothing')), file?.name);
});

/** Says that a newer page waits; it comes only when the person says so, and the text stays. */
function tellVersion(apply: () => void): void {
  const button = find<HTMLButtonElement>('#update button');
  setText(find('#update p'), words.offline.newVersion);
  setText(button, words.offline.apply);
  button.onclick = () => {
    keep();
    apply();
  };
  find('#update').hidden = false;
}

document.adoptedStyleSheets = [sheetOf(lineCss)];
speakPage(english);
startLanguage(find<HTMLSelectElement>('#language'), speakPage);
const kept = keptStyle();
if (kept) light.houseStyle = kept.text;
const draft = loadDraft();
light.date = draft.date ?? '';
light.text = draft.text;
light.links = draft.links;
light.parts = draft.parts;
setEditable(!draft.text || !touch.matches);
// What is kept for offline use is fetched when nobody waits for the engine any more.
void light.whenReady().then(() => startOffline({ onReady() {}, onNewVersion: tellVersion }));
