// A shared file: an article with its marks, to be read only.

export const viewer = {
  made: 'The claims of this article, marked by Sourcelight: who says so? This file is complete in itself and fetches nothing.',
  needsScript: 'This file shows the marked article where JavaScript is allowed.',
};
