import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import type { CohortOptions } from '@endwatch/simulation';
import { simulateCohort } from '@endwatch/simulation';
import { bytesOf, packed } from './packed-stay.ts';
import type { TrainingSettings } from './settings.ts';
import { LANDMARK_HOURS, SNAPSHOT_HOURS } from './settings.ts';
import type { Stay } from './stay-rows.ts';
import { stayOfRecords } from './stay-rows.ts';

export interface Cohort {
  /** Patients drawn, with or without a usable stay. */
  readonly patients: number;
  readonly stays: readonly Stay[];
}

export type CohortPart = 'train' | 'calibrate' | 'test';
export type Cohorts = Readonly<Record<CohortPart, Cohort>>;

/** A day in the past, so that no simulated stay reaches into the future. */
const ADMITTED_AT = Date.UTC(2024, 0, 8, 6);
/** Past the window, so that an examination after it can say that nothing happened inside. */
const HOURS = 192;

/** Hours at which any network is trained or judged. */
export const HOURS_OF_ROWS: readonly number[] = [
  ...new Set([...LANDMARK_HOURS, ...SNAPSHOT_HOURS]),
].sort((a, b) => a - b);

type Drawn = Pick<CohortOptions, 'seed' | 'patients' | 'houseStyle'>;

function drawCohort(drawn: Drawn): Cohort {
  const stays: Stay[] = [];
  for (const stay of simulateCohort({ ...drawn, admittedAt: ADMITTED_AT, hours: HOURS })) {
    const usable = stayOfRecords(stay, HOURS_OF_ROWS);
    if (usable !== null) stays.push(packed(usable));
  }
  return { patients: drawn.patients, stays };
}

type CohortSettings = Pick<TrainingSettings, 'seed' | 'patients' | 'houseStyle'>;

/** One part as `simulateCohorts` draws it. */
export function simulatedPart(
  { seed, patients, houseStyle }: CohortSettings,
  part: CohortPart,
): Cohort {
  const drawn = { seed: `${String(seed)}/${part}`, patients: patients[part] };
  return drawCohort({ ...drawn, ...(houseStyle && { houseStyle }) });
}

/** Three cohorts of different patients, each from a stream of chance of its own. */
export function simulateCohorts(settings: CohortSettings): Cohorts {
  const draw = (part: CohortPart): Cohort => simulatedPart(settings, part);
  return { train: draw('train'), calibrate: draw('calibrate'), test: draw('test') };
}

/** SHA-256 over everything the networks see and are judged by, in order. */
export function fingerprintOf(cohorts: Cohorts): string {
  const hash = createHash('sha256');
  for (const part of ['train', 'calibrate', 'test'] as const) {
    for (const stay of cohorts[part].stays) addStay(hash, stay);
  }
  return hash.digest('hex');
}

function addStay(hash: Hash, { followUp, snapshots }: Stay): void {
  hash.update(JSON.stringify(followUp));
  for (const { hour, features, reports } of snapshots) {
    hash.update(JSON.stringify([hour, reports]));
    hash
      .update(bytesOf(features.values))
      .update(bytesOf(features.ageHours))
      .update(features.missing);
  }
}
