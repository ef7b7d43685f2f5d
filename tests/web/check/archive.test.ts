// The archive of fact-checks in memory: what is loaded, replaced, refused; files of every kind.
import { expect, test } from 'vitest';
import type { FactCheck } from '../../../web/check/fact-check.ts';
import { FactChecks, type KeepsChecks } from '../../../web/check/fact-checks.ts';
import { FactFileError, factFileKind, openTable, readReviews, readTable, type Take } from '../../../web/check/fact-files.ts';
import type { Read } from '../../../web/check/claim-review.ts';
import { claimReviewOf, madeChecks, written } from './archive-made.ts';

class Memory implements KeepsChecks {
  checks: readonly FactCheck[] = [];
  isFull = false;

  async *read(): AsyncGenerator<readonly FactCheck[]> {
    yield this.checks;
  }

  async replace(checks: readonly FactCheck[]): Promise<void> {
    if (this.isFull) throw new DOMException('No room.', 'QuotaExceededError');
    this.checks = [...checks];
  }

  clear(): Promise<void> {
    return this.replace([]);
  }
}

const never = new AbortController().signal;
const quiet = (): void => {};
const reading = (entries: readonly Read[]) => async (take: Take): Promise<void> => take(entries, 1);
const good = (checks: readonly FactCheck[]): Read[] => checks.map((check) => ({ check }));
const load = (archive: FactChecks, checks: readonly FactCheck[]) => archive.load(reading(good(checks)), quiet, never);
const [jobs, seawater] = written as [FactCheck, FactCheck];
const claim = 'drinking seawater can cure the common cold';

test('what is loaded is found, is kept, and is there again for the next visit', async () => {
  const store = new Memory();
  const archive = new FactChecks(store);
  expect(await load(archive, madeChecks(300))).toMatchObject({ added: 300, replaced: 0, bad: 0, left: 0 });
  const later = new FactChecks(store);
  await later.open();
  expect(later.size).toBe(300);
  for (const one of [archive, later]) expect((await one.find([claim]))[0]?.[0]?.check).toEqual(seawater);
});

test('the same address or the same claim of the same publisher is replaced, in its place', async () => {
  const archive = new FactChecks(new Memory());
  await load(archive, madeChecks(100));
  const corrected = { ...seawater, verdict: 'Unproven', url: 'https://check.example/moved' };
  const reworded = { ...jobs, claim: 'The harbour of Ostby lost 500 jobs.' };
  expect(await load(archive, [corrected, reworded])).toMatchObject({ added: 0, replaced: 2 });
  expect(archive.size).toBe(100);
  expect((await archive.find([claim]))[0]?.[0]?.check.verdict).toBe('Unproven');
});

test('several claims of one article stand beside each other', async () => {
  const archive = new FactChecks(new Memory());
  const others = [1, 2, 3].map((at) => ({ ...jobs, claim: `Claim ${at} of one speech.` }));
  expect(await load(archive, others)).toMatchObject({ added: 3, replaced: 0 });
  expect(await load(archive, others)).toMatchObject({ added: 0, replaced: 3 });
});

test('entries that are of no use are counted, with the place of the first three', async () => {
  const archive = new FactChecks(new Memory());
  const entries: Read[] = [{ bad: 'no_claim' }, { check: jobs }, { bad: 'no_verdict' }, { bad: 'no_claim' }, { bad: 'no_claim' }];
  expect(await archive.load(reading(entries), quiet, never)).toMatchObject({
    added: 1, bad: 4, firstBad: [{ place: 1, reason: 'no_claim' }, { place: 3, reason: 'no_verdict' }, { place: 4, reason: 'no_claim' }],
  });
});

test('a full archive takes no more, and says how many found no room', async () => {
  const archive = new FactChecks(new Memory(), 50);
  await load(archive, madeChecks(49));
  expect(await load(archive, [seawater, { ...seawater, claim: 'The last one.', url: '' }, { ...seawater, claim: 'One too many.', url: '' }])).toMatchObject({
    added: 1, replaced: 1, left: 1,
  });
  expect(archive.size).toBe(50);
});

test('a full disk and a cancelled file leave everything as it was', async () => {
  const store = new Memory();
  const archive = new FactChecks(store);
  await load(archive, [seawater, ...madeChecks(50)]);
  store.isFull = true;
  await expect(load(archive, [jobs])).rejects.toMatchObject({ name: 'QuotaExceededError' });
  store.isFull = false;
  const stop = new AbortController();
  stop.abort();
  await expect(archive.load(reading(good(madeChecks(90))), quiet, stop.signal)).rejects.toThrow();
  expect(archive.size).toBe(50);
  expect(store.checks).toHaveLength(50);
  expect((await archive.find([claim]))[0]).toHaveLength(1);
});

test('only claims that changed are looked up again', async () => {
  const archive = new FactChecks(new Memory());
  await load(archive, madeChecks(50));
  const [before] = await archive.find([claim, 'Boats fly.']);
  expect(archive.known(['Boats swim.', claim])).toEqual([[], before]);
  const [after, other] = await archive.find([claim, 'Boats swim.']);
  expect(after).toBe(before);
  expect(other).toEqual([]);
  await load(archive, [{ ...seawater, verdict: 'Unproven' }]);
  expect((await archive.find([claim]))[0]?.[0]?.check.verdict).toBe('Unproven');
});

async function read(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<Read[]> {
  const file = new File([content], name);
  const entries: Read[] = [];
  const take: Take = (some) => void entries.push(...some);
  const kind = factFileKind(name);
  if (kind === 'csv') await readTable(file, (await openTable(file)).guess, take, never);
  else await readReviews(file, kind ?? 'json', take, never);
  return entries;
}

test('a long feed is read piece by piece, to the same entries as a short one', async () => {
  const checks = madeChecks(2000);
  const feed = { '@type': 'DataFeed', dataFeedElement: checks.map((check) => ({ item: [claimReviewOf(check)] })) };
  const text = JSON.stringify(feed);
  expect(text.length).toBeGreaterThan(500_000);
  expect(await read('feed.json', text)).toEqual(good(checks));
  expect(await read('list.json', JSON.stringify(checks.map(claimReviewOf)))).toEqual(good(checks));
  await expect(read('feed.json', text.slice(0, -2))).rejects.toMatchObject({ problem: 'not_json' });
});

const rows = 'Claim;Verdict;URL\r\n"Boats fly; ""often"".";False;https://check.example/1\r\n\r\nCafé boats swim.;True;\r\n';
const expected = [
  { check: { claim: 'Boats fly; "often".', verdict: 'False', url: 'https://check.example/1' } },
  { check: { claim: 'Café boats swim.', verdict: 'True', url: '' } },
];

test.each([
  ['semicolons', rows],
  ['a byte order mark', `\uFEFF${rows}`],
  ['the separator in the first line', `sep=;\r\n${rows}`],
  ['commas', 'claim,verdict,url\n"Boats fly; ""often"".",False,https://check.example/1\nCafé boats swim.,True,\n'],
  ['letters of windows-1252', Uint8Array.from(rows, (letter) => letter.charCodeAt(0))],
])('a table with %s is read', async (_, content) => {
  expect(await read('archive.csv', content)).toMatchObject(expected);
});

test('a long table is read whole, letters of several bytes too', async () => {
  const lines = Array.from({ length: 8000 }, (_, at) => `"Ørsted €${at} schließt «Łódź»",Falsch`);
  const entries = await read('archive.csv', `claim,verdict\n${lines.join('\n')}`);
  expect(entries).toHaveLength(8000);
  expect(entries.every((entry, at) => 'check' in entry && entry.check.claim === `Ørsted €${at} schließt «Łódź»`)).toBe(true);
});

test.each([
  ['a.json', 'nothing', 'not_json'],
  ['a.json', '{"@type": "Article"}', 'no_reviews'],
  ['a.json', '', 'not_json'],
  ['a.csv', 'only words here', 'no_table'],
  ['a.csv', '', 'no_table'],
])('%s of "%s" is refused: %s', async (name, content, problem) => {
  const refused = await read(name, content).catch((reason: unknown) => reason);
  expect(refused).toBeInstanceOf(FactFileError);
  expect(refused).toMatchObject({ problem });
});

test('what a file is its name says', () => {
  expect(['a.CSV', 'b.tsv', 'c.html', 'd.jsonld', 'e.pdf', 'f'].map(factFileKind)).toEqual(['csv', 'csv', 'html', 'json', null, null]);
});
