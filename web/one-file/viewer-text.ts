// What a shared file is made of, in the one-file page: a block of data, in place of web/viewer/text.ts.
import type { ViewerText } from '../viewer/text.ts';
import { unpack } from './unpack.ts';

export async function viewerText(): Promise<ViewerText> {
  return JSON.parse(new TextDecoder().decode(await unpack('part-viewer'))) as ViewerText;
}
