// HTML read as text with links, as a browser parses it; browser.test.ts runs these cases there.
import { readHtml } from '../../../web/engine/index.ts';
import { same, type Case } from '../support/case.ts';

/** [words, target] of every link. */
function linksIn(html: string): (readonly [string, string])[] {
  const { text, links } = readHtml(html);
  return links.map(({ span: [begin, end], target }) => [text.slice(begin, end), target]);
}

const textOf = (html: string): string => readHtml(html).text;

export const htmlCases: readonly Case<undefined>[] = [
  {
    name: 'blocks become paragraphs with a blank line between, and white space is folded',
    run: async () => {
      same(
        textOf('<h1>Ferry\n  runs</h1><div><p>It <b>ran</b>.</p>\n<p>So <i>they </i> say.</p></div>End'),
        'Ferry runs\n\nIt ran.\n\nSo they say.\n\nEnd',
        'the text',
      );
      same(textOf('<ul><li>One<li>Two</ul><table><tr><td>A<td>B</table>'), 'One\n\nTwo\n\nA\n\nB', 'lists');
      same(textOf('one<br>two'), 'one\ntwo', 'a line end');
      same(textOf('<pre>\none\ntwo  three\n \nfour</pre>'), 'one\ntwo three\n\nfour', 'preformatted lines');
      same(textOf('<p> </p><p>&nbsp;</p>'), '\u00a0', 'blocks without words');
      same(textOf(''), '', 'nothing');
    },
  },
  {
    name: 'scripts, styles and what is hidden are no part of the text',
    run: async () => {
      const html = '<title>T</title><style>p{}</style><p>So<script>x</script><span hidden>no</span>.</p>';
      same(textOf(html), 'So.', 'the text');
    },
  },
  {
    name: 'links have the place of their words, in UTF-16 units',
    run: async () => {
      same(
        linksIn('<p>🙂 The <a href="https://a.example/x?y=1"> <em>new</em> report </a> says.</p>'),
        [['new report', 'https://a.example/x?y=1']],
        'the link',
      );
      const relative = '<base href="https://a.example/news/1"><a href="../r.pdf">Report</a>';
      same(linksIn(relative), [['Report', 'https://a.example/r.pdf']], 'a relative address');
      same(linksIn('<a href="https://a.example/">One</a>'), [['One', 'https://a.example/']], 'at the begin');
    },
  },
  {
    name: 'a bracketed reference is a link and stays in the text',
    run: async () => {
      const html = '<base href="https://a.example/page"><p>It sank.<sup><a href="#cite">[1]</a></sup></p>';
      same(textOf(html), 'It sank.[1]', 'the text');
      same(linksIn(html), [['[1]', '#cite']], 'the links');
    },
  },
  {
    name: 'links that lead to no document are left out',
    run: async () => {
      const html = '<a href="javascript:x()">a</a> <a href="mailto:a@b.example">b</a> <a>c</a> ' +
        '<a href="https://a.example/"><img alt=""></a> <a href="">d</a>';
      same(linksIn(html), [], 'the links');
    },
  },
  {
    name: 'an element or a document is read like a string',
    run: async () => {
      const html = '<p>One <a href="https://a.example/">two</a></p><p>three</p>';
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      same(readHtml(parsed), readHtml(html), 'the document');
      same(readHtml(parsed.body), readHtml(html), 'the element');
    },
  },
  {
    name: 'elements nested deeper than calls can go are read',
    run: async () => {
      let element: Element = document.createElement('p');
      element.innerHTML = 'It <a href="https://a.example/">rained</a>.';
      for (let depth = 0; depth < 12_000; depth++) {
        const outer = document.createElement('div');
        outer.append(element);
        element = outer;
      }
      const link = { span: [3, 9], target: 'https://a.example/' };
      same(readHtml(element), { text: 'It rained.', links: [link] }, 'what was read');
    },
  },
];
