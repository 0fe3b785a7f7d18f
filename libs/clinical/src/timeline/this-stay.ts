import type { KnownTreatment, ReportRecord } from '../record/clinical-record.ts';
import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';
import type { PatientTimeline } from './patient-timeline.ts';

/** What happened up to a day before admission (another hospital, the ambulance, the emergency room) belongs to this illness. */
export const BEFORE_ADMISSION: number = 24 * HOUR;

/** Reports of this illness that have a text, as far as the view knows: what a model reads, in training as in service. */
export function reportsOfIllness(
  { reports }: Pick<PatientTimeline, 'reports'>,
  admittedAt: EpochMs,
): readonly ReportRecord[] {
  const from = admittedAt - BEFORE_ADMISSION;
  return reports.filter(({ times, text }) => times.effectiveAt >= from && text.trim() !== '');
}

/** Given since this illness began, as far as the view knows; an earlier stroke's treatment does not count. */
export function hadTreatment(
  timeline: PatientTimeline,
  treatment: KnownTreatment,
  admittedAt: EpochMs,
): boolean {
  return treatedAt(timeline, treatment, admittedAt) !== null;
}

/** The last thrombolysis since this illness began, as far as the view knows. */
export function thrombolysedAt(timeline: PatientTimeline, admittedAt: EpochMs): EpochMs | null {
  return treatedAt(timeline, 'thrombolysis', admittedAt);
}

function treatedAt(
  { treatments }: PatientTimeline,
  treatment: KnownTreatment,
  admittedAt: EpochMs,
): EpochMs | null {
  const last = treatments.findLast((one) => one.treatment === treatment)?.times.effectiveAt;
  return last !== undefined && last >= admittedAt - BEFORE_ADMISSION ? last : null;
}
