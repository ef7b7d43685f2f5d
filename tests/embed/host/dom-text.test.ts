// DOM as text, and offsets in it as ranges, in Chromium.
import { describe, expect, test } from 'vitest';
import { openHostPage } from './open.ts';

const here = openHostPage();
const textOf = (html: string, style = ''): Promise<string> =>
  here.page.evaluate(([html, style]) => window.host.textOf(html, style), [html, style] as const);

describe('The text of DOM', () => {
  test.each([
    ['has a blank line between blocks', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['has one blank line, however deep the blocks are', '<div><div><p>One.</p></div></div><div><ul><li>Two.</li></ul></div>', 'One.\n\nTwo.'],
    ['has a blank line between text and a block beside it', 'One.<p>Two.</p>Three.', 'One.\n\nTwo.\n\nThree.'],
    ['has none at its edges', '<p></p><p>One.</p><p><br></p>', 'One.'],
    ['has none for blocks that are empty, or hold a filler alone', '<p>One.</p><p>\u200b</p><p>\ufeff</p><p>&nbsp;</p><p>Two.</p>', 'One.\n\nTwo.'],
    ['has a line end for <br>', '<p>One<br>two.</p>', 'One\ntwo.'],
    ['has a blank line for <br><br>', 'One.<br><br>Two.', 'One.\n\nTwo.'],
    ['has no more of it for many', 'One.<br><br><br><br>Two.', 'One.\n\nTwo.'],
    ['knows that a <br> at the end of a block is no line', '<p>One.<br></p><p>Two.</p>', 'One.\n\nTwo.'],
    ['runs on through inline elements', '<p>The <b>old</b> <a href="#">mi<i>ll</i></a>.</p>', 'The old mill.'],
    ['has a space for a line end of the source', '<p>The old\n\tmill.</p>', 'The old  mill.'],
    ['leaves out the layout of the source', '\n  <p>One.</p>\n  <p>Two.</p>\n', 'One.\n\nTwo.'],
    ['keeps lines that <pre> keeps', '<pre>One\ntwo</pre>', 'One\ntwo'],
    ['has the cells of a table as blocks', '<table><tr><td>One</td><td>Two</td></tr><tr><th>Three</th></tr></table>', 'One\n\nTwo\n\nThree'],
    ['is without the characters that editors leave', '<p>m\u200bi\ufeffl\u2060l</p>', 'mill'],
    ['is without frames, scripts, styles and what is drawn', '<p>One.<script>two</script><style>p{}</style><svg><text>three</text></svg><iframe>four</iframe></p>', 'One.'],
    ['is without the values of controls', '<p>One.<select><option>two</option></select><textarea>three</textarea></p>', 'One.'],
    ['is without what the page leaves out', '<p>One.</p><aside data-skip>Two.</aside>', 'One.'],
    ['is without comments', '<p>One<!-- two -->.</p>', 'One.'],
    ['is empty without letters', '<p><br></p>\n<p> </p>', ''],
  ])('%s', async (_, html, expected) => {
    expect(await textOf(html)).toBe(expected);
  });

  test('keeps lines where a style does, as that of an editor of plain text', async () => {
    expect(await textOf('One\ntwo', 'white-space: pre-wrap')).toBe('One\ntwo');
  });
});

describe('Offsets in DOM', () => {
  test('lead to their words and back, in DOM made at random', async () => {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    console.log(`SEED=${seed}`);
    const stray = await here.page.evaluate((seed) => {
      for (let count = 0; count < 150; ++count) {
        const found = window.host.strayInRandomDom(seed + count);
        if (found) return `SEED=${seed + count}: ${found}`;
      }
      return null;
    }, seed);
    expect(stray).toBeNull();
  });

  test('are known of places between elements, and of none outside', async () => {
    const offsets = await here.page.evaluate(() => {
      const root = document.createElement('article');
      root.innerHTML = '<p>One.</p><p>Two.</p>';
      document.body.append(root);
      const text = new window.host.DomText(root);
      const found = [[root, 0], [root, 1], [root, 2], [document.body, 0]].map(([node, at]) => text.offsetOf(node as Node, at as number));
      root.remove();
      return found;
    });
    expect(offsets[0]).toBe(0);
    expect([4, 6]).toContain(offsets[1]);
    expect(offsets.slice(2)).toEqual([10, null]);
  });

  test('outside the text, or between its blocks, have no range', async () => {
    const ranges = await here.page.evaluate(() => {
      const root = document.createElement('article');
      root.innerHTML = '<p>One.</p><p>Two.</p>';
      const text = new window.host.DomText(root);
      return [[4, 6], [3, 3], [5, 2], [10, 12], [-3, 2], [8, 99]].map(([begin, end]) => text.range(begin as number, end as number)?.toString() ?? null);
    });
    expect(ranges).toEqual([null, null, null, null, 'On', 'o.']);
  });
});
