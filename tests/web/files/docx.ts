// Word documents, made here with jszip, as articles; files.test.ts runs these in a browser.
import JSZip from 'jszip';
import { check, same, type Case } from '../support/case.ts';
import { fileOf, linksOf, openText, refuses, soon } from './support.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const xml = (content: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`;

const relation = (id: string, kind: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}" ${mode}/>`;
const relations = (...of: string[]): string =>
  xml(`<Relationships xmlns="${packages}/relationships">${of.join('')}</Relationships>`);

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const link = (id: string, text: string): string => `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;
const paragraph = (content: string, style = ''): string =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;
const body = (content: string): string =>
  xml(`<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${content}</w:body></w:document>`);
const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
const deleted = '<w:del w:id="1"><w:r><w:delText>never </w:delText></w:r></w:del>';

const article = body(
  paragraph(run('Ostby closes its bridge'), 'Title') +
    paragraph(run('The council ') + deleted + link('rId1', 'closed the bridge') + run(', it said.') + note) +
    paragraph(run('It is rusty') + '<w:r><w:br/></w:r>' + link('rId2', 'they say') + run('.')),
);

function documentOf(content: string): JSZip {
  return new JSZip()
    .file('[Content_Types].xml', xml(`<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`))
    .file('_rels/.rels', relations(relation('rId1', 'officeDocument', 'word/document.xml')))
    .file('word/_rels/document.xml.rels', relations(
      relation('rId1', 'hyperlink', 'https://www.google.com/url?q=https://ostby.example/order&amp;sa=D', 'TargetMode="External"'),
      relation('rId2', 'hyperlink', 'file:///C:/secret.txt', 'TargetMode="External"'),
      relation('rId3', 'footnotes', 'footnotes.xml'),
      relation('rId4', 'styles', 'styles.xml'),
    ))
    .file('word/styles.xml', xml(`<w:styles xmlns:w="${word}"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`))
    .file('word/footnotes.xml', xml(`<w:footnotes xmlns:w="${word}"><w:footnote w:id="2">${paragraph(run('Minutes, page 4.'))}</w:footnote></w:footnotes>`))
    .file('word/media/image1.png', 'no picture')
    .file('word/document.xml', content);
}

const docx = (content: string): Promise<ArrayBuffer> =>
  documentOf(content).generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' });

/** The same zip, which says of the document that it unpacks to ten bytes. */
function understated(zip: ArrayBuffer): ArrayBuffer {
  const view = new DataView(zip);
  const names = (at: number) => new TextDecoder().decode(zip.slice(at, at + 17)) === 'word/document.xml';
  for (let at = 0; at + 64 < view.byteLength; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50 && names(at + 30)) view.setUint32(at + 22, 10, true);
    if (signature === 0x02014b50 && names(at + 46)) view.setUint32(at + 24, 10, true);
  }
  return zip;
}

export const docxCases: readonly Case<undefined>[] = [
  {
    name: 'a document keeps paragraphs, links and footnotes, and leaves out what was deleted',
    async run() {
      const opened = await openText('draft.docx', await docx(article));
      same(opened.text, 'Ostby closes its bridge\n\nThe council closed the bridge, it said.[1]\n\nIt is rusty\nthey say.\n\nMinutes, page 4.', 'the text');
      same(linksOf(opened), [['closed the bridge', 'https://ostby.example/order'], ['[1]', '#footnote-2']], 'the links');
      same(opened.title, 'Ostby closes its bridge', 'the title');
    },
  },
  {
    name: 'a document without a title is called by its name',
    async run() {
      same((await openText('Draft 2.docx', await docx(body(paragraph(run('It rained.')))))).title, 'Draft 2', 'the title');
    },
  },
  {
    name: 'what is no Word document is said to be damaged',
    async run() {
      await refuses(fileOf('a.docx', 'It rained.'), 'damaged');
      await refuses(fileOf('a.docx', 'PK\x03\x04 but no zip'), 'damaged');
      const whole = new Uint8Array(await docx(article));
      await refuses(fileOf('a.docx', whole.slice(0, whole.length - 200)), 'damaged');
      await refuses(fileOf('a.docx', await docx('<w:document')), 'damaged');
      await refuses(fileOf('a.docx', await docx('')), 'damaged');
      const other = new JSZip().file('mimetype', 'application/vnd.oasis.opendocument.text').file('content.xml', '<a/>');
      await refuses(fileOf('a.docx', await other.generateAsync({ type: 'arraybuffer' })), 'damaged');
    },
  },
  {
    name: 'a document with a bit turned over is opened or refused, never worse',
    async run() {
      const whole = new Uint8Array(await docx(article));
      for (let at = 10; at < whole.length; at += 29) {
        const broken = whole.slice();
        broken[at] = (broken[at] ?? 0) ^ 0x10;
        const outcome = await openText('a.docx', broken).then(() => '', (reason: { code?: string }) => reason.code);
        check(outcome !== undefined, `at ${at} it was rejected without a code`);
      }
    },
  },
  {
    name: 'a document without words says so',
    async run() {
      await refuses(fileOf('a.docx', await docx(body(paragraph('')))), 'no_words');
    },
  },
  {
    name: 'a document with a password says so',
    async run() {
      const stream = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
      const container = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...stream]);
      await refuses(fileOf('a.docx', container), 'password');
    },
  },
  {
    name: 'a small file that unpacks to more than any article is refused, and soon, even if it hides its size',
    async run() {
      const bomb = await docx(body(paragraph(run('a'.repeat(40_000_000)))));
      check(bomb.byteLength < 200_000, `the file has ${bomb.byteLength} bytes`);
      await soon(10_000, () => refuses(fileOf('a.docx', bomb), 'too_large'));
      await soon(10_000, () => refuses(fileOf('b.docx', understated(bomb)), 'too_large'));
    },
  },
  {
    name: 'XML nested 100,000 deep is refused or read, and soon',
    async run() {
      const deep = body('<w:sdt><w:sdtContent>'.repeat(50_000) + paragraph(run('a')) + '</w:sdtContent></w:sdt>'.repeat(50_000));
      const opening = openText('a.docx', await docx(deep)).catch((reason: { code?: string }) => reason.code);
      const outcome = await soon(20_000, () => opening);
      check(outcome === 'damaged' || typeof outcome === 'object', `it was ${String(outcome)}`);
    },
  },
  {
    name: 'a document of 100,000 words is opened within seconds',
    async run() {
      const long = body(paragraph(run('The mayor said it rained. '.repeat(10)) + link('rId1', 'They say so.')).repeat(1_900));
      const { links } = await soon(10_000, async () => openText('a.docx', await docx(long)));
      same(links.length, 1_900, 'the links');
    },
  },
];
