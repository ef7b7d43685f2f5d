// The block editor of a real WordPress, with the plugin as it was built.
import type { Frame, Page } from 'playwright-core';
import { builtPlugin, startWordPress, type WordPress } from '../../../examples/wordpress/wordpress.mjs';

export const icon = 'button[aria-label="Sourcelight"]';

/** What the tests use of the page's own `wp`. */
interface TestedBlock {
  readonly clientId: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly innerBlocks: readonly TestedBlock[];
}
interface TestedWp {
  readonly data: {
    select(store: string): Readonly<Record<string, (...given: unknown[]) => unknown>>;
    dispatch(store: string): Readonly<Record<string, (...given: unknown[]) => Promise<unknown>>>;
  };
  readonly blocks: {
    createBlock(name: string, attributes: object): TestedBlock;
    registerBlockType(name: string, settings: object): unknown;
  };
  readonly richText: { create(from: object): { readonly text: string } };
}
export interface EditorWindow {
  readonly wp: TestedWp;
}

/** The one of these tests, which takes long to start. */
export const wordpress = {} as WordPress;

export async function openWordPress(): Promise<void> {
  Object.assign(wordpress, await startWordPress('test', builtPlugin(), { fresh: true }));
}

/** Waits until the post is in the editor. */
export async function editorIsReady(page: Page): Promise<void> {
  await page.locator(icon).waitFor();
  await page.frameLocator('iframe[name=editor-canvas]').locator('.is-root-container .rich-text').first().waitFor();
}

export async function openSidebar(page: Page): Promise<void> {
  await page.locator(icon).click();
  await page.locator('source-light').waitFor();
}

/** Where the post is: the frame of the editor, or the page where it needs none. */
export const canvas = (page: Page): Frame => page.frame({ name: 'editor-canvas' }) ?? page.mainFrame();

/** Title and texts of all blocks, as the editor's store has them. */
export function storedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { wp } = window as unknown as EditorWindow;
    const plain = (value: unknown): string => wp.richText.create({ html: String(value ?? '') }).text;
    const textsOf = ({ attributes, innerBlocks }: TestedBlock): string[] =>
      [plain(attributes['content']), ...innerBlocks.flatMap(textsOf), plain(attributes['citation'])];
    const blocks = wp.data.select('core/block-editor')['getBlocks']?.() as readonly TestedBlock[];
    const title = plain(wp.data.select('core/editor')['getEditedPostAttribute']?.('title'));
    return [title, ...blocks.flatMap(textsOf)].filter((text) => text.trim()).join('\n\n');
  });
}

export const editedContent = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { wp } = window as unknown as EditorWindow;
    return String(wp.data.select('core/editor')['getEditedPostContent']?.());
  });
