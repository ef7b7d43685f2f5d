// The little of jszip that is used here. Its own declarations bring all of node's into a web page's.

declare module 'jszip' {
  export interface Stream {
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'error', listener: (reason: Error) => void): this;
    on(event: 'end', listener: () => void): this;
    pause(): this;
    resume(): this;
  }

  export interface ZipEntry {
    readonly name: string;
    readonly dir: boolean;
    readonly date: Date;
    internalStream(type: 'uint8array'): Stream;
  }

  export default class JSZip {
    static loadAsync(bytes: Uint8Array): Promise<JSZip>;
    readonly files: Readonly<Record<string, ZipEntry>>;
    file(
      name: string,
      content: string | ArrayBuffer | Promise<ArrayBuffer>,
      options?: { date?: Date; createFolders?: boolean },
    ): this;
    generateAsync(options: {
      type: 'arraybuffer';
      compression?: 'STORE' | 'DEFLATE';
      compressionOptions?: { level: number };
    }): Promise<ArrayBuffer>;
  }
}
