// Options: quick or careful, by which weights pages are read. tests/extension hold it.
import { h } from '../../widget/dom.ts';
import { readings } from '../kept/settings.ts';
import { section, type Desk } from './section.ts';

export function readingSection(desk: Desk): HTMLElement {
  const { reading: words } = desk.words.options;
  const meanings = { quick: words.quickMeaning, careful: words.carefulMeaning };
  const choices = readings.map((reading) => {
    const input = h('input', { type: 'radio', name: 'reading', value: reading });
    input.checked = desk.settings.reading === reading;
    input.addEventListener('change', () => void desk.change({ reading }));
    return h('label', { class: 'choice' }, input, h('span', {}, words[reading], h('small', {}, meanings[reading])));
  });
  return section(words.title, ...choices);
}
