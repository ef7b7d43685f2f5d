// What tools/build/pwa.ts found in the built page.
declare module 'virtual:precache' {
  export const files: readonly {
    readonly url: string;
    /** Changes with the file; null where its name does. */
    readonly revision: string | null;
    /** Which browsers need it, of the two builds of the engine; absent: all. */
    readonly engine?: 'simd' | 'scalar';
  }[];
}
