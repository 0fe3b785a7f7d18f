import { admissionAssessment, buildTimeline, HOUR } from '@endwatch/clinical';
import type { HouseChoice } from '@endwatch/simulation';
import { simulateCohort } from '@endwatch/simulation';
import { HOURS_OF_ROWS } from '../cohort.ts';
import type { Stay, StayRecords } from '../stay-rows.ts';
import { stayOfRecords } from '../stay-rows.ts';

/** Days of which the NIHSS is followed, the day of admission included. */
export const TRAJECTORY_DAYS: readonly number[] = Array.from({ length: 15 }, (_, day) => day);

/** How a stay ended; null while it had not when the records stop. */
export interface Departure {
  readonly hours: number;
  readonly died: boolean;
}

/** A stay with what is judged beside its forecasts. */
export interface JudgedStay extends Stay {
  readonly departure: Departure | null;
  /** Total for each of `TRAJECTORY_DAYS`; null = not charted. */
  readonly nihssByDay: readonly (number | null)[];
}

export interface EvaluationCohort {
  readonly patients: number;
  readonly stays: readonly JudgedStay[];
}

function departureOf({ admittedAt, records }: StayRecords): Departure | null {
  for (const record of records) {
    if (record.type !== 'encounter' || record.end === null || record.retracted) continue;
    return { hours: (record.end - admittedAt) / HOUR, died: record.died };
  }
  return null;
}

/** The admission examination, then of each day the charted total nearest to that many times 24 h, not further from it than 12 h. */
function nihssByDay({ admittedAt, records }: StayRecords): (number | null)[] {
  const { assessments } = buildTimeline(records);
  const totals = assessments.flatMap(({ at, total }) =>
    total === null ? [] : [{ hours: (at - admittedAt) / HOUR, total }],
  );
  return TRAJECTORY_DAYS.map((day) => {
    if (day === 0) return admissionAssessment(assessments, admittedAt)?.total ?? null;
    const away = ({ hours }: { hours: number }): number => Math.abs(hours - 24 * day);
    const near = totals.filter((one) => away(one) < 12).sort((a, b) => away(a) - away(b));
    return near[0]?.total ?? null;
  });
}

/** Null for a stay to which the END rule cannot be applied. */
export function judgedStay(records: StayRecords, hours = HOURS_OF_ROWS): JudgedStay | null {
  const stay = stayOfRecords(records, hours);
  if (stay === null) return null;
  return { ...stay, departure: departureOf(records), nihssByDay: nihssByDay(records) };
}

/** One stay after another, seen at `hours`, so that the records of a whole cohort need never be held at once. */
export async function evaluationCohort(
  all: Iterable<StayRecords> | AsyncIterable<StayRecords>,
  hours = HOURS_OF_ROWS,
): Promise<EvaluationCohort> {
  let patients = 0;
  const stays: JudgedStay[] = [];
  for await (const records of all) {
    patients += 1;
    const stay = judgedStay(records, hours);
    if (stay !== null) stays.push(stay);
  }
  return { patients, stays };
}

/** A day in the past, so that no simulated stay reaches into the future. */
const ADMITTED_AT = Date.UTC(2024, 0, 8, 6);
/** A little more than 14 days. */
const HOURS = 348;

/** Patients from a stream of chance that no training run draws from: those are called train, calibrate and test. */
export function* simulatedStays(
  seed: number,
  patients: number,
  houseStyle?: HouseChoice,
): Iterable<StayRecords> {
  const cohort = simulateCohort({
    seed: `${String(seed)}/evaluate`,
    patients,
    admittedAt: ADMITTED_AT,
    hours: HOURS,
    ...(houseStyle && { houseStyle }),
  });
  for (const { records, trueHazards } of cohort) {
    yield { admittedAt: ADMITTED_AT, records, trueHazards };
  }
}
