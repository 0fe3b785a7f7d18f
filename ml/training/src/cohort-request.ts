import { readManifest } from './cohort-folder/manifest.ts';
import type { RowProblem } from './cohort-folder/problem.ts';
import { readCohort } from './cohort-folder/read-cohort.ts';
import { simulatedStays } from './evaluation/evaluation-cohort.ts';
import type { StayRecords } from './stay-rows.ts';

/** Whoever called the program used other words than it knows. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The patients a model is judged on or recalibrated to. */
export interface CohortRequest {
  readonly kind: 'simulated' | 'site';
  /** In words. */
  readonly name: string;
  readonly seed: number | null;
  /** Tells of each row that is not used on the way. */
  readonly stays: Iterable<StayRecords> | AsyncIterable<StayRecords>;
}

export const COHORT_OPTIONS = {
  cohort: { type: 'string' },
  strict: { type: 'boolean' },
  simulate: { type: 'string' },
  seed: { type: 'string' },
} as const;

export const COHORT_USAGE = '--cohort FOLDER [--strict] | --simulate PATIENTS --seed SEED';

/** As `parseArgs` gives them. */
interface CohortWords {
  readonly cohort?: string | undefined;
  readonly strict?: boolean | undefined;
  readonly simulate?: string | undefined;
  readonly seed?: string | undefined;
}

export function whole(name: string, given: string): number {
  if (!/^\d{1,9}$/.test(given)) {
    throw new UsageError(`--${name} takes a whole number, not "${given}"`);
  }
  return Number(given);
}

export function cohortRequest(
  words: CohortWords,
  onProblem: (problem: RowProblem) => void,
): CohortRequest {
  const { cohort, simulate, seed } = words;
  if ((cohort === undefined) === (simulate === undefined)) {
    throw new UsageError('one of --cohort and --simulate is needed');
  }
  if (cohort !== undefined) return folderRequest(cohort, words.strict ?? false, onProblem);
  if (seed === undefined) throw new UsageError('--simulate needs a --seed');
  const drawn = { patients: whole('simulate', simulate ?? ''), seed: whole('seed', seed) };
  return {
    kind: 'simulated',
    name: `simulated, ${String(drawn.patients)} patients drawn from seed ${String(drawn.seed)}`,
    seed: drawn.seed,
    stays: simulatedStays(drawn.seed, drawn.patients),
  };
}

function folderRequest(
  folder: string,
  strict: boolean,
  onProblem: (problem: RowProblem) => void,
): CohortRequest {
  const origin = readManifest(folder);
  return {
    kind: origin.kind,
    name: origin.kind === 'site' && origin.name !== null ? `${origin.name} (${folder})` : folder,
    seed: origin.kind === 'simulated' ? origin.seed : null,
    stays: readCohort({ folder, strict, onProblem }),
  };
}

/** Runs a program: what went wrong in one line, exit 1; 2 for wrong words. */
export async function runProgram(main: () => Promise<void>, usage: string): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    const wrongWords =
      error instanceof UsageError ||
      (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
    if (wrongWords) process.stderr.write(`${usage}\n`);
    process.exitCode = wrongWords ? 2 : 1;
  }
}
