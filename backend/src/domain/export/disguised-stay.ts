import { DAY, type EpochMs } from '@endwatch/clinical';
import { isByMachine, NO_PERSON } from '@endwatch/contracts';
import { livedThrough } from '../review/follow-up.ts';
import type { ReviewAlert, ReviewEnd, ReviewStay } from '../review/review-stay.ts';
import { summariseStays, type SummaryQuestion } from '../review/summarise-stays.ts';
import { deIdentified, OLDEST, type Disguise, type ExportedStay } from './de-identify.ts';

/** A stay that nobody should recognise, with the course of its forecasts and alerts. */
export interface DisguisedStay extends ExportedStay {
  /** As the ward lived through it, at shifted times. */
  readonly course: ReviewStay;
}

/**
 * @param admittedAt which stay; null = the newest one
 * @returns null where there is no such stay, or the patient was merged into another
 */
export function disguisedStay(
  question: SummaryQuestion,
  admittedAt: EpochMs | null,
  disguise: Disguise,
): DisguisedStay | null {
  const { stored, now } = question;
  const stay = summariseStays(question).findLast((one) =>
    admittedAt === null ? one.admittedAt <= now : one.admittedAt === admittedAt,
  );
  const exported = stay && deIdentified(stored, disguise, { now, admittedAt: stay.admittedAt });
  return exported ? { ...exported, course: shiftedCourse(livedThrough(stay), disguise) } : null;
}

function shiftedCourse(stay: ReviewStay, { patientId, shiftDays }: Disguise): ReviewStay {
  const to = (at: EpochMs): EpochMs => at + shiftDays * DAY;
  const orNull = (at: EpochMs | null): EpochMs | null => (at === null ? null : to(at));
  const moved = (end: ReviewEnd): ReviewEnd => ({
    ...{ ...end, at: orNull(end.at), knownAt: orNull(end.knownAt) },
  });
  const { age, end, forecastEnd, assessments, scores, alerts } = stay;
  return {
    ...stay,
    ...{ patientId, encounterId: '1', bed: null, age: age === null ? null : Math.min(age, OLDEST) },
    ...{ admittedAt: to(stay.admittedAt), dischargedAt: orNull(stay.dischargedAt) },
    diedAt: orNull(stay.diedAt),
    end: moved(end),
    ...(forecastEnd && { forecastEnd: moved(forecastEnd) }),
    assessments: assessments.map((one) => ({
      ...{ ...one, at: to(one.at), knownAt: to(one.knownAt) },
    })),
    scores: scores.map((one, index) => ({
      ...{ ...one, id: String(index + 1), asOf: to(one.asOf), knownAt: to(one.knownAt) },
      supersededAt: orNull(one.supersededAt),
    })),
    alerts: alerts.map((one, index) => shiftedAlert({ ...one, id: String(index + 1) }, to)),
  };
}

/** Who answered is a person or nobody; what was written as a reason may name somebody. */
function shiftedAlert(alert: ReviewAlert, to: (at: EpochMs) => EpochMs): ReviewAlert {
  return {
    ...{ ...alert, raisedAt: to(alert.raisedAt) },
    transitions: alert.transitions.map(({ at, from, to: state, by, byClock }) => ({
      ...{
        at: to(at),
        from,
        to: state,
        by: isByMachine({ by, to: state }) ? NO_PERSON : 'person',
        reason: '',
      },
      byClock,
    })),
  };
}
