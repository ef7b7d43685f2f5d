// Holds web/widget/check/quotation-rules.ts: what a house style that asks for it is told of changed quotations.
import { expect, test } from 'vitest';
import { atOnce, indexDocument, QuotationChecker } from '../../../web/check/quotations.ts';
import { quotationFindings } from '../../../web/widget/check/quotation-rules.ts';

const checker = new QuotationChecker();
checker.documents = [atOnce(indexDocument({ name: 'a.txt', text: 'We waited four years for the second gate.', places: [] }))];
const texts = ['We waited four years', 'We waited five years for the second gate', 'The harbour burned all night'];
const checked = atOnce(
  checker.check(texts.map((text, at) => ({ span: [at * 100, at * 100 + text.length], text, attribution: at, claim: at, source: '', title: '', isPerson: false }))),
);

test('a rule finds each changed quotation, with its own severity and message', () => {
  const style = JSON.stringify({ rules: [
    { id: 'quotes', check: 'changed_quotation', severity: 'error', message: 'Quote word for word.' },
    { id: 'other', pattern: 'gate', message: 'No gate.' },
    { id: 'soft', check: 'changed_quotation', message: 'Look again.' },
  ] });
  expect(quotationFindings(style, checked)).toEqual([
    { rule: 'quotes', severity: 'error', span: [100, 140], message: 'Quote word for word.' },
    { rule: 'soft', severity: 'warning', span: [100, 140], message: 'Look again.' },
  ]);
});

test.each([null, '', 'changed_quotation', '[]', '{"rules": {"check": "changed_quotation"}}', '{"rules": [null, {"check": "changed_quotation"}]}',
  '{"rules": [{"id": "a", "check": "changed_quotation", "message": "m", "severity": "loud"}]}'])('%j asks for nothing', (style) => {
  expect(quotationFindings(style, checked)).toEqual([]);
});
