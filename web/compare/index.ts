// What differs between two versions of an article, claim by claim. Loaded by import() when used.
export { claimWords, compareVersions, prepareVersion } from './compare.ts';
export type { Change, ChangeKind, Comparison, Version } from './compare.ts';
export { diffWords } from './words.ts';
export type { WordPart } from './words.ts';
