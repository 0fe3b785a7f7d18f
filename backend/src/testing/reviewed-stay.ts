import { HOUR, MINUTE, type EpochMs } from '@endwatch/clinical';
import { T0 } from '@endwatch/clinical/testing';
import type {
  ReviewAlert,
  ReviewAssessment,
  ReviewScore,
  ReviewStay,
} from '../domain/review/review-stay.ts';

/** Hours of the stay → moment. */
export const hourOfStay = (hours: number): EpochMs => T0 + hours * HOUR;

/** A score as of an hour of the stay, known at once unless said otherwise (`known`, `gone`: hours). */
export function aScoreOf(
  asOf: number,
  next24h: number,
  more: Partial<ReviewScore> & { readonly known?: number; readonly gone?: number } = {},
): ReviewScore {
  const { known = asOf, gone, ...rest } = more;
  return {
    id: `s${String(asOf)}@${String(known)}`,
    asOf: hourOfStay(asOf),
    knownAt: hourOfStay(known),
    supersededAt: gone === undefined ? null : hourOfStay(gone),
    ...{ next24h, by48h: null, by7d: null, modelVersion: 'm1', missing: [], outOfPopulation: [] },
    ...rest,
  };
}

/** An examination at an hour of the stay. */
export function anAssessmentAt(at: number, known = at): ReviewAssessment {
  return { at: hourOfStay(at), knownAt: hourOfStay(known), total: 4, motor: 1 };
}

interface Then {
  /** Minutes. */
  readonly after: number;
  readonly to: string;
  readonly by?: string;
  readonly reason?: string;
  readonly byClock?: boolean | null;
}

/** An alert raised at an hour; `then`: what became of it, minutes after. */
export function anAlertAt(raised: number, kind: string, then: readonly Then[] = []): ReviewAlert {
  const raisedAt = hourOfStay(raised);
  let state = 'raised';
  const transitions = then.map(({ after, to, by = 'system', reason = '', byClock = false }) => {
    const from = state;
    state = to;
    return { at: raisedAt + after * MINUTE, from, to, by, reason, byClock };
  });
  return {
    ...{ id: `${kind}@${String(raised)}`, ward: 'stroke', kind, priority: 'medium', state },
    raisedAt,
    transitions: [
      { at: raisedAt, from: null, to: 'raised', by: 'system', reason: '', byClock: false },
      ...transitions,
    ],
  };
}

/** Confirmed END at an hour of the stay. */
export function endAt(at: number, known = at): ReviewStay['end'] {
  return {
    ...{ status: 'confirmed', rule: 'total' },
    at: hourOfStay(at),
    knownAt: hourOfStay(known),
  };
}

/** A stay of one patient, admitted at `T0`, without END, examined until hour 168 unless said otherwise. */
export function aReviewedStay(more: Partial<ReviewStay> = {}): ReviewStay {
  const patientId = more.patientId ?? 'p1';
  return {
    ...{ patientId, encounterId: `e-${patientId}`, ward: 'stroke', bed: '1' },
    ...{ age: 70, sex: 'female', admittedAt: T0, dischargedAt: null, diedAt: null },
    ...{ conditions: [], treatments: [], admissionNihss: 6 },
    end: { status: 'none', rule: null, at: null, knownAt: null },
    assessments: [anAssessmentAt(0), anAssessmentAt(168)],
    ...{ scores: [], alerts: [] },
    ...more,
  };
}
