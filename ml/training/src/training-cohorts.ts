import { realpathSync } from 'node:fs';
import type { Cohorts } from './cohort.ts';
import { simulateCohorts } from './cohort.ts';
import { cohortParts } from './cohort-folder/cohort-parts.ts';
import type { Flow } from './cohort-folder/flow.ts';
import { FlowCount } from './cohort-folder/flow.ts';
import { ProblemTeller, type ProblemCount } from './cohort-folder/problem-teller.ts';
import { readCohort } from './cohort-folder/read-cohort.ts';
import type { TrainingSettings } from './settings.ts';

/** The folder that patients came from; kept with the model. */
export interface CohortSource {
  readonly folder: string;
  /** Decides with the patient id in which part a patient is. */
  readonly seed: number;
  readonly flow: Flow;
  readonly notUsed: readonly ProblemCount[];
}

export interface TrainingCohorts {
  readonly cohorts: Cohorts;
  /** Null for simulated patients that no folder holds. */
  readonly source: CohortSource | null;
}

interface Asked {
  readonly settings: TrainingSettings;
  /** Folder; null = simulated patients. */
  readonly cohort: string | null;
  readonly strict: boolean;
}

/** The cohort that is trained on; of a folder those that the paper's rules keep. */
export async function trainingCohorts({
  cohort,
  settings,
  strict,
}: Asked): Promise<TrainingCohorts> {
  if (cohort === null) return { cohorts: simulateCohorts(settings), source: null };
  const problems = new ProblemTeller();
  const count = new FlowCount();
  const stays = readCohort({ folder: cohort, strict, onProblem: problems.tell });
  const { seed } = settings;
  const keeps = (stay: Parameters<FlowCount['count']>[0]): boolean => count.count(stay);
  const cohorts = await cohortParts(stays, { seed, keeps });
  problems.sum();
  const { flow } = count;
  const folder = realpathSync(cohort);
  return { cohorts, source: { folder, seed, flow, notUsed: problems.counts } };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Folder and seed by which the patients of a model, or of the one that it was recalibrated from, were parted; null where its provenance names none. */
export function partingOf(
  provenance: Readonly<Record<string, unknown>>,
): Pick<CohortSource, 'folder' | 'seed'> | null {
  const { cohort, parentProvenance } = provenance;
  if (isObject(parentProvenance)) return partingOf(parentProvenance);
  if (!isObject(cohort)) return null;
  const { folder, seed } = cohort;
  return typeof folder === 'string' && typeof seed === 'number' ? { folder, seed } : null;
}
