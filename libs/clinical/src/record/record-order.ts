import type { EpochMs } from '../time.ts';
import type { ClinicalRecord, RecordTimes } from './clinical-record.ts';

/** What the order of facts goes by. */
export interface Timed extends Pick<ClinicalRecord, 'resourceKey'> {
  readonly times: Pick<RecordTimes, 'effectiveAt' | 'issuedAt'>;
}

/**
 * By effective time, then issue (not said counts as earliest), then resource: a total order over newest versions, whatever their arrival.
 * For `Array.sort`.
 */
export function byTime(a: Timed, b: Timed): number {
  return (
    a.times.effectiveAt - b.times.effectiveAt ||
    compareIssued(a.times.issuedAt, b.times.issuedAt) ||
    (a.resourceKey === b.resourceKey ? 0 : a.resourceKey < b.resourceKey ? -1 : 1)
  );
}

function compareIssued(a: EpochMs | null, b: EpochMs | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  return b === null ? 1 : a - b;
}

/** How many of `ordered` lie at or before `until`. Binary search; `ordered` ascends by `timeOf`. */
export function countUntil<Value>(
  ordered: readonly Value[],
  until: EpochMs,
  timeOf: (value: Value) => EpochMs,
): number {
  // Most questions are about now.
  const last = ordered.at(-1);
  if (last === undefined || timeOf(last) <= until) return ordered.length;
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = ordered[middle];
    if (value !== undefined && timeOf(value) <= until) low = middle + 1;
    else high = middle;
  }
  return low;
}
