import type { Cohort, CohortPart, Cohorts } from '../cohort.ts';
import { HOURS_OF_ROWS } from '../cohort.ts';
import { packed } from '../packed-stay.ts';
import { stayOfRecords, type Stay } from '../stay-rows.ts';
import { hashOf } from './bucket-files.ts';
import type { CohortStay } from './read-cohort.ts';

/** Hundredths of the patients; the rest are the test. */
const TRAIN = 60;
const CALIBRATE = 15;

/** The same for a patient and a seed whoever else is in the cohort, so that nobody moves from the test into training when patients are added. */
export function partOf(patientId: string, seed: number): CohortPart {
  const hundredth = hashOf(`${String(seed)}/${patientId}`) % 100;
  if (hundredth < TRAIN) return 'train';
  return hundredth < TRAIN + CALIBRATE ? 'calibrate' : 'test';
}

/** Stays of a cohort folder parted by patient. Those without a usable follow-up are counted and not kept. */
export async function cohortParts(
  stays: AsyncIterable<CohortStay>,
  about: { readonly seed: number; readonly keeps: (stay: CohortStay) => boolean },
): Promise<Cohorts> {
  const patients: Record<CohortPart, number> = { train: 0, calibrate: 0, test: 0 };
  const kept: Record<CohortPart, Stay[]> = { train: [], calibrate: [], test: [] };
  for await (const stay of stays) {
    if (!about.keeps(stay)) continue;
    const part = partOf(stay.patientId, about.seed);
    patients[part] += 1;
    const usable = stayOfRecords(stay, HOURS_OF_ROWS);
    if (usable !== null) kept[part].push(packed(usable));
  }
  const cohort = (part: CohortPart): Cohort => ({ patients: patients[part], stays: kept[part] });
  return { train: cohort('train'), calibrate: cohort('calibrate'), test: cohort('test') };
}
