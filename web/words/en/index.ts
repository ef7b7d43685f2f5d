// The catalogue in English; its shape is that of every language.
import { charts } from './charts.ts';
import { compare } from './compare.ts';
import { files } from './files.ts';
import { frame } from './frame.ts';
import { offline } from './offline.ts';
import { page } from './page.ts';
import { reason } from './reason.ts';
import { review } from './review.ts';
import { terms } from './terms.ts';
import { viewer } from './viewer.ts';
import { widget } from './widget.ts';

export const en = { language: 'en', terms, widget, page, files, reason, review, compare, charts, frame, offline, viewer };
