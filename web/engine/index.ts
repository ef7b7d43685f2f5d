// The engine's public face: createEngine(), the typed Report, and the errors.
export { createEngine, warmUp, type AnalyzeOptions, type Engine, type EngineOptions, type TextLanguage } from './engine.ts';
export type { AssetAddresses, Assets } from './assets.ts';
export { SourcelightError, isAbort, type ErrorCode } from './error.ts';
export type { DefaultWeights } from './link.ts';
export { readHtml, type HtmlText } from './html.ts';
export type { HouseStyle, HouseStyleProblem } from './house-style.ts';
export type { ModelSource } from './model.ts';
export { formats, type Format, type RenderOptions } from './render.ts';
export * from './report.ts';
export type { ReadOptions, Session, SessionOptions, TextChange } from './session.ts';
