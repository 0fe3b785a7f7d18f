import {
  checkTotal,
  hasNihss,
  nihssTotal,
  type ClinicalRecord,
  type NihssAssessment,
  type ObservationRecord,
} from '@endwatch/clinical';
import { isoTime } from '../board/iso-time.ts';
import type { PatientState } from './patient-state.ts';

export interface ContradictedTotal {
  /** The one of its resources that came last. */
  readonly record: ObservationRecord;
  readonly detail: string;
}

/** Examinations whose total and items came apart and, as of these records, cannot both be. What contradicts itself within one resource its decoder notes. */
export function contradictedTotals(
  before: PatientState,
  after: PatientState,
  records: readonly ClinicalRecord[],
): readonly ContradictedTotal[] {
  const charted = records.filter((one) => one.type === 'observation' && hasNihss(one));
  if (charted.length === 0) return [];
  const arrived = new Set<ClinicalRecord>(charted);
  const known = new Map(before.timeline.assessments.map((one) => [one.id, one]));
  return after.timeline.assessments.flatMap((one) => {
    const record = one.records.findLast((part) => arrived.has(part));
    if (record === undefined || one.records.length === 1 || !isContradicted(one)) return [];
    const old = known.get(one.id);
    const isNews = !old || !isContradicted(old) || old.chartedTotal !== one.chartedTotal;
    return isNews ? [{ record, detail: detailOf(one) }] : [];
  });
}

function isContradicted({ items, chartedTotal }: NihssAssessment): boolean {
  return checkTotal(items, chartedTotal) === 'mismatch';
}

function detailOf({ items, chartedTotal, at }: NihssAssessment): string {
  const count = String(Object.keys(items).length);
  return `total ${String(chartedTotal)}, sum of ${count} items ${String(nihssTotal(items))}, all of ${isoTime(at)}`;
}
