import type * as R from 'ckeditor5';
import type * as M from '../../../web/embed/ckeditor/types.ts';
export const a: (x: R.ModelWriter) => M.ModelWriter = (x) => x;
export const b: (x: R.ModelRange) => M.ModelRange = (x) => x;
export const c: (x: R.ModelPosition) => M.ModelPosition = (x) => x;
export const d: (x: R.ModelRootElement) => M.ModelElement = (x) => x;
export const e: (x: R.ClassicEditor['model']) => M.CKEditor['model'] = (x) => x;
export const f: (x: R.ClassicEditor['editing']) => M.CKEditor['editing'] = (x) => x;
