import { createHash } from 'node:crypto';
import type { CohortPart } from './cohort.ts';

/** What tells the patients of one run from those of another; names none of them. */
export interface CohortIdentity {
  /** Where they stand; null for patients drawn for the run. */
  readonly folder: string | null;
  /** The only part of the folder that was taken; null = everybody. */
  readonly part: CohortPart | null;
  /** Of patients drawn for the run; null for those of a folder. */
  readonly seed: number | null;
  /** SHA-256 over the ids of the patients of a folder, in the order in which they are read; null for drawn ones. */
  readonly patientsDigest: string | null;
}

/** Patients drawn for a run. */
export function drawnFrom(seed: number): CohortIdentity {
  return { folder: null, part: null, seed, patientsDigest: null };
}

/** Goes over the patients as they are read. */
export class PatientDigest {
  readonly #hash = createHash('sha256');

  add(patientId: string): void {
    this.#hash.update(`${String(patientId.length)}:${patientId}`);
  }

  get value(): string {
    return this.#hash.copy().digest('hex');
  }
}

/** A folder that was moved has the same patients, one that has grown some of them; drawn from one seed, the first ones are the same however many. */
function isSame(one: CohortIdentity, other: CohortIdentity): boolean {
  if (one.folder === null || other.folder === null) {
    return one.folder === other.folder && one.seed === other.seed;
  }
  if (one.patientsDigest === other.patientsDigest) return true;
  return one.folder === other.folder && one.part === other.part;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether a model, or the one that it was recalibrated from, was recalibrated to these very patients; what was written before cohorts were told apart is not known to be. */
export function wasRecalibratedTo(
  provenance: Readonly<Record<string, unknown>>,
  cohort: CohortIdentity,
): boolean {
  const { recalibration, parentProvenance } = provenance;
  const identity = isObject(recalibration) ? recalibration['identity'] : null;
  if (isObject(identity) && isSame(identity as unknown as CohortIdentity, cohort)) return true;
  return isObject(parentProvenance) && wasRecalibratedTo(parentProvenance, cohort);
}
