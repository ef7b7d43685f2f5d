// What every embed stands on: reading a host's text as it changes, and what to paint in it.
export { DomHost, type DomHostOptions } from './dom-host.ts';
export { DomMarks, canHighlight } from './dom-marks.ts';
export { DomText } from './dom-text.ts';
export { FlatText, type Block, type Piece } from './flat-text.ts';
export { placeHere, revealRange, windowOf } from './frames.ts';
export { HostReader, type Host } from './host-reader.ts';
export { markAt, moveMarks, type Mark, type MarkName } from './marks.ts';
export { adoptMarkStyles, markCss, styleRootOf } from './mark-styles.ts';
export type { Attached, HostOptions } from './options.ts';
