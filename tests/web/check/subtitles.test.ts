// Holds web/files/subtitles.ts: cues become running text, with times and speakers.
import { expect, test } from 'vitest';
import { readSubtitles } from '../../../web/files/subtitles.ts';

const vtt = `WEBVTT - hearing

NOTE made by hand

STYLE
::cue { color: red }

1
00:00:05.000 --> 00:00:07.500 align:start
<v Anna Lee>We waited <i>four</i> years

00:00:07.500 --> 00:00:09.000
<v Anna Lee>for the second gate, &amp; nobody came.</v>

00:12:31.000 --> 00:12:33.000
<v.loud Bo Holm>No.
`;

const srt = `1
00:00:05,000 --> 00:00:07,500
LEE: We waited four years

2
00:00:07,500 --> 00:00:09,000
for the <font color="red">second</font> gate.

3
00:00:09,500 --> 00:00:10,000
- {\\an8}HOLM: No.
- Yes.
`;

test('cues of WebVTT are joined; voices and times are kept', () => {
  const read = readSubtitles(vtt);
  expect(read?.text).toBe('We waited four years for the second gate, & nobody came.\n\nNo.');
  expect(read?.places).toEqual([
    { at: 0, time: 5, speaker: 'Anna Lee' },
    { at: 21, time: 7 },
    { at: 58, time: 751, speaker: 'Bo Holm' },
  ]);
});

test('cues of SubRip are joined; names before a colon speak, a dash is a turn', () => {
  const read = readSubtitles(srt);
  expect(read?.text).toBe('We waited four years for the second gate.\n\nNo.\n\nYes.');
  expect(read?.places.map(({ speaker, time }) => [speaker, time])).toEqual([['LEE', 5], [undefined, 7], ['HOLM', 9], [undefined, 9]]);
});

test('captions that roll say nothing twice', () => {
  const rolling = 'WEBVTT\n\n00:01.000 --> 00:02.000\nWe waited\n\n00:02.000 --> 00:03.000\nWe waited\nfour years\n\n00:03.000 --> 00:04.000\nfour years\nfor the gate\n';
  expect(readSubtitles(rolling)?.text).toBe('We waited four years for the gate');
});

test.each(['', 'WEBVTT\n', 'Only text.\n\nAnd more.', '1\n00:00:05,000 --> \nx'])('%j has no cues', (text) => {
  expect(readSubtitles(text)).toBeNull();
});
