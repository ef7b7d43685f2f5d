// The module that Emscripten makes of wasm/bindings.cpp (package.json says where "#wasm" is).
declare module '#wasm' {
  export interface Answer {
    /** The Report as JSON or in another format; "" if there is none. */
    readonly report: string;
    /** What went wrong: an ErrorCode of the C++ core; "" if nothing did. */
    readonly code: string;
    readonly message: string;
  }

  export interface Link {
    readonly span: readonly [begin: number, end: number];
    readonly target: string;
    readonly within: boolean;
  }

  export interface Part {
    readonly span: readonly [begin: number, end: number];
    /** One that is not known says nothing. */
    readonly kind: string;
  }

  export interface Weight {
    readonly name: string;
    readonly weight: number;
  }

  export interface StyleAnswer {
    /** What went wrong: "bad_house_style"; "" if nothing did. */
    readonly code: string;
    readonly message: string;
    /** What in a house style that is in use makes no sense. */
    readonly problems: readonly { field: string; line: number; message: string }[];
    /** Which claims it wants shown; empty: it does not say. */
    readonly statuses: readonly string[];
  }

  export interface Reader {
    /** Reads with the model and house style this one has now, and remembers texts of its own. */
    another(): Reader;
    /** Takes the bytes of a weight file. An empty code says that it is in use from now on. */
    loadModel(bytes: Uint8Array): Answer;
    /** Takes a house style (JSON). An empty code says that it is in use from now on. */
    setHouseStyle(json: string): StyleAnswer;
    analyze(text: string): Answer;
    /** Links count UTF-16 units; weights stand in the place of the default ones. */
    analyze(
      text: string,
      links: readonly Link[],
      weights: readonly Weight[],
      /** "auto": what is surely not English is refused; "en": all is read as English. */
      language: string,
      /** Count UTF-16 units. */
      parts: readonly Part[],
      /** Is told the share that has been read, 0 to 1; must not throw. */
      onProgress: ((share: number) => void) | null,
      /** ISO 8601: when the article was published; "" if that is not known. */
      date: string,
    ): Answer;
    /** The default weights of priority. */
    weights(): readonly Weight[];
    /** The text that was analysed last, in the format of that name. */
    render(format: string, names: { readonly title: string; readonly url: string }): Answer;
    /** That Report (JSON, offsets in UTF-16 units) of that text, in the format of that name. */
    renderReport(
      report: string,
      text: string,
      format: string,
      names: { readonly title: string; readonly url: string },
    ): Answer;
    /** Frees its memory in the module. */
    delete(): void;
  }

  export interface SourcelightModule {
    readonly Reader: new () => Reader;
  }

  export interface ModuleOptions {
    /** The .wasm file's bytes, where the module cannot fetch them itself (node). */
    wasmBinary?: ArrayBuffer | Uint8Array;
    /** Instantiates the module in the place of the loader. */
    instantiateWasm?: (
      imports: WebAssembly.Imports,
      use: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => object;
    /** Gives the address of "sourcelight.wasm", where it does not stand beside the loader. */
    locateFile?: (name: string) => string;
    print?: (line: string) => void;
    printErr?: (line: string) => void;
    onAbort?: (what: unknown) => void;
  }

  export default function createSourcelight(options?: ModuleOptions): Promise<SourcelightModule>;
}
