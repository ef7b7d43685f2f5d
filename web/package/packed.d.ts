// What tools/build/package-files.ts lays into `sourcelight/inlined`.
declare module 'virtual:packed' {
  /** sourcelight.wasm and en.slm, as gzip in base64. */
  export const wasm: string;
  export const model: string;
  /** The worker's script. */
  export const worker: string;
}
