// The paste page: joins the widget to the engine and the buttons to both.
import type { Report } from '../engine/index.ts';
import { setText } from '../widget/dom.ts';
import '../widget/source-light.ts';
import { loadDraft, saveDraft } from './draft.ts';
import { Reader } from './reader.ts';
import { sample } from './sample.ts';
import { startTheme } from './theme.ts';
import { problem, size, withoutModel, words } from './words.ts';

function find<T extends HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`index.html has no ${selector}`);
  return element;
}

const light = find<HTMLElementTagNameMap['source-light']>('source-light');
const clear = find<HTMLButtonElement>('#clear');
const copy = find<HTMLButtonElement>('#copy');
const save = find<HTMLButtonElement>('#save');
const edit = find<HTMLButtonElement>('#edit');
const status = find('#status');
const spoken = find('#spoken');
const alert = find('#problem');
const touch = matchMedia('(pointer: coarse)');

let speech: ReturnType<typeof setTimeout> | undefined;
let slow: ReturnType<typeof setTimeout> | undefined;

const reader = new Reader({
  // Most texts are read before a person could notice; the rest are told that it goes on.
  onBusy() {
    clearTimeout(slow);
    slow = setTimeout(() => say(words.reading), 300);
  },
  onEngine({ modelProblem }) {
    setText(find('#notice'), modelProblem ? withoutModel(modelProblem) : '');
  },
  onReport(report) {
    clearTimeout(slow);
    alert.hidden = true;
    light.report = report;
    showReport();
    speakLater(report);
  },
  onFailure(reason) {
    clearTimeout(slow);
    showReport();
    setText(find('#problem p'), problem(reason));
    alert.hidden = false;
  },
});

function say(text: string): void {
  setText(status, text);
  setText(spoken, text);
}

/** The result is spoken once, when the typing has rested. */
function speakLater(report: Report): void {
  clearTimeout(speech);
  speech = setTimeout(() => {
    setText(spoken, size(light.text, report.claims.length));
  }, 1500);
}

function showReport(): void {
  const { text, report, current } = light;
  setText(status, report && current ? size(text, report.claims.length) : '');
  for (const button of [copy, save]) button.disabled = !current;
}

function textChanged(): void {
  clearTimeout(speech);
  saveDraft(light.text);
  if (light.text.trim()) {
    reader.read(light.text);
  } else {
    reader.forget();
    clearTimeout(slow);
    light.report = null;
    alert.hidden = true;
    showReport();
  }
  clear.disabled = !light.text;
  edit.hidden = !light.text;
}

/** On a touch screen a tap should open a card, not the keyboard: writing is switched on. */
function setEditable(editable: boolean): void {
  light.editable = editable;
  edit.textContent = editable ? words.done : words.edit;
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

async function copyReport(): Promise<void> {
  try {
    await navigator.clipboard.writeText(JSON.stringify(light.report, null, 2));
    say(words.copied);
  } catch {
    say(words.notCopied);
  }
}

/** A file dropped beside the field would make the browser leave the page, and the text with it. */
async function dropFile(event: DragEvent): Promise<void> {
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  event.preventDefault();
  if (file.type !== 'text/plain') return say(words.plainTextOnly);
  setEditable(true);
  light.replaceText(await file.text());
}

light.addEventListener('text-change', textChanged);
find('#sample').addEventListener('click', () => {
  setEditable(true);
  light.replaceText(sample);
  if (touch.matches) setEditable(false);
  scrollTo({ top: 0 });
});
clear.addEventListener('click', () => {
  setEditable(true);
  light.replaceText('');
  say(words.cleared);
});
edit.addEventListener('click', () => setEditable(!light.editable));
copy.addEventListener('click', () => void copyReport());
save.addEventListener('click', () => {
  download('sourcelight-report.json', JSON.stringify(light.report, null, 2));
});
alert.querySelector('button')?.addEventListener('click', () => {
  alert.hidden = true;
  textChanged();
});
addEventListener('dragover', (event) => {
  if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
});
addEventListener('drop', (event) => void dropFile(event));

startTheme(find<HTMLButtonElement>('#theme'));
reader.prepare();
light.text = loadDraft();
setEditable(!light.text || !touch.matches);
if (light.text) textChanged();
