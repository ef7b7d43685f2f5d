// Checking claims off: marks, notes, and where they are kept.
import { count, number } from './number.ts';

export const review = {
  group: 'Your review of this claim',
  marks: {
    checked: 'Checked',
    needs_source: 'Needs a source',
    ignored: 'Ignored',
  },
  /** What a mark means. */
  hints: {
    checked: 'You have checked this claim',
    needs_source: 'Someone has to be found who says so',
    ignored: 'This claim need not be checked; a note says why',
  },
  note: 'Note',
  addNote: 'Add a note',
  whyIgnored: 'Why need it not be checked?',
  noteKeys: 'Ctrl+Enter saves, Esc discards',
  noteSaved: 'Note saved',
  changed: {
    checked: 'The words have changed since you checked it.',
    needs_source: 'The words have changed since you asked for a source.',
    ignored: 'The words have changed since you chose to ignore it.',
    note: 'The words have changed since you wrote the note.',
  },
  again: {
    checked: 'Checked again',
    needs_source: 'Still needs a source',
    ignored: 'Still ignored',
    note: 'The note still fits',
  },
  progress: (done: number, total: number) =>
    `${number(done)} of ${count(total, 'claim', 'claims')} dealt with`,
  lost: {
    title: 'No longer in the text',
    explain: 'Your reviews of these claims are kept. They come back when the words do.',
    forget: 'Forget this review',
  },
  files: {
    imported: (reviews: number, articles: number) =>
      `${count(reviews, 'review', 'reviews')} of ${count(articles, 'article', 'articles')} imported`,
    refused: {
      not_json: 'This is not a file of reviews: it cannot be read as JSON. Nothing was imported.',
      other_file: 'This is not a file of reviews from Sourcelight. Nothing was imported.',
      later_file: 'This file comes from a later Sourcelight. Reload the page and try again. Nothing was imported.',
      bad_field: (where: string) => `This file is damaged at “${where}”. Nothing was imported.`,
    },
  },
  problems: {
    blocked:
      'Reviews cannot be kept in this browser: they last until you close this page. Use “Save my checks” to keep them.',
    full:
      'There is no room left to keep reviews: the newest last until you close this page. Use “Save my checks” to keep them, or forget those of old articles.',
    newer:
      'Another tab has a newer Sourcelight, so reviews cannot be kept in this one. Use “Save my checks” to keep them, then reload the page.',
  },
};
