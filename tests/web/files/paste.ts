// Pastes and drops, as word processors and browsers put them on the clipboard; files.test.ts runs
// these in a browser.
import { openDrop, readPaste } from '../../../web/files/index.ts';
import { check, same, type Case } from '../support/case.ts';
import { fileOf, linksOf, problemOf } from './support.ts';

function dataOf(html: string, plain = ''): DataTransfer {
  const data = new DataTransfer();
  if (html) data.setData('text/html', html);
  if (plain) data.setData('text/plain', plain);
  return data;
}

function pasted(html: string, plain = '') {
  const read = readPaste(dataOf(html, plain));
  check(read !== null, 'it was left to the plain text');
  return read;
}

const googleDocs =
  '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1b2c"><p dir="ltr" style="line-height:1.38;">' +
  '<span style="font-size:11pt;white-space:pre-wrap;">The council </span><a href="https://www.google.com/url?q=https://ostby.example/order?a%3D1&amp;sa=D&amp;source=docs" ' +
  'style="text-decoration:none;"><span style="color:#1155cc;white-space:pre-wrap;">closed</span></a><span style="white-space:pre-wrap;"> the bridge.</span></p>' +
  '<br /><p dir="ltr"><span style="white-space:pre-wrap;">So they say.</span></p></b><br class="Apple-interchange-newline">';

const word =
  '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">' +
  '<style>\n<!--\n p.MsoNormal {margin:0cm}\n-->\n</style><!--[if gte mso 9]><xml><o:x>no</o:x></xml><![endif]--></head><body lang=EN-GB>\n' +
  '<!--StartFragment-->\n\n<p class=MsoNormal>The council <a href="https://ostby.example/order">closed\nthe bridge</a>.<o:p></o:p></p>\n\n' +
  '<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n\n<p class=MsoListParagraph style=\'mso-list:l0 level1 lfo1\'><![if !supportLists]>' +
  '<span style=\'font-family:Symbol\'><span style=\'mso-list:Ignore\'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>It is rusty.<o:p></o:p></p>\n\n' +
  '<!--EndFragment-->\n</body>\n</html>';

export const pasteCases: readonly Case<undefined>[] = [
  {
    name: 'a paste from Google Docs keeps its links, without the redirect',
    run() {
      const read = pasted(googleDocs, 'The council closed the bridge.\n\nSo they say.');
      same(read.text, 'The council closed the bridge.\n\nSo they say.', 'the text');
      same(linksOf(read), [['closed', 'https://ostby.example/order?a=1']], 'the links');
    },
  },
  {
    name: 'a paste from Word keeps its links, without bullets and blank paragraphs',
    run() {
      const read = pasted(word, 'The council closed the bridge.\r\n\r\n·  It is rusty.\r\n');
      same(read.text, 'The council closed the bridge.\n\nIt is rusty.', 'the text');
      same(linksOf(read), [['closed the bridge', 'https://ostby.example/order']], 'the links');
    },
  },
  {
    name: 'a paste from a browser is what stands between the marks of the fragment',
    run() {
      const html = '<html><body><p>Menu</p>\n<!--StartFragment--><span>It </span><a href="https://a.example/">closed</a><span>.</span><!--EndFragment-->\n</body></html>';
      const read = pasted(html, 'It closed.');
      same([read.text, linksOf(read)], ['It closed.', [['closed', 'https://a.example/']]], 'what was read');
    },
  },
  {
    name: 'of a whole page that was selected there is the article too, as of a page that is opened',
    async run() {
      const body = [
        'The council of Ostby closed the old bridge on Tuesday after inspectors found rust in two of its pillars, said Mara Lind, the mayor.',
        'Repairs are expected to take four months, and the <a href="https://ferry.example/">ferry</a> that was given up in 1998 is to run again.',
        'Shopkeepers on the east bank say that they have lost a third of their customers, and some want the town to pay for it.',
      ].map((text) => `<p>${text}</p>`).join('');
      const html = `<nav><ul><li><a href="https://courier.example/sport">Sport</a><li><a href="https://courier.example/shop">Subscribe</a></ul></nav>
        <article><h1>Ostby closes its old bridge</h1>${body}</article><footer><a href="https://courier.example/imprint">Imprint</a></footer>`;
      const read = pasted(html);
      check(/Sport/.test(read.text), 'all of it is there at first');
      const article = await read.article?.();
      check(article !== null && article !== undefined && !/Sport|Imprint/.test(article.text), 'the article alone');
      same(article && linksOf(article), [['ferry', 'https://ferry.example/']], 'its links');
      check(pasted(`<article>${body}</article>`).article === undefined, 'a part of a page is what was meant');
    },
  },
  {
    name: 'addresses that mail programs and networks wrap are unwrapped; others stay as they are',
    run() {
      const targets = (...hrefs: string[]) =>
        linksOf(pasted(hrefs.map((href) => `<p><a href="${href}">said</a></p>`).join(''))).map(([, target]) => target);
      same(targets(
        'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx&amp;data=05',
        'https://l.facebook.com/l.php?u=https%3A%2F%2Fb.example%2F&amp;h=AT',
        'https://www.google.co.uk/url?sa=t&amp;url=https%3A%2F%2Fc.example%2F',
        'https://google.com.evil.example/url?q=https://d.example/',
        'https://www.google.com/url?q=javascript:alert(1)',
        'https://www.google.com/search?q=https://e.example/',
      ), [
        'https://a.example/x',
        'https://b.example/',
        'https://c.example/',
        'https://google.com.evil.example/url?q=https://d.example/',
        'https://www.google.com/url?q=javascript:alert(1)',
        'https://www.google.com/search?q=https://e.example/',
      ], 'the targets');
    },
  },
  {
    name: 'a paste without links to the web is left to the plain text',
    run() {
      same(readPaste(dataOf('', 'It rained.')), null, 'plain text');
      same(readPaste(dataOf('<p>It <b>rained</b>.</p>', 'It rained.')), null, 'no links');
      same(readPaste(dataOf('<p>It <a name="x">rained</a>, <a href="/x">they</a> <a href="mailto:a@b.example">say</a>.</p>')), null, 'no targets');
      same(readPaste(dataOf('<a href="https://a.example/"><img src="/a.png"></a>')), null, 'a picture');
    },
  },
  {
    name: 'code and HTML that lacks words are left to the plain text',
    run() {
      const anchor = '<a href="https://a.example/">https://a.example/</a>';
      same(readPaste(dataOf(`<meta charset="utf-8"><pre><code>x = 1\n  y = "${anchor}"</code></pre>`)), null, 'pre');
      same(readPaste(dataOf(`<div style="font-family: monospace;white-space: pre;"><div><span>a</span> ${anchor}</div></div>`)), null, 'an editor');
      same(readPaste(dataOf(anchor, 'The whole of a long paragraph, of which the HTML has nothing but its one link.')), null, 'words lacking');
      const article = `<p>It rained all day, as <a href="https://a.example/">they say</a>, and the bridge is closed.</p><pre>x = 1</pre>`;
      check(readPaste(dataOf(article)) !== null, 'an article with a line of code');
    },
  },
  {
    name: 'nothing pasted runs or is fetched',
    async run() {
      pasted('<a href="https://a.example/">It</a> <img src="/fetched.png" onerror="window.ran=1"><script>window.ran=1</script><svg onload="window.ran=1">');
      await new Promise((resolve) => setTimeout(resolve, 50));
      check(!('ran' in window), 'a script of the paste ran');
    },
  },
  {
    name: 'of dropped files the first that can be opened is',
    async run() {
      const data = new DataTransfer();
      data.items.add(fileOf('photo.jpg', 'x', 'image/jpeg'));
      data.items.add(fileOf('One.txt', 'It rained.\r\n'));
      data.items.add(fileOf('Two.txt', 'It snowed.'));
      same(await openDrop(data), { text: 'It rained.\n', links: [], title: 'One' }, 'what was opened');
      const photo = new DataTransfer();
      photo.items.add(fileOf('photo.jpg', 'x', 'image/jpeg'));
      same(await problemOf(openDrop(photo) as Promise<unknown>), 'picture', 'a picture');
    },
  },
  {
    name: 'a dropped selection is opened with its links, the address of a page is refused in words',
    async run() {
      const opened = await openDrop(dataOf('<p>It <a href="https://a.example/">closed</a>.</p>', 'It closed.'));
      check(opened !== null, 'nothing was opened');
      same([opened.text, linksOf(opened)], ['It closed.', [['closed', 'https://a.example/']]], 'with links');
      same(await openDrop(dataOf('', 'One\r\ntwo')), { text: 'One\ntwo', links: [], title: '' }, 'plain text');
      same(openDrop(new DataTransfer()), null, 'nothing');
      const address = dataOf('<a href="https://a.example/">A</a>', 'https://a.example/');
      address.setData('text/uri-list', 'https://a.example/');
      same(await problemOf(openDrop(address) as Promise<unknown>), 'address', 'an address');
    },
  },
];
