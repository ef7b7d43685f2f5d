// The viewer as tools/build/viewer.ts makes it of viewer.ts.
declare module 'virtual:viewer' {
  export const script: string;
  export const css: string;
  /** The icon, as a data: address. */
  export const icon: string;
  /** What a policy must name to allow `script`, and `css`. */
  export const scriptHash: string;
  export const cssHash: string;
}
