import type { ObservationRecord, RecordStatus } from '../record/clinical-record.ts';
import { byTime } from '../record/record-order.ts';
import type { EpochMs } from '../time.ts';
import type { NihssItem, NihssItemScore, NihssItemScores } from './nihss-item.ts';
import type { NihssScore } from './nihss-total.ts';
import { scoreNihss } from './nihss-total.ts';

/** One examination, put together from every resource that reports it: same effective time, same examiner. */
export interface NihssAssessment extends NihssScore {
  /** Stays the same while further items of the examination arrive. */
  readonly id: string;
  /** Effective time. */
  readonly at: EpochMs;
  /** When Endwatch had all of it. */
  readonly knownAt: EpochMs;
  readonly items: NihssItemScores;
  /** Why items are untestable, of those where it was said. */
  readonly untestable: Readonly<Partial<Record<NihssItem, string>>>;
  /** The total as the sender wrote it; `total` is what holds. */
  readonly chartedTotal: number | null;
  /** A reference, never a name; null where the sender did not say. */
  readonly rater: string | null;
  /** The least final status of its parts. */
  readonly status: RecordStatus;
  /** The resources it came in, in order. */
  readonly records: readonly ObservationRecord[];
}

/** True for a resource that carries part of an examination. */
export function hasNihss(record: ObservationRecord): boolean {
  return record.facts.some((fact) => fact.kind !== 'measurement');
}

/**
 * Puts examinations together from the newest versions of resources, ordered by effective time, then rater. Items and totals may come apart; two
 * raters at one time are two examinations, and what names no rater joins the first of them. Where two resources give the same item, the
 * later issued one holds.
 */
export function assembleAssessments(
  records: readonly ObservationRecord[],
): readonly NihssAssessment[] {
  const assessments: NihssAssessment[] = [];
  for (const together of groupBy(records, (record) => record.times.effectiveAt).values()) {
    const raters = [...new Set(together.map((record) => record.rater))]
      .filter((rater) => rater !== null)
      .sort();
    const first = raters[0] ?? null;
    const byRater = groupBy(together, (record) => record.rater ?? first);
    for (const rater of first === null ? [null] : raters) {
      assessments.push(assemble(byRater.get(rater) ?? [], rater, rater === first));
    }
  }
  return assessments.sort(byExamination);
}

/** By effective time, then rater. For `Array.sort`. */
export function byExamination(a: NihssAssessment, b: NihssAssessment): number {
  return a.at - b.at || ((a.rater ?? '') < (b.rater ?? '') ? -1 : 1);
}

function assemble(
  unordered: readonly ObservationRecord[],
  rater: string | null,
  isFirst: boolean,
): NihssAssessment {
  const records = [...unordered].sort(byTime);
  const items: Partial<Record<NihssItem, NihssItemScore>> = {};
  const reasons = new Map<NihssItem, string>();
  let chartedTotal: number | null = null;
  for (const fact of records.flatMap((record) => record.facts)) {
    if (fact.kind === 'nihss-item') {
      items[fact.item] = fact.score;
      // A later issued score of the item takes the reason of the earlier one with it.
      if (fact.reason === undefined) reasons.delete(fact.item);
      else reasons.set(fact.item, fact.reason);
    }
    if (fact.kind === 'nihss-total') chartedTotal = fact.total;
  }
  const at = records[0]?.times.effectiveAt ?? NaN;
  return {
    id: isFirst ? `nihss-${String(at)}` : `nihss-${String(at)}-${rater ?? ''}`,
    at,
    knownAt: Math.max(...records.map((record) => record.times.ingestedAt)),
    items,
    untestable: Object.fromEntries(reasons),
    chartedTotal,
    ...scoreNihss(items, chartedTotal),
    rater,
    status: leastFinal(records),
    records,
  };
}

const LEAST_FINAL_FIRST: readonly RecordStatus[] = [
  'registered',
  'preliminary',
  'unknown',
  'corrected',
  'amended',
  'appended',
  'final',
];

function leastFinal(records: readonly ObservationRecord[]): RecordStatus {
  const statuses = new Set(records.map((record) => record.status));
  return LEAST_FINAL_FIRST.find((status) => statuses.has(status)) ?? 'unknown';
}

function groupBy<Key, Value>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
