// The journeys that every editor must pass, in CKEditor 5.
import { editorSuite } from '../support/suite.ts';
import { driver } from './driver.ts';

editorSuite('CKEditor 5', driver);
