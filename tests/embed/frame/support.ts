// Origins for the tests of the framed Sourcelight: dist/ at one, pages made here at others.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { root, serve, type Site } from '../../web/support/serve.ts';

/** What comes to be so; the computer may have other work. */
export const eventually = <Value>(ask: () => Value) => expect.poll(ask, { timeout: 15_000 });

export const serveDist = (): Promise<Site> => serve(join(root, 'dist'));

export interface Origin {
  readonly url: string;
  readonly origin: string;
  /** What is served at each path. */
  readonly pages: Map<string, string>;
  close(): Promise<void>;
}

export async function makeOrigin(): Promise<Origin> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `${origin}/`, origin, pages, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A page with a frame, which speaks the protocol by itself: window.connect(), window.port, window.got. */
export const rawPage = (frame: string, attributes = ''): string => `<!doctype html><html lang="en"><title>CMS</title>
  <link rel="icon" href="data:,"><textarea id="field" aria-label="Field"></textarea>
  <iframe id="frame" title="Sourcelight" ${attributes} src="${frame}" style="width: 100%; height: 700px"></iframe>
  <script>
    window.got = [];
    window.heard = [];
    addEventListener('message', ({ data, origin, source }) =>
      heard.push({ data, origin, isFrame: source === frame.contentWindow }));
    window.connect = (to = '${new URL(frame).origin}') => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => got.push(data);
      document.querySelector('iframe').contentWindow.postMessage({ sourcelight: 1, type: 'connect' }, to, [port2]);
      window.port = port1;
    };
  </script></html>`;

export interface RawWindow {
  readonly got: readonly { type: string; [field: string]: unknown }[];
  readonly heard: readonly { data: unknown; origin: string; isFrame: boolean }[];
  readonly port: MessagePort;
  connect(): void;
}

/** The framed page of that origin. */
export async function frameAt(page: Page, origin: string): Promise<Frame> {
  const find = (): Frame | undefined => page.frames().find((one) => one.url().startsWith(origin));
  while (!find()) await page.waitForEvent('framenavigated');
  const frame = find() as Frame;
  await frame.waitForSelector('source-light');
  return frame;
}

/** What the framed element shows of its text and Report, once its model has read the text. */
export async function shownIn(frame: Frame): Promise<{ text: string; claims: number; findings: string[] }> {
  await frame.evaluate(() => document.querySelector('source-light')?.whenReady());
  const handle = await frame.waitForFunction(() => {
    const light = document.querySelector('source-light');
    if (!light?.current || !light.report) return null;
    const findings = light.report.findings.map(({ rule }) => rule);
    return { text: light.text, claims: light.report.claims.length, findings };
  });
  return (await handle.jsonValue()) as { text: string; claims: number; findings: string[] };
}
