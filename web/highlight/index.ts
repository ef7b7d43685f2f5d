// Offsets <-> DOM, and painting spans of text without touching its DOM.
export { findEdit, moveSpans, type Edit, type Span } from './edit.ts';
export { createPainter, type Layers, type Painter } from './painter.ts';
export { TextIndex } from './text-index.ts';
