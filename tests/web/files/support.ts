// What the suites of files share.
import { openFile, OpenError, type Opened } from '../../../web/files/index.ts';
import type { HtmlText } from '../../../web/engine/index.ts';
import { check, rejection, same } from '../support/case.ts';

export const fileOf = (name: string, content: BlobPart, type = ''): File => new File([content], name, { type });

export const openText = (name: string, content: BlobPart, type = ''): Promise<Opened> =>
  openFile(fileOf(name, content, type));

/** [words, target] of every link. */
export const linksOf = ({ text, links }: HtmlText): (readonly [string, string])[] =>
  links.map(({ span: [begin, end], target }) => [text.slice(begin, end), target]);

/** The code of the OpenError that `opening` rejects with. */
export async function problemOf(opening: Promise<unknown>): Promise<string> {
  const reason = await rejection(opening);
  check(reason instanceof OpenError, `it was rejected with ${String(reason)}`);
  return reason.code;
}

export async function refuses(file: File, code: string): Promise<void> {
  same(await problemOf(openFile(file)), code, file.name);
}

/** Fails if `run` takes longer than anybody would wait. */
export async function soon<Result>(milliseconds: number, run: () => Promise<Result> | Result): Promise<Result> {
  const begin = performance.now();
  const result = await run();
  const took = performance.now() - begin;
  check(took < milliseconds, `it took ${Math.round(took)} ms`);
  return result;
}
