// Speaks Marionette, Firefox's own protocol under WebDriver, over TCP: as much of it as the tests
// need. Unlike BiDi it reaches the browser's own windows, and pages of extensions.
import { connect, type Socket } from 'node:net';

interface Waiting {
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

export class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #heard = Buffer.alloc(0);
  #calls = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data) => this.#hear(data));
    socket.on('error', () => {});
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox is gone.'));
    });
  }

  /** Waits until Firefox listens. */
  static async connect(port: number, deadline = Date.now() + 30_000): Promise<Marionette> {
    for (;;) {
      const socket = await new Promise<Socket | null>((resolve) => {
        const one = connect(port, '127.0.0.1', () => resolve(one));
        one.once('error', () => resolve(null));
      });
      if (socket) return new Marionette(socket);
      if (Date.now() > deadline) throw new Error(`Nothing listens on port ${port}.`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Rejects with what Firefox says was wrong. */
  send(command: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#calls;
    const message = Buffer.from(JSON.stringify([0, id, command, parameters]));
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(Buffer.concat([Buffer.from(`${message.length}:`), message]));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  // Each message is "LENGTH:JSON"; the first one greets.
  #hear(data: Buffer): void {
    this.#heard = Buffer.concat([this.#heard, data]);
    for (;;) {
      const colon = this.#heard.indexOf(':');
      const length = Number(this.#heard.subarray(0, colon).toString());
      if (colon < 0 || this.#heard.length < colon + 1 + length) return;
      const message = JSON.parse(this.#heard.subarray(colon + 1, colon + 1 + length).toString()) as unknown;
      this.#heard = this.#heard.subarray(colon + 1 + length);
      if (Array.isArray(message)) this.#answer(message as [number, number, Problem | null, unknown]);
    }
  }

  #answer([, id, problem, value]: [number, number, Problem | null, unknown]): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (problem) waiting?.reject(new Error(`${problem.error}: ${problem.message}`));
    else waiting?.resolve(value);
  }
}

interface Problem {
  readonly error: string;
  readonly message: string;
}
