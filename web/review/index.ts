// What the widget and the page use of reviews.
export { ReviewBook, type ListedCorrection, type LostReview, type ReviewCounts } from './book.ts';
export { givenKinds, isNamed, type Correction, type GivenKind, type GivenSource, type SourceCorrection } from './correction.ts';
export {
  makeRecord, newId, ReviewFileError, reviewMarks,
  type FileProblem, type Opinion, type Review, type ReviewMark, type ReviewRecord,
} from './format.ts';
export { ReviewStore, type ArticleEntry, type Imported, type StoreProblem } from './store.ts';
