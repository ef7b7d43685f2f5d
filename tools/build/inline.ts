// Lays scripts and styles into HTML, and says what a page's policy must name to allow just these.
import { createHash } from 'node:crypto';

// What would end the script element, or hide its end, stands in strings only, where the escape
// changes nothing.
export const quietScript = (code: string): string => code.replace(/<(?=\/script|!--)/gi, '\\x3C');

/** The source expression of a Content-Security-Policy that allows an element with this content. */
export const hashSource = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
