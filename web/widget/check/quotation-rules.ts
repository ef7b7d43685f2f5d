// What a house style wants told of quotations: its rules with "check": "changed_quotation", which the core
// leaves to whoever has the documents (docs/house-style.md). tests/web/check/rules.test.ts holds it.
import type { Checked } from '../../check/quotations.ts';
import type { Finding, Severity } from '../../engine/report.ts';

interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
}

/** `style`: JSON; what makes no sense in it the core has told already. In order of their spans. */
export function quotationFindings(style: string | null, checked: readonly Checked[]): Finding[] {
  const rules = rulesOf(style);
  if (!rules.length) return [];
  return checked
    .filter(({ status }) => status === 'changed')
    .flatMap(({ quotation: { span } }) => rules.map(({ id, severity, message }) => ({ rule: id, severity, span, message })));
}

function rulesOf(style: string | null): Rule[] {
  if (style === null || !style.includes('changed_quotation')) return [];
  let read: unknown;
  try {
    read = JSON.parse(style);
  } catch {
    return [];
  }
  const rules: unknown = isObject(read) ? read['rules'] : null;
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((rule: unknown): Rule[] => {
    if (!isObject(rule) || rule['check'] !== 'changed_quotation') return [];
    const { id, message, severity = 'warning' } = rule;
    if (typeof id !== 'string' || typeof message !== 'string' || !isSeverity(severity)) return [];
    return id && message ? [{ id, message, severity }] : [];
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSeverity = (value: unknown): value is Severity => value === 'info' || value === 'warning' || value === 'error';
