// Offsets into DOM text, as a browser has it; browser.test.ts runs these cases there.
import { TextIndex } from '../../../web/highlight/index.ts';
import { check, same, type Case } from '../support/case.ts';

function article(...paragraphs: (string | Node)[]): HTMLElement {
  const root = document.createElement('article');
  for (const content of paragraphs) {
    const paragraph = document.createElement('p');
    paragraph.append(content);
    root.append(paragraph);
  }
  return root;
}

function emphasis(text: string): HTMLElement {
  const element = document.createElement('em');
  element.textContent = text;
  return element;
}

function textOf(index: TextIndex, begin: number, end: number): string | undefined {
  return index.range(begin, end)?.toString();
}

/** That every [begin, end) in the text of `root` is found, and found again from its range. */
function checkAll(root: HTMLElement): void {
  const text = root.textContent ?? '';
  const index = new TextIndex(root);
  same(index.length, text.length, 'the length');
  for (let begin = 0; begin < text.length; ++begin) {
    for (let end = begin + 1; end <= text.length; ++end) {
      const range = index.range(begin, end);
      check(range !== null, `a range from ${begin} to ${end}`);
      same(range.toString(), text.slice(begin, end), `the text from ${begin} to ${end}`);
      same(index.offsetOf(range.startContainer, range.startOffset), begin, 'the begin again');
      same(index.offsetOf(range.endContainer, range.endOffset), end, 'the end again');
    }
  }
}

export const textIndexCases: readonly Case<undefined>[] = [
  {
    name: 'offsets lead to the same words over several nodes and back',
    run: () => checkAll(article('One claim. ', emphasis('Another'), '', ' claim.\n')),
  },
  {
    name: 'emoji, combining marks and CRLF count as their UTF-16 units',
    run: () => {
      const root = article('So 🌉 e\u0301te\u0301\r\n', '👩‍👩‍👧 said\r\n');
      checkAll(root);
      same(textOf(new TextIndex(root), 3, 5), '🌉', 'an emoji is two units');
    },
  },
  {
    name: 'a range is cut to the text there is, and none is made of nothing',
    run: () => {
      const index = new TextIndex(article('short'));
      same(textOf(index, -5, 3), 'sho', 'before the begin');
      same(textOf(index, 2, 99), 'ort', 'after the end');
      for (const [begin, end] of [[3, 3], [4, 2], [5, 9], [NaN, 2]] as const) {
        same(index.range(begin, end), null, `from ${begin} to ${end}`);
      }
      same(new TextIndex(article()).range(0, 1), null, 'in no text');
    },
  },
  {
    name: 'a position between elements is an offset too, one outside is none',
    run: () => {
      const root = article('One.', 'Two.');
      same(new TextIndex(root).offsetOf(root, 1), 4, 'between the paragraphs');
      same(new TextIndex(root).offsetOf(document.body, 0), null, 'outside');
    },
  },
];
