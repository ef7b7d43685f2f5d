// From click to marks in real Chromium; firefox.test.ts has the same for Firefox.
import { describe } from 'vitest';
import { chromiumDesk } from './support/desk.ts';
import { speedSuite } from './support/speed-suite.ts';

const desk = chromiumDesk();

describe('In Chromium', () => speedSuite(() => desk.visitor));
