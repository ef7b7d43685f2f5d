// Makes one HTML file of an article, its report and a viewer, to be sent and opened anywhere: it
// asks for nothing and its policy allows nothing. tests/web/build/share.test.ts holds it.
import { english, loadWords } from '../words/index.ts';
import { dataId, type Shared } from './shared.ts';
import { viewerText } from './text.ts';

export type { Shared } from './shared.ts';

/** The text of the file; rejects if the viewer cannot be fetched. */
export async function makeSharedFile(shared: Shared): Promise<string> {
  const viewer = await viewerText();
  const words = await loadWords(shared.language).catch(() => english);
  const policy = [
    "default-src 'none'",
    `script-src ${viewer.scriptHash}`,
    `style-src ${viewer.cssHash}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${escape(shared.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Sourcelight">
<title>${escape(shared.title)}</title>
<link rel="icon" href="${viewer.icon}">
<style>${viewer.css}</style>
</head>
<body>
<noscript><p>${escape(words.viewer.needsScript)}</p></noscript>
<script type="application/json" id="${dataId}">${json(shared)}</script>
<script type="module">${viewer.script}</script>
</body>
</html>
`;
}

// Without "<" no text can end its element.
const json = (shared: Shared): string => JSON.stringify(shared).replaceAll('<', '\\u003c');

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}
