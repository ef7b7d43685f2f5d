// The embed in TinyMCE's frame: what every editor must do.
import { editorSuite } from '../support/suite.ts';
import { driver } from './editor.ts';

editorSuite('TinyMCE', driver);
