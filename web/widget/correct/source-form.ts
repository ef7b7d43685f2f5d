// The form below a source that says who it is: another name, role or kind, the same as another entry,
// or two in one. tests/web/page/correct.test.ts holds it.
import type { Source } from '../../engine/report.ts';
import { givenKinds, type Correction, type GivenSource } from '../../review/index.ts';
import { isNamed } from '../../review/index.ts';
import { h } from '../dom.ts';
import type { Reading } from '../reading.ts';
import { labelled, makeSelect, push, WhoFields, type Spoken } from './fields.ts';

export interface SourceFormOptions {
  readonly reading: Reading;
  readonly source: Source;
  /** It is that source; `into`: the id of the entry that it is the same as, null: none. */
  onSave(given: GivenSource, into: number | null): void;
  /** Those claims are somebody else's. */
  onSplit(claims: readonly number[], correction: Correction): void;
  onCancel(): void;
}

export function makeSourceForm(spoken: Spoken, options: SourceFormOptions): HTMLElement {
  const { correct } = spoken;
  const { reading, source } = options;
  const who = new WhoFields(spoken);
  const kind = givenKinds.find((one) => one === source.kind);
  who.value = { name: source.name, title: source.title, kind: kind ?? 'named_person' };
  const others = reading.report.sources.filter(({ id, kind: other }) => id !== source.id && other !== 'none');
  const same = makeSelect([['', correct.source.nobody], ...others.map(({ id, name }) => [String(id), name] as const)]);
  same.addEventListener('change', () => (who.hidden = same.value !== ''));
  const form = h(
    'form',
    { class: 'correct-form', 'aria-label': correct.source.title(source.name) },
    who.element,
    ...(others.length ? [labelled(correct.source.same, same)] : []),
    h('div', { class: 'form-row' }, push(correct.claim.save), push(correct.claim.cancel, () => options.onCancel())),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = same.value ? { name: source.name, title: source.title, kind: kind ?? 'named_person' } : who.value;
    if (given) options.onSave(given, same.value ? Number(same.value) : null);
  });
  const element = h('div', { class: 'correct-source' }, form, ...splitForm(spoken, options));
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    options.onCancel();
  });
  return element;
}

/** Only where there are two statements to tell apart. */
function splitForm(spoken: Spoken, { reading, source, onSplit }: SourceFormOptions): HTMLElement[] {
  const { split, splitExplain, splitNone, splitSave } = spoken.correct.source;
  const claims = [...new Set(reading.statementsOf(source.id).map((one) => reading.claimOf(one)))].filter((claim) => claim >= 0);
  if (claims.length < 2) return [];
  const boxes = claims.map((claim) => {
    const box = h('input', { type: 'checkbox', value: String(claim) });
    const words = reading.words(reading.claim(claim)?.spans ?? []);
    return { box, label: h('label', { class: 'choice-line' }, box, words) };
  });
  const who = new WhoFields(spoken);
  const [first] = boxes;
  const form = h(
    'form',
    { class: 'correct-form', 'aria-label': split },
    h('fieldset', {}, h('legend', {}, splitExplain), ...boxes.map(({ label }) => label)),
    who.element,
    h('div', { class: 'form-row' }, push(splitSave)),
  );
  form.addEventListener('change', () => first?.box.setCustomValidity(''));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = boxes.filter(({ box }) => box.checked).map(({ box }) => Number(box.value));
    first?.box.setCustomValidity(chosen.length ? '' : splitNone);
    if (!chosen.length) return void first?.box.reportValidity();
    const given = who.value;
    if (given) onSplit(chosen, { status: isNamed(given.kind) ? 'named' : 'unnamed', source: given });
  });
  return [h('details', {}, h('summary', {}, split), form)];
}
