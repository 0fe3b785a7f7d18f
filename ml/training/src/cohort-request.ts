import { simulatedStays } from './evaluation/evaluation-cohort.ts';
import type { StayRecords } from './stay-rows.ts';

/** Whoever called the program used other words than it knows. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The patients a model is judged on or recalibrated to. */
export interface CohortRequest {
  readonly kind: 'simulated' | 'folder';
  /** In words. */
  readonly name: string;
  readonly seed: number | null;
  readonly stays: Iterable<StayRecords>;
}

export const COHORT_OPTIONS = {
  simulate: { type: 'string' },
  seed: { type: 'string' },
} as const;

export const COHORT_USAGE = '--simulate PATIENTS --seed SEED';

export function whole(name: string, given: string): number {
  if (!/^\d{1,9}$/.test(given)) {
    throw new UsageError(`--${name} takes a whole number, not "${given}"`);
  }
  return Number(given);
}

export function cohortRequest({
  simulate,
  seed,
}: {
  readonly simulate?: string | undefined;
  readonly seed?: string | undefined;
}): CohortRequest {
  if (simulate === undefined) throw new UsageError('--simulate is missing');
  if (seed === undefined) throw new UsageError('--simulate needs a --seed');
  const drawn = { patients: whole('simulate', simulate), seed: whole('seed', seed) };
  return {
    kind: 'simulated',
    name: `simulated, ${String(drawn.patients)} patients drawn from seed ${String(drawn.seed)}`,
    seed: drawn.seed,
    stays: simulatedStays(drawn.seed, drawn.patients),
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
