// All that corrects by hand, fetched when it is first used. ../correcting.ts joins it to the desk;
// tests/web/page/correct.test.ts holds it.
import { download, fileName } from '../../files/save.ts';
import { annotationRecord } from '../../review/records.ts';
import { loadLate } from '../../words/late.ts';
import { languageFor, type Words } from '../../words/index.ts';
import { adoptLate } from '../styles.ts';
import type { Reading } from '../reading.ts';
import type { Spoken } from './fields.ts';
import correctCss from './correct.css?inline';

export { ClaimForm } from './claim-form.ts';
export { makeList, makeRivals } from './list.ts';
export { makeSourceForm } from './source-form.ts';
export type { Spoken } from './fields.ts';

/** The words of the forms in the language of `words`. */
export async function speak(words: Words): Promise<Spoken> {
  const correct = await loadLate(
    {
      en: async () => (await import('../../words/en/correct.ts')).correct,
      es: async () => (await import('../../words/es/correct.ts')).correct,
    },
    languageFor(words.language),
  );
  return { correct, all: words };
}

/** The forms look as they should in `root`. */
export function dress(root: ShadowRoot): void {
  adoptLate(root, correctCss);
}

/** Saves the corrected article as a record of an annotated one; gives the file's name. */
export function saveRecord({ report, text }: Reading): string {
  const title = (text.trim().split('\n')[0] ?? '').slice(0, 100);
  const name = fileName(title, 'annotated.jsonl');
  download(name, 'application/jsonl', `${JSON.stringify(annotationRecord(title, text, report))}\n`);
  return name;
}
