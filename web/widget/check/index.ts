// The parts of the tab "Check", one below the other; each is fetched when the tab is first opened.
import { makeFactChecks } from './fact-checks.ts';
import { makeNotesPart } from './notes.ts';
import type { MakePart } from './part.ts';
import { makeQuotations } from './quotations.ts';

export const makers: readonly MakePart[] = [makeQuotations, makeFactChecks, makeNotesPart];
