// Text and Markdown opened, and what is no article refused; files.test.ts runs these in a browser.
import { maxBytes } from '../../../web/files/index.ts';
import { same, type Case } from '../support/case.ts';
import { fileOf, linksOf, openText, refuses, soon } from './support.ts';

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(values);
const letters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const utf16 = (text: string, little: boolean): Uint8Array<ArrayBuffer> =>
  bytes(...letters(`\ufeff${text}`).flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));

export const openCases: readonly Case<undefined>[] = [
  {
    name: 'a text file is its text, with one kind of line end, and called by its name',
    async run() {
      const { text, links, title } = await openText('Ferry, late.v2.txt', 'One\r\ntwo\rthree\n\r\n“four” 🙂');
      same(text, 'One\ntwo\nthree\n\n“four” 🙂', 'the text');
      same(links, [], 'the links');
      same(title, 'Ferry, late.v2', 'the title');
      same((await openText('A.TEXT', 'One')).text, 'One', 'another ending');
      same((await openText('notes', 'One', 'text/plain;charset=utf-8')).text, 'One', 'by its type');
    },
  },
  {
    name: 'text is read as UTF-8, UTF-16 or windows-1252, whichever it is in',
    async run() {
      same((await openText('a.txt', bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9))).text, 'é', 'UTF-8 with a mark');
      same((await openText('a.txt', utf16('Åse “said”', true))).text, 'Åse “said”', 'UTF-16 LE');
      same((await openText('a.txt', utf16('Åse “said”', false))).text, 'Åse “said”', 'UTF-16 BE');
      same((await openText('a.txt', bytes(0x93, 0xc5, 0x73, 0x65, 0x94))).text, '“Åse”', 'windows-1252');
    },
  },
  {
    name: 'Markdown keeps its links and loses its signs',
    async run() {
      const markdown =
        '---\ntitle: "The Ostby bridge"\ntags: [x]\n---\n# Bridge *shut*\r\n\r\nIt **closed**, [the council](https://a.example/x_y "t")\r\n' +
        'said; see <https://b.example/>.\n\n- One\n- [Two](/relative) and [three][3]\n\n[3]: https://c.example/\n';
      const opened = await openText('a.md', markdown);
      same(opened.text, 'Bridge shut\n\nIt closed, the council said; see https://b.example/.\n\nOne\n\nTwo and three', 'the text');
      same(linksOf(opened), [
        ['the council', 'https://a.example/x_y'],
        ['https://b.example/', 'https://b.example/'],
        ['three', 'https://c.example/'],
      ], 'the links');
      same(opened.title, 'The Ostby bridge', 'the title');
      same((await openText('b.markdown', '# A *b*\n\nc')).title, 'A b', 'the title by the heading');
      same((await openText('c.md', '---\n\nA line before.\n\n---\n\nOne')).text, 'A line before.\n\nOne', 'rules are no front matter');
    },
  },
  {
    name: 'Markdown nested beyond all measure is read as it stands, and soon',
    async run() {
      const deep = `${'>'.repeat(60_000)} said`;
      same((await soon(10_000, () => openText('a.md', deep))).text, deep, 'the text');
      await soon(10_000, () => openText('b.md', '['.repeat(60_000) + '**a *a '.repeat(20_000) + '![](<'.repeat(20_000)));
    },
  },
  {
    name: 'other kinds of files are refused by name',
    async run() {
      await refuses(fileOf('a.pdf', 'x'), 'pdf');
      await refuses(fileOf('A.DOC', 'x'), 'doc');
      await refuses(fileOf('a.odt', 'x'), 'odt');
      await refuses(fileOf('a.rtf', 'x', 'text/rtf'), 'rtf');
      await refuses(fileOf('a.jpeg', 'x'), 'picture');
      await refuses(fileOf('photo', 'x', 'image/x-raw'), 'picture');
      await refuses(fileOf('a.xlsx', 'x'), 'unknown');
      await refuses(fileOf('constructor', 'x'), 'unknown');
      await refuses(fileOf('a.', 'x'), 'unknown');
    },
  },
  {
    name: 'files under a wrong name are refused for what they are',
    async run() {
      await refuses(fileOf('a.txt', '%PDF-1.7\n…'), 'pdf');
      await refuses(fileOf('a.docx', '{\\rtf1 said}'), 'rtf');
      await refuses(fileOf('a.docx', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0)), 'doc');
      await refuses(fileOf('a.md', 'PK\x03\x04 said'), 'binary');
      await refuses(fileOf('a.txt', 'It said\0so'), 'binary');
      await refuses(fileOf('a.html', bytes(...Array.from({ length: 512 }, (_, at) => at & 255))), 'binary');
    },
  },
  {
    name: 'empty and enormous files are refused before they are read',
    async run() {
      await refuses(fileOf('a.txt', ''), 'empty');
      await refuses(fileOf('a.txt', ' \r\n\t'), 'empty');
      await refuses(fileOf('a.docx', ''), 'empty');
      const huge = fileOf('a.txt', new Uint8Array(maxBytes + 1));
      huge.arrayBuffer = () => Promise.reject(new Error('it was read'));
      await refuses(huge, 'too_large');
    },
  },
  {
    name: 'a file that is gone is said to be unreadable',
    async run() {
      const gone = fileOf('a.txt', 'One');
      gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
      await refuses(gone, 'unreadable');
    },
  },
];
