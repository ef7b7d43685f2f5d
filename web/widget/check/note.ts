// One note from elsewhere as it is shown: what it says, of which words, who wrote it and when, and the
// link to it. HTML of the note is shown as its text only. tests/web/check/notes.test.ts holds it.
import type { PlacedNote } from '../../check/note-places.ts';
import { readHtml } from '../../engine/html.ts';
import { parseHtml } from '../../files/parse.ts';
import type { NotesWords } from '../../words/en/check-notes.ts';
import { h } from '../dom.ts';

/** `isApart`: it stands at no claim, so it says which words it is about. */
export function makeNote({ note, places }: PlacedNote, words: NotesWords, isApart = false): HTMLElement {
  const body = note.isHtml ? readHtml(parseHtml(note.body)).text : note.body;
  const isChanged = places.some((place) => place.isChanged);
  const quoted = note.quotes.map(({ exact }) => exact).join(' … ');
  const date = dateOf(note.date, document.documentElement.lang);
  const facts = [note.author || words.unknownAuthor, date, ...note.tags].filter((fact) => fact);
  const about = isApart || isChanged ? (quoted ? `${words.about}: “${quoted}”` : words.wholePage) : '';
  return h(
    'div',
    { class: 'cited from-elsewhere' },
    h('p', {}, body || words.marked),
    ...(about ? [h('p', { class: 'meta' }, about, ...(isChanged ? [` ${words.changed}`] : []))] : []),
    h(
      'p',
      { class: 'meta' },
      facts.join(' · '),
      ...(note.link ? [' · ', h('a', { href: note.link, target: '_blank', rel: 'noopener noreferrer' }, words.link)] : []),
    ),
  );
}

/** The day of a time as files have it; what is no time as it stands there. */
function dateOf(given: string, language: string): string {
  const time = Date.parse(given);
  if (Number.isNaN(time)) return given.slice(0, 40);
  return new Intl.DateTimeFormat(language || 'en', { dateStyle: 'medium' }).format(time);
}
