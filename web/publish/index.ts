// What a newsroom publishes with an article, of its Report: "About the sources" for its readers, JSON-LD
// for machines, and the draft of a ClaimReview. No DOM, no engine. docs/publish.md tells of it;
// tests/web/publish hold it.
import type { Report } from '../engine/report.ts';
import type { Language } from '../words/index.ts';
import { loadLate } from '../words/late.ts';
import type { PublishWords } from '../words/en/publish.ts';
import { makeBox, type BoxOptions } from './box.ts';

export { boxStyle, type BoxOptions } from './box.ts';
export {
  claimReviewDraft, jsonLd, jsonLdScript, safeJson,
  type ArticleFacts, type JsonObject, type JsonValue, type Party,
} from './json-ld.ts';

/** The words of what is published, and of the dialogs that make it. */
export const loadPublishWords = (language: Language): Promise<PublishWords> =>
  loadLate<PublishWords>(
    {
      en: async () => (await import('../words/en/publish.ts')).publish,
      es: async () => (await import('../words/es/publish.ts')).publish,
    },
    language,
  );

export type SourcesBoxOptions = BoxOptions & { readonly language?: Language };

/**
 * "About the sources": one <section> of HTML without script, of a Report of `text` (offsets in UTF-16
 * units), in `language` ("en" if left out, the one that Sourcelight reads).
 */
export async function sourcesBox(
  text: string,
  report: Report,
  options: SourcesBoxOptions = {},
): Promise<string> {
  return makeBox(text, report, await loadPublishWords(options.language ?? 'en'), options);
}
