// Names of saved files; files.test.ts runs these in a browser.
import { fileName } from '../../../web/files/index.ts';
import { check, same, type Case } from '../support/case.ts';

export const saveCases: readonly Case<undefined>[] = [
  {
    name: 'a file is called by the title of the article',
    run() {
      same(fileName('Ostby’s bridge: “rusty”, says Åse', 'json'), 'Ostby’s bridge - “rusty”, says Åse.json', 'a title');
      same(fileName('桥 関 🙂', 'claims.csv'), '桥 関 🙂.claims.csv', 'other scripts');
    },
  },
  {
    name: 'no name has what some system forbids',
    run() {
      same(fileName('a/b\\c:d*e?f"g<h>i|j', 'md'), 'a - b - c - defghij.md', 'signs');
      same(fileName('../../etc/passwd', 'md'), 'etc - passwd.md', 'a way up');
      same(fileName(' .hidden. ', 'md'), 'hidden.md', 'dots and spaces at the ends');
      same(fileName('one\n two\0\x07\u202ethree\ud800', 'md'), 'one twothree.md', 'control signs');
      same(fileName('e\u0301', 'md'), '\u00e9.md', 'one way to write an accent');
      for (const title of ['', ' ', '...', '/', '\u202e']) same(fileName(title, 'md'), 'Sourcelight.md', JSON.stringify(title));
      for (const title of ['con', 'NUL', 'aux.v2', 'Com1']) same(fileName(title, 'md'), `Sourcelight ${title}.md`, title);
      same(fileName('Contents', 'md'), 'Contents.md', 'a word that only begins so');
    },
  },
  {
    name: 'long titles are cut between characters, in bytes',
    run() {
      for (const title of ['a'.repeat(500), '🙂'.repeat(200), 'e\u0323\u0302\u0301'.repeat(200), '日本'.repeat(200)]) {
        const name = fileName(title, 'claims.csv');
        check(new TextEncoder().encode(name).length <= 170, `${name} is too long`);
        check(title.normalize('NFC').startsWith(name.replace('.claims.csv', '')), `${name} is no start of the title`);
        check(!/\p{Cs}/u.test(name), 'a character was cut in two');
      }
    },
  },
];
