// What a shared file is made of. The one-file page puts web/one-file/viewer-text.ts in place of this
// file.

/** The viewer as tools/build/viewer.ts makes it of viewer.ts. */
export interface ViewerText {
  script: string;
  css: string;
  /** The icon, as a data: address. */
  icon: string;
  /** What a policy must name to allow `script`, and `css`. */
  scriptHash: string;
  cssHash: string;
}

export const viewerText = (): Promise<ViewerText> => import('virtual:viewer').then((module) => module.default);
