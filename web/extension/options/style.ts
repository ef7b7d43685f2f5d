// Options: the newsroom's settings file, with all that makes no sense in it, as the engine says.
// tests/extension hold it.
import type { CoreState, Problem } from '../../engine/link.ts';
import { h } from '../../widget/dom.ts';
import { ask } from '../ask.ts';
import { button, section, type Desk } from './section.ts';

const most = 1_000_000; // letters; the browser keeps a few millions for the whole extension

export function styleSection(desk: Desk): HTMLElement {
  const { style: words } = desk.words.options;
  const { style } = desk.catalogue.page;
  const file = h('input', { type: 'file', accept: '.json,application/json', 'aria-label': style.load, hidden: true });
  const state = h('p', { role: 'status' });
  const left = h('div');
  const remove = button(style.remove, () => void use(null));

  const judge = async (): Promise<void> => {
    const { houseStyle } = desk.settings;
    remove.hidden = !houseStyle;
    left.replaceChildren();
    state.className = '';
    state.textContent = houseStyle ? style.reading(houseStyle.name) : style.none;
    if (!houseStyle) return;
    const answer = (await ask({ type: 'start' })) as CoreState | Problem;
    if (houseStyle !== desk.settings.houseStyle) return;
    const problem = 'code' in answer ? answer : answer.houseStyleProblem;
    state.className = problem ? 'wrong' : 'right';
    state.textContent = problem ? style.notInUse(houseStyle.name, problem.message) : style.inUse(houseStyle.name);
    const problems = 'code' in answer ? [] : answer.houseStyleProblems;
    if (!problems.length) return;
    const items = problems.map(({ line, field, message }) => h('li', {}, h('b', {}, style.place(line, field)), ` ${message}`));
    left.replaceChildren(h('h3', {}, style.leftOut), h('ul', { class: 'left-out' }, ...items));
  };

  const use = async (houseStyle: Desk['settings']['houseStyle']): Promise<void> => {
    await desk.change({ houseStyle });
    await judge();
  };

  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (!chosen) return;
    chosen.text().then(
      (text) => (text.length > most ? desk.say(words.tooLong) : void use({ name: chosen.name, text })),
      () => desk.say(style.unreadable),
    );
  });
  void judge();
  const load = button(style.load, () => file.click());
  return section(words.title, h('p', {}, style.meaning), state, left, file, h('p', { class: 'row' }, load, remove));
}
