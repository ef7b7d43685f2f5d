// The extension in real Chromium on pages built as news sites build theirs.
import { describe } from 'vitest';
import { chromiumDesk } from './support/desk.ts';
import { pagesSuite } from './support/pages-suite.ts';

const desk = chromiumDesk();

describe('In Chromium', () => pagesSuite(() => desk.visitor));
