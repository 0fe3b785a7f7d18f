import type { KnownTreatment } from '../record/clinical-record.ts';
import type { EpochMs } from '../time.ts';
import { HOUR } from '../time.ts';
import type { PatientTimeline } from './patient-timeline.ts';

/** What happened up to a day before admission (another hospital, the ambulance, the emergency room) belongs to this illness. */
export const BEFORE_ADMISSION: number = 24 * HOUR;

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
