// The module that Emscripten makes of wasm/bindings.cpp (package.json says where "#wasm" is).
declare module '#wasm' {
  export interface Answer {
    /** The Report as JSON; "" if there is none. */
    readonly report: string;
    /** Why there is none: an ErrorCode of the C++ core; "" if there is a Report. */
    readonly code: string;
    readonly message: string;
  }

  export interface SourcelightModule {
    analyze(text: string): Answer;
  }

  export interface ModuleOptions {
    /** The .wasm file's bytes, where the module cannot fetch them itself (node). */
    wasmBinary?: ArrayBuffer | Uint8Array;
    print?: (line: string) => void;
    printErr?: (line: string) => void;
    onAbort?: (what: unknown) => void;
  }

  export default function createSourcelight(options?: ModuleOptions): Promise<SourcelightModule>;
}
