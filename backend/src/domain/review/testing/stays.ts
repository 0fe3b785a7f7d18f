import { HOUR } from '@endwatch/clinical';
import { hour, T0 } from '@endwatch/clinical/testing';
import type { ReviewAssessment, ReviewScore, ReviewStay } from '../review-stay.ts';

/** A stay of ten days without END, examined to the end of the seventh, unless told. */
export function aReviewStay(changes: Partial<ReviewStay> = {}): ReviewStay {
  return {
    ...{ patientId: 'p1', encounterId: `e-${changes.patientId ?? 'p1'}`, ward: 'w1', bed: null },
    ...{ age: 71, sex: 'female', admittedAt: T0, dischargedAt: hour(240), diedAt: null },
    ...{ conditions: [], treatments: [], admissionNihss: 6 },
    end: { status: 'none', rule: null, at: null, knownAt: null },
    ...{ assessments: charted([0, 6], [168, 6]), scores: [], alerts: [] },
    ...changes,
  };
}

export function endAt(hours: number): ReviewStay['end'] {
  const at = hour(hours);
  return { status: 'confirmed', rule: 'total', at, knownAt: at + HOUR };
}

/** Of that hour, known at once. */
export function aReviewScore(
  hours: number,
  next24h: number,
  changes: Partial<ReviewScore> = {},
): ReviewScore {
  return {
    ...{ id: `s-${String(hours)}-${String(next24h)}`, asOf: hour(hours), knownAt: hour(hours) },
    ...{ supersededAt: null, next24h, by48h: next24h, by7d: Math.min(1, next24h * 2) },
    ...{ modelVersion: 'm1', missing: [], outOfPopulation: [] },
    ...changes,
  };
}

export function charted(...rows: readonly (readonly [number, number])[]): ReviewAssessment[] {
  return rows.map(([hours, total]) => ({
    ...{ at: hour(hours), knownAt: hour(hours), total, motor: null },
  }));
}
