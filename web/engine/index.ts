// The engine's public face: createEngine(), the typed Report, and the errors.
export { createEngine, type AnalyzeOptions, type Engine, type EngineOptions } from './engine.ts';
export { SourcelightError, isAbort, type ErrorCode } from './error.ts';
export type { ModelSource } from './model.ts';
export * from './report.ts';
