// The filter of the pictures in the report view, as the filter of everything else and back.
// tests/web/widget/reading.test.ts holds it.
import type { ClaimStatus } from '../engine/report.ts';
import type { ReportFilter } from './charts/filter.ts';
import type { Filter } from './filter.ts';

export function fromReportFilter({ status, kind, source, named, unsure }: ReportFilter): Filter {
  const statuses: ClaimStatus[] =
    status !== undefined ? [status] : named === undefined ? [] : named ? ['named'] : ['unnamed', 'hidden'];
  return { statuses: new Set(statuses), source: source ?? null, kind: kind ?? null, ...(unsure && { unsure }) };
}

export function toReportFilter({ statuses, source, kind, unsure }: Filter): ReportFilter {
  const [first] = statuses;
  const unnamed = statuses.size === 2 && statuses.has('unnamed') && statuses.has('hidden');
  return {
    ...(statuses.size === 1 && first ? { status: first } : {}),
    ...(unnamed ? { named: false } : {}),
    ...(source === null ? {} : { source }),
    ...(kind === null ? {} : { kind }),
    ...(unsure && { unsure }),
  };
}
