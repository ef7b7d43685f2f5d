// Saved web pages as articles; files.test.ts runs these in a browser.
import { readHtml } from '../../../web/engine/index.ts';
import { check, same, type Case } from '../support/case.ts';
import { fileOf, linksOf, openText, problemOf, refuses, soon } from './support.ts';

const paragraphs = [
  'The council of Ostby closed the old bridge on Tuesday after inspectors found rust in two of its pillars, according to <a href="../papers/report.pdf">the inspectors’ report</a>.',
  '“Nobody was in danger, and nobody will be,” said Mara Lind, the mayor, who had asked for the inspection in March, when residents complained about noise under the roadway.',
  'Repairs are expected to take four months, and the ferry that had been given up in 1998 is to run again, with <a href="https://ferry.example/times?a=1&amp;b=2">a boat every half hour</a>, until the bridge is safe.',
  'Shopkeepers on the east bank say that they have lost a third of their customers, and some want the town to pay for it, which the mayor has so far declined to promise.',
];

const page = (head = '', extra = ''): string => `<!doctype html><html lang="en"><head>
  <title>Ostby closes its old bridge - The Ostby Courier</title>${head}
  <script>document.title = 'ran'; window.ran = true; fetch('/ran');</script>
  <link rel="stylesheet" href="/style.css"><style><!-- p { color: red } --></style><script>document.write("<style>ran</style>");</script></head>
  <body onload="window.ran = true"><header><nav><ul><li><a href="/sport">Sport</a><li><a href="/shop">Subscribe now</a></ul></nav></header>
  <main><article><h1>Ostby closes its old bridge</h1><img src="/photo.jpg" onerror="window.ran = true">
  <p style="color: red" onclick="x()">${paragraphs.join('</p>\n<p>')}</p><iframe src="/frame.html"></iframe>
  <noscript><img src="/pixel.gif"></noscript></article></main>
  <aside class="sidebar related"><a href="/win">Win a holiday</a></aside>${extra}<footer>All rights reserved</footer></body></html>`;

export const pageCases: readonly Case<undefined>[] = [
  {
    name: 'of a page there is the article with its headline and links, and nothing around it',
    async run() {
      const opened = await openText('page.html', page('<base href="https://courier.example/news/bridge.html">'));
      same(opened.title, 'Ostby closes its old bridge', 'the title');
      const blocks = opened.text.split('\n\n');
      same(blocks[0], opened.title, 'the headline');
      same(blocks.length, 5, 'how many blocks');
      check(opened.text.endsWith('declined to promise.'), `the end: ${opened.text.slice(-60)}`);
      check(!/Sport|Subscribe|holiday|rights|ran\b/.test(opened.text), 'nothing around it');
      same(linksOf(opened), [
        ['the inspectors’ report', 'https://courier.example/papers/report.pdf'],
        ['a boat every half hour', 'https://ferry.example/times?a=1&b=2'],
      ], 'the links');
    },
  },
  {
    name: 'relative links of a page that does not say where it was lead nowhere, not here',
    async run() {
      same(linksOf(await openText('page.htm', page())).map(([words]) => words), ['a boat every half hour'], 'the links');
      const canonical = page('<link rel="canonical" href="https://courier.example/a/b">');
      same(linksOf(await openText('page.htm', canonical))[0]?.[1], 'https://courier.example/papers/report.pdf', 'canonical');
    },
  },
  {
    name: 'nothing of a page runs',
    async run() {
      await openText('page.html', page('', '<svg onload="window.ran = true"></svg><object data="/x"></object>'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      check(!('ran' in window), 'a script of the page ran');
    },
  },
  {
    name: 'HTML without an article is read whole',
    async run() {
      const opened = await openText('a.html', '<title>Note</title><p>It <a href="https://a.example/">closed</a>.<p>So they say.');
      same(opened.text.split('\n\n').slice(-2), ['It closed.', 'So they say.'], 'the text');
      same(linksOf(opened), [['closed', 'https://a.example/']], 'the links');
      same(opened.title, 'Note', 'the title');
      await refuses(fileOf('a.html', '<title>Photo</title><img src="/a.jpg">'), 'no_words');
    },
  },
  {
    name: 'HTML is read in the character set it is in, whatever it declares',
    async run() {
      const latin = new Uint8Array([...'<meta charset=iso-8859-2><p>\xb1 said'].map((letter) => letter.charCodeAt(0)));
      same((await openText('a.html', latin)).text, 'ą said', 'as declared');
      same((await openText('a.html', '<meta charset="iso-8859-1"><p>ą said')).text, 'ą said', 'UTF-8 with a false declaration');
    },
  },
  {
    name: 'HTML nested 100,000 deep is read, and soon',
    async run() {
      const depth = 100_000;
      const html = `<h1>Rain</h1>${'<div><b>'.repeat(depth / 2)}The <a href="https://a.example/">mayor</a> said it rained.`;
      const opened = await soon(20_000, () => openText('a.html', `${html}${'</b></div>'.repeat(depth / 2)}<p>End`));
      same(opened.text.split('\n\n').slice(-2), ['The mayor said it rained.', 'End'], 'the text');
      same(linksOf(opened), [['mayor', 'https://a.example/']], 'the link');
      const top = document.createElement('div');
      let inner: Element = top;
      for (let level = 0; level < 12_000; level++) inner = inner.appendChild(document.createElement('div'));
      inner.innerHTML = 'It <a href="https://a.example/">rained</a>.';
      const read = await soon(5_000, () => readHtml(top));
      same([read.text, linksOf(read)], ['It rained.', [['rained', 'https://a.example/']]], 'nested by a script');
      // Taken apart step by step, or the browser's own clean-up goes as deep.
      for (let at: Element | null = top; at; ) {
        const next: Element | null = at.firstElementChild;
        next?.remove();
        at = next;
      }
    },
  },
  {
    name: 'a page of 150,000 elements is read, and soon',
    async run() {
      const html = '<p>It <i>rained</i> <a href="https://a.example/">today</a>.</p>'.repeat(50_000);
      const { text, links } = await soon(20_000, () => openText('a.html', html));
      same([text.length, links.length], [50_000 * 18 - 2, 50_000], 'text and links');
    },
  },
  {
    name: 'what cannot be read is an OpenError here too',
    async run() {
      same(await problemOf(openText('a.html', ' ')), 'no_words', 'the code');
    },
  },
];
