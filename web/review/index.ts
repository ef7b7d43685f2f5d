// What the widget and the page use of reviews.
export { ReviewBook, type LostReview, type ReviewCounts } from './book.ts';
export {
  makeRecord, newId, ReviewFileError, reviewMarks,
  type FileProblem, type Review, type ReviewMark, type ReviewRecord,
} from './format.ts';
export { ReviewStore, type ArticleEntry, type Imported, type StoreProblem } from './store.ts';
