import {
  admissionAssessment,
  nihssByDay,
  stayOutcome,
  type EpochMs,
  type StayOutcome,
} from '@endwatch/clinical';
import type { HouseChoice } from '@endwatch/simulation';
import { simulateCohort } from '@endwatch/simulation';
import { HOURS_OF_ROWS } from '../cohort.ts';
import { leftAt } from '../cohort-folder/cohort-rules.ts';
import { packed } from '../packed-stay.ts';
import type { Stay, StayRecords, StoredForecast } from '../stay-rows.ts';
import { examined, followUpFrom, snapshotAt } from '../stay-rows.ts';

/** A stay with what is judged beside its forecasts. */
export interface JudgedStay extends Stay {
  readonly outcome: StayOutcome;
  /** Total for each of `TRAJECTORY_DAYS`; null = not charted. */
  readonly nihssByDay: readonly (number | null)[];
  readonly admittedAt: EpochMs;
  readonly forecasts: readonly StoredForecast[];
}

export interface EvaluationCohort {
  readonly patients: number;
  readonly stays: readonly JudgedStay[];
}

/** Null for a stay to which the END rule cannot be applied. */
export function judgedStay(stay: StayRecords, hours = HOURS_OF_ROWS): JudgedStay | null {
  const { admittedAt } = stay;
  const found = examined(stay);
  if (found === null) return null;
  const { assessments, endAt, seenUntil } = found;
  const followUp = followUpFrom(found, admittedAt);
  const outcome = stayOutcome({
    admittedAt,
    endAt,
    left: leftAt(stay.records),
    seenUntil,
  });
  const until = Math.max(followUp.time, outcome.hours);
  const admissionTotal = admissionAssessment(assessments, admittedAt)?.total ?? null;
  return {
    ...{ followUp, outcome, admittedAt, trueHazards: stay.trueHazards },
    snapshots: hours.filter((hour) => hour < until).map((hour) => snapshotAt(stay, hour)),
    nihssByDay: nihssByDay({ admittedAt, admissionTotal, assessments }),
    forecasts: stay.forecasts ?? [],
  };
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
    if (stay !== null) stays.push(packed(stay));
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
