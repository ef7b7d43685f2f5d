// WebKitGTK (MiniBrowser) under a virtual display, driven over W3C WebDriver: as much of it as the
// tests need. Debian's packages: webkit2gtk-driver xvfb xauth.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { vi } from 'vitest';

/** Keys that no letter stands for, as WebDriver writes them. */
export const keys = { escape: '\uE00C', f8: '\uE038' } as const;

export class WebKit {
  readonly #driver: ChildProcess;
  readonly #address: string;

  private constructor(driver: ChildProcess, address: string) {
    this.#driver = driver;
    this.#address = address;
  }

  static async start(): Promise<WebKit> {
    const port = await freePort();
    const driver = spawn('xvfb-run', ['-a', '-s', '-screen 0 1280x960x24', 'WebKitWebDriver', `--port=${port}`], {
      // A group of its own, to be ended as one: xvfb-run starts the display, the driver the browser.
      detached: true,
      stdio: 'ignore',
      env: {
        ...process.env,
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        LIBGL_ALWAYS_SOFTWARE: '1',
      },
    });
    try {
      const base = `http://127.0.0.1:${port}`;
      const isUp = () => call(`${base}/status`, 'GET').then(() => true, () => false);
      await vi.waitUntil(isUp, { timeout: 20_000, interval: 200 });
      const options = { binary: miniBrowser(), args: ['--automation'] };
      const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
      const { sessionId } = (await call(`${base}/session`, 'POST', { capabilities })) as { sessionId: string };
      const browser = new WebKit(driver, `${base}/session/${sessionId}`);
      await browser.#post('window/rect', { x: 0, y: 0, width: 1280, height: 900 });
      return browser;
    } catch (reason) {
      end(driver);
      throw reason;
    }
  }

  /** Opens a page; its scripts have run then, which the driver alone does not wait for. */
  async open(url: string): Promise<void> {
    await this.#post('url', { url });
    await this.until(() => document.readyState === 'complete');
  }

  /** What `run` gives in the page, as plain data. */
  async evaluate<Args extends unknown[], Result>(
    run: (...args: Args) => Result,
    ...args: Args
  ): Promise<Result> {
    return (await this.#post('execute/sync', { script: `return (${run}).apply(null, arguments)`, args })) as Result;
  }

  /** Asks until it holds. */
  async until(holds: () => boolean): Promise<void> {
    await vi.waitUntil(() => this.evaluate(holds), { timeout: 20_000, interval: 100 });
  }

  /** A click of the mouse at a point of the viewport. */
  async click(x: number, y: number): Promise<void> {
    const at = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 };
    const press = [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }];
    await this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [at, ...press] });
  }

  /** Letters and keys, one after the other. */
  async type(text: string): Promise<void> {
    const actions = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.#act({ type: 'key', id: 'keyboard', actions });
  }

  async close(): Promise<void> {
    await call(this.#address, 'DELETE').catch(() => {});
    end(this.#driver);
  }

  async #act(source: object): Promise<void> {
    await this.#post('actions', { actions: [source] });
  }

  #post(command: string, body: object): Promise<unknown> {
    return call(`${this.#address}/${command}`, 'POST', body);
  }
}

async function call(url: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: { message?: string } };
  if (!response.ok) throw new Error(`WebKitWebDriver: ${value.message ?? response.status}`);
  return value;
}

/** Debian keeps it in a folder of the processor's and the library's name. */
function miniBrowser(): string {
  const set = process.env['WEBKIT'];
  if (set) return set;
  for (const folder of readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu'))) {
    const libraries = readdirSync(`/usr/lib/${folder}`).filter((name) => name.startsWith('webkit2gtk-'));
    for (const library of [...libraries, 'webkitgtk-6.0']) {
      const file = `/usr/lib/${folder}/${library}/MiniBrowser`;
      if (existsSync(file)) return file;
    }
  }
  throw new Error('There is no MiniBrowser of WebKitGTK: install webkit2gtk-driver.');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function end({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM');
  } catch {
    return; // It is gone already.
  }
}
