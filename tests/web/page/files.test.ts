// The page in Chromium: articles come in as files and pastes with their links, and go out in every
// format, as one file to share, and as a draft that a reload keeps.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { createEngine, type Format } from '../../../web/engine/index.ts';
import { english } from '../../../web/words/index.ts';
import { card, choose, enter, field, painted, save } from '../support/article.ts';
import { open, reportOf } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';
import { article, linked } from '../support/lock.ts';
import { root } from '../support/serve.ts';

const desk = openDesk({ permissions: ['clipboard-read', 'clipboard-write'] });
const lines = ['Marle lock to close', 'The lock will be shut for nine days, the canal board said.'];
const said = () => desk.page.locator('#notice').textContent();
const text = () => desk.page.evaluate(() => document.querySelector('source-light')?.text);
const links = () =>
  desk.page.evaluate(() => {
    const light = document.querySelector('source-light');
    return light?.links.map(({ span: [begin, end], target }) => [light.text.slice(begin, end), target]);
  });

interface Given {
  name: string;
  content: string | Buffer;
}

async function pick({ name, content }: Given): Promise<void> {
  const [chooser] = await Promise.all([
    desk.page.waitForEvent('filechooser'),
    desk.page.getByRole('button', { name: 'Open…' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: '', buffer: Buffer.from(content) });
}

/** Drops a file on the page; gives what stands over the page meanwhile. */
function drop({ name, content }: Given): Promise<boolean> {
  return desk.page.evaluate(
    ([called, bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes)], called));
      const at = document.querySelector('footer') as HTMLElement;
      const fire = (type: string) =>
        at.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
      fire('dragover');
      const told = (document.querySelector('#drop') as HTMLElement).checkVisibility();
      fire('drop');
      return told && !(document.querySelector('#drop') as HTMLElement).checkVisibility();
    },
    [name, [...Buffer.from(content)]] as const,
  );
}

async function docx(): Promise<Buffer> {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const schemas = 'http://schemas.openxmlformats.org';
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('');
  const zip = new JSZip()
    .file('[Content_Types].xml', `${xml}<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`)
    .file('_rels/.rels', `${xml}<Relationships xmlns="${schemas}/package/2006/relationships"><Relationship Id="r" Type="${schemas}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`)
    .file('word/document.xml', `${xml}<w:document xmlns:w="${schemas}/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`)
    .generateAsync({ type: 'arraybuffer' });
  return Buffer.from(await zip);
}

const page = `<!doctype html><title>Marle lock</title><nav>Home</nav><article><h1>${lines[0]}</h1>
  <p>${lines[1]?.replace('the canal board', '<a href="https://canals.example/note">the canal board</a>')}</p>
  <p>${'Boats have queued since noon. '.repeat(12)}</p></article><footer>Cookies</footer>`;

describe('A file that is opened', () => {
  const kinds: [string, () => Promise<Given>][] = [
    ['text', async () => ({ name: 'lock.txt', content: lines.join('\r\n\r\n') })],
    ['Markdown', async () => ({ name: 'lock.md', content: `# ${lines[0]}\n\n${lines[1]?.replace('nine', '*nine*')}` })],
    ['a web page', async () => ({ name: 'lock.html', content: page })],
    ['Word', async () => ({ name: 'lock.docx', content: await docx() })],
  ];
  const ways = [['chosen', pick], ['dropped', drop]] as const;
  const all = kinds.flatMap(([kind, make]) => ways.map(([way, give]) => [kind, way, make, give] as const));

  test.each(all)('(%s, %s) is read and marked', async (_kind, _way, make, give) => {
    const told = await give(await make());
    expect(told).not.toBe(false);
    await expect.poll(text).toContain(lines[1]);
    await reportOf(desk.page);
    expect(await text()).toContain(lines[0]);
    expect(await text()).not.toMatch(/Home|Cookies|\*|<|\r/);
    expect((await painted(desk.page))['named']).toEqual(['The lock will be shut for nine days']);
    expect(await said()).toBe('');
  });

  test('gives way to undo, and names what is saved', async () => {
    await enter(desk.page, 'My own words.');
    await pick({ name: 'Lock at Marle.txt', content: lines.join('\n\n') });
    await expect.poll(text).toContain(lines[1]);
    await reportOf(desk.page);
    expect((await save(desk.page, /^Full report/)).name).toBe('Lock at Marle.json');
    await field(desk.page).press('Control+Z');
    expect(await text()).toBe('My own words.');
    await reportOf(desk.page);
    expect((await save(desk.page, /^Full report/)).name).toBe('My own words.json');
  });

  const refused: [string, Given, string][] = [
    ['a PDF', { name: 'lock.pdf', content: '%PDF-1.7' }, english.files.problems.pdf],
    ['a picture', { name: 'lock.png', content: '\x89PNG\r\n' }, english.files.problems.picture],
    ['an empty file', { name: 'lock.txt', content: '' }, english.files.problems.empty],
    ['a broken Word document', { name: 'lock.docx', content: 'PK not really' }, english.files.problems.damaged],
  ];
  test.each(refused)('and is %s is refused in words, and the text stays', async (_, given, words) => {
    await enter(desk.page, 'My own words.');
    for (const give of [pick, drop]) {
      await give(given);
      await expect.poll(said).toBe(words);
      expect(await text()).toBe('My own words.');
    }
    await desk.page.keyboard.press('Control+End');
    await field(desk.page).pressSequentially(' More.');
    expect(await said()).toBe('');
  });
});

describe('Links', () => {
  async function pasteCopied(html: string): Promise<void> {
    const other = await desk.page.context().newPage();
    await other.setContent(`<body contenteditable>${html}`);
    await other.bringToFront();
    await other.keyboard.press('Control+A');
    await other.keyboard.press('Control+C');
    await other.close();
    await field(desk.page).focus();
    await desk.page.keyboard.press('Control+V');
    await reportOf(desk.page);
  }

  test('come with a paste: the claim’s card says the host', async () => {
    await pasteCopied('<p>The lock is <a href="https://www.canals.example/note?a=1">shut for nine days</a>.</p>');
    expect(await links()).toEqual([['shut for nine days', 'https://www.canals.example/note?a=1']]);
    await desk.page.evaluate(() => document.querySelector('source-light')?.selectClaim(0));
    expect(await card(desk.page).getByRole('heading', { name: 'Links to canals.example' }).isVisible()).toBe(true);
  });

  test('stay with their words through edits and undo', async () => {
    await pasteCopied('<p>The lock is <a href="https://canals.example/">shut for nine days</a>.</p>');
    await field(desk.page).press('Control+Home');
    await desk.page.keyboard.type('So: ');
    expect(await links()).toEqual([['shut for nine days', 'https://canals.example/']]);
    await desk.page.keyboard.press('Control+A');
    await desk.page.keyboard.press('Delete');
    expect(await links()).toEqual([]);
    await desk.page.keyboard.press('Control+Z');
    expect(await links()).toEqual([['shut for nine days', 'https://canals.example/']]);
  });

  test('of a whole page that is pasted are those of its article, which takes the page’s place; undo brings that back', async () => {
    const paragraphs = [
      'The canal board closes Marle lock for nine days in March, after divers had found a crack in its lower gate, said Ida Brenn, who leads the board.',
      'The gate was made in 1904, and <a href="https://canals.example/note">a survey of last year</a> says that it has lost a third of its thickness at the hinge.',
      'Boats must go round by Aldern, which takes two days more, and the board pays for the coal of those who had booked before Christmas.',
    ];
    await pasteCopied(`<nav><ul><li><a href="https://gazette.example/sport">Sport</a></li><li><a href="https://gazette.example/shop">Shop</a></li></ul></nav>
      <main><article><h1>Marle lock to close</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</article></main>
      <footer><a href="https://gazette.example/imprint">Imprint</a></footer>`);
    await expect.poll(text).not.toMatch(/Sport|Imprint/);
    expect(await text()).toMatch(/^Marle lock to close\n\nThe canal board[^]*before Christmas\.$/);
    expect(await links()).toEqual([['a survey of last year', 'https://canals.example/note']]);
    await desk.page.keyboard.press('Control+Z');
    expect(await text()).toMatch(/Sport[^]*Imprint/);
  });

  test('and text are there again after a reload', async () => {
    await pasteCopied('<p>The lock is <a href="https://canals.example/">shut for nine days</a>.</p>');
    const before = [await text(), await links()];
    await desk.page.reload();
    await reportOf(desk.page);
    expect([await text(), await links()]).toEqual(before);
  });
});

describe('What is saved', () => {
  const formats: [RegExp, Format, string][] = [
    [/^Checklist/, 'markdown', 'checklist.md'],
    [/^Marked article/, 'html', 'html'],
    [/^Table of claims/, 'claims-csv', 'claims.csv'],
    [/^Table of sources/, 'sources-csv', 'sources.csv'],
    [/^Full report/, 'json', 'json'],
    [/^Annotations/, 'annotation', 'jsonld'],
  ];

  test('is in each format what the engine gives', async () => {
    const bytes = (path: string) => readFileSync(join(root, path));
    const wasmBinary = bytes('build/wasm/sourcelight.wasm');
    const engine = await createEngine({ thread: 'same', wasmBinary, model: bytes('core/models/en.slm') });
    await enter(desk.page, article);
    const report = await engine.analyze(article);
    const title = 'Marle lock to close for nine days';
    for (const [label, format, extension] of formats) {
      const file = await save(desk.page, label);
      expect(file.name).toBe(`${title}.${extension}`);
      // The moment of making stands in some.
      const timeless = (value: string) => value.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'now').replace(/^\ufeff/, '');
      expect(timeless(file.text), format).toBe(timeless(await engine.render(format, { title })));
      await expect.poll(said).toBe(`Saved as ${file.name}`);
    }
    expect(report.claims.length).toBeGreaterThan(10);
    engine.close();
  });

  test('to share is one file that shows article, marks, links and checks from the disk', async () => {
    const begin = article.indexOf(linked.words);
    const link = { span: [begin, begin + linked.words.length] as const, target: linked.target };
    await desk.page.evaluate(
      ([words, all]) => document.querySelector('source-light')?.replaceText(words, all),
      [article, [link]] as const,
    );
    await reportOf(desk.page);
    const marks = await painted(desk.page);
    const row = desk.page.locator('source-light .claims .entries li').filter({ hasText: 'the oldest' });
    await row.getByRole('button', { name: /^Checked/ }).click();
    const file = await save(desk.page, /^Share file/);
    const folder = await mkdtemp(join(tmpdir(), 'sourcelight-journey-'));
    await writeFile(join(folder, file.name), file.text);

    const { page: reader, complaints } = await open(desk.browser, 'about:blank');
    await reader.context().setOffline(true);
    await reader.goto(pathToFileURL(join(folder, file.name)).href);
    await reader.waitForFunction(() => document.querySelector('source-light')?.report);
    expect(await painted(reader)).toEqual(marks);
    const shared = reader.locator('source-light .claims .entries li').filter({ hasText: 'the oldest' });
    expect(await shared.getByRole('button', { name: /^Checked/ }).getAttribute('aria-pressed')).toBe('true');
    await reader.locator('source-light .claims .item').filter({ hasText: linked.words }).click();
    expect(await card(reader).getByRole('link').getAttribute('href')).toBe(linked.target);
    expect(await reader.getByRole('tab').allTextContents()).toEqual((await desk.page.getByRole('tab').allTextContents()).slice(0, 3));
    expect(complaints).toEqual([]);
    await reader.context().close();
    await rm(folder, { recursive: true });
  });

  test('cannot be asked for before there is a report', async () => {
    expect(await desk.page.getByRole('button', { name: 'Save as' }).isDisabled()).toBe(true);
  });

  test('is chosen by keys too: the menu opens, is walked, and closes', async () => {
    await enter(desk.page, 'The mayor said it rained.');
    const button = desk.page.getByRole('button', { name: 'Save as' });
    await button.press('Enter');
    await desk.page.keyboard.press('Tab');
    expect(await desk.page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Checklist/);
    await desk.page.keyboard.press('Escape');
    expect(await desk.page.locator('#menu').isVisible()).toBe(false);
    expect(await button.evaluate((element) => element.matches(':focus'))).toBe(true);
    await choose(desk.page, /^Copy Report/);
    await expect.poll(said).toBe('Report copied');
  });
});
