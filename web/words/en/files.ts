// Opening, saving and sharing.
import type { Format } from '../../engine/render.ts';

const formats: Record<Format, { label: string; meaning: string }> = {
  markdown: {
    label: 'Checklist',
    meaning: 'The claims to check, with a box each, most pressing first: for notes and task lists (Markdown).',
  },
  html: {
    label: 'Marked article',
    meaning: 'A page with the article, its claims marked, and its sources: opens in any browser (HTML).',
  },
  'claims-csv': {
    label: 'Table of claims',
    meaning: 'A row for each claim: opens in Excel and other spreadsheets (CSV).',
  },
  'sources-csv': {
    label: 'Table of sources',
    meaning: 'A row for each source: opens in Excel and other spreadsheets (CSV).',
  },
  json: {
    label: 'Full report',
    meaning: 'Everything that was found, for other programs (JSON).',
  },
  annotation: {
    label: 'Annotations',
    meaning: 'Every claim as a note on the article, for annotation tools (W3C Web Annotation, JSON-LD).',
  },
};

/** Why a file was not opened, by the code of its OpenError. */
const problems = {
  pdf: 'Sourcelight cannot open PDF files. Copy the article’s text and paste it here.',
  doc: 'This is an old Word document (.doc). Save it in Word as .docx and open that, or paste its text here.',
  odt: 'Sourcelight cannot open OpenDocument files. Save it as .docx and open that, or paste its text here.',
  rtf: 'Sourcelight cannot open RTF files. Save it as .docx and open that, or paste its text here.',
  picture: 'This is a picture. Sourcelight reads text only: paste or type the article’s words here.',
  unknown:
    'Sourcelight cannot open this kind of file. It opens .txt, .md, .html and .docx; text from anything else can be pasted here.',
  binary: 'This file is named as text, but holds none. Open it in the program it comes from, copy its text and paste it here.',
  empty: 'This file is empty. Check that it is the right one.',
  no_words: 'There are no words in this file, perhaps only pictures. Check that it is the right one, or paste the article’s text here.',
  too_large: 'This file is too large: Sourcelight opens files of up to 20 MB. Copy the article’s text and paste it here.',
  damaged: 'This Word document is damaged, or not a Word document. Open it in Word and save it again as .docx, or paste its text here.',
  password: 'This document is protected with a password. Save a copy without one and open that, or paste its text here.',
  folder: 'This is a folder. Open one file at a time.',
  address: 'This is the address of a page, and Sourcelight fetches nothing from the web. Open the page, copy the article and paste it here.',
  unreadable: 'The file could not be read: it may have been moved, or is open in another program. Choose it again.',
  not_loaded: 'What opens this kind of file could not be loaded. Check the connection and try again, or paste the article’s text here.',
};

export const files = { formats, problems };
