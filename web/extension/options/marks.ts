// Options: which claims are marked, and in which colours. tests/extension hold it.
import { claimStatuses, type ClaimStatus } from '../../engine/report.ts';
import { assertive } from '../../host/marks.ts';
import { h } from '../../widget/dom.ts';
import { usualColour } from '../looks.ts';
import { button, section, type Desk } from './section.ts';

export function statusSection(desk: Desk): HTMLElement {
  const { statuses: words } = desk.words.options;
  const { terms } = desk.catalogue;
  const boxes = claimStatuses.map((status) => ({ status, box: h('input', { type: 'checkbox', name: status }) }));
  const usual = h('input', { type: 'radio', name: 'statuses', value: 'usual' });
  const chosen = h('input', { type: 'radio', name: 'statuses', value: 'chosen' });
  const show = (): void => {
    const { statuses } = desk.settings;
    usual.checked = statuses === null;
    chosen.checked = statuses !== null;
    for (const { status, box } of boxes) {
      box.checked = (statuses ?? assertive).includes(status);
      box.disabled = statuses === null;
    }
  };
  const choose = (statuses: readonly ClaimStatus[] | null): void => {
    void desk.change({ statuses });
    show();
  };
  usual.addEventListener('change', () => choose(null));
  chosen.addEventListener('change', () => choose(assertive));
  for (const { box } of boxes) {
    box.addEventListener('change', () => choose(boxes.flatMap(({ status, box: one }) => (one.checked ? [status] : []))));
  }
  show();
  return section(
    words.title,
    h('label', { class: 'choice' }, usual, h('span', {}, words.usual)),
    h('label', { class: 'choice' }, chosen, h('span', {}, words.chosen)),
    h('div', { class: 'below', role: 'group', 'aria-label': words.title }, ...boxes.map(({ status, box }) =>
      h('label', { class: 'choice' }, box, h('span', {}, terms.statuses[status].label, h('small', {}, terms.statuses[status].meaning))),
    )),
  );
}

export function colourSection(desk: Desk): HTMLElement {
  const { colours: words } = desk.words.options;
  const { terms } = desk.catalogue;
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const inputs = claimStatuses.map((status) => {
    const input = h('input', { type: 'color', name: `colour-${status}` });
    const sample = h('span', { class: `line ${status}` }, terms.statuses[status].label);
    const show = (): void => {
      const own = desk.settings.colours[status];
      input.value = own ?? usualColour(status, isDark);
      sample.style.textDecorationColor = own ?? '';
    };
    input.addEventListener('change', () => {
      void desk.change({ colours: { ...desk.settings.colours, [status]: input.value } });
      show();
    });
    show();
    return { show, row: h('label', { class: 'choice' }, input, sample) };
  });
  const reset = button(words.reset, () => {
    void desk.change({ colours: {} });
    for (const { show } of inputs) show();
  });
  return section(words.title, h('p', {}, words.meaning), ...inputs.map(({ row }) => row), h('p', {}, reset));
}
