import { realpathSync } from 'node:fs';
import type { HouseChoice } from '@endwatch/simulation';
import type { CohortPart } from './cohort.ts';
import { partOf } from './cohort-folder/cohort-parts.ts';
import { FlowCount, flowText } from './cohort-folder/flow.ts';
import { readManifest } from './cohort-folder/manifest.ts';
import type { RowProblem } from './cohort-folder/problem.ts';
import type { CohortOptions, CohortStay } from './cohort-folder/read-cohort.ts';
import { readCohort } from './cohort-folder/read-cohort.ts';
import { simulatedStays } from './evaluation/evaluation-cohort.ts';
import { houseStyleOf } from './house-style.ts';
import type { StayRecords } from './stay-rows.ts';
import { partingOf } from './training-cohorts.ts';
import { UsageError } from './usage-error.ts';

export { UsageError };

/** The patients a model is judged on or recalibrated to. */
export interface CohortRequest {
  readonly kind: 'simulated' | 'site';
  /** In words. */
  readonly name: string;
  readonly seed: number | null;
  /** Tells of each row that is not used on the way. */
  readonly stays: Iterable<StayRecords> | AsyncIterable<StayRecords>;
  /** Of a folder: who belonged to the paper's cohort, as far as `stays` were taken. */
  readonly count: FlowCount | null;
  /** The only part that is taken, of a folder that the model was trained on; null = everybody. */
  readonly part: CohortPart | null;
  /** Where from, for a folder. */
  readonly options: CohortOptions | null;
}

/** What is known of the model that asks. */
export interface Asking {
  readonly provenance: Readonly<Record<string, unknown>>;
  /** Part that it may see of the folder it was trained on. */
  readonly part: CohortPart;
}

export const COHORT_OPTIONS = {
  cohort: { type: 'string' },
  strict: { type: 'boolean' },
  simulate: { type: 'string' },
  seed: { type: 'string' },
  'house-style': { type: 'string' },
} as const;

export const COHORT_USAGE =
  '--cohort FOLDER [--strict] | --simulate PATIENTS --seed SEED [--house-style STYLE]';

/** As `parseArgs` gives them. */
interface CohortWords {
  readonly cohort?: string | undefined;
  readonly strict?: boolean | undefined;
  readonly simulate?: string | undefined;
  readonly seed?: string | undefined;
  readonly 'house-style'?: string | undefined;
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
  if (cohort !== undefined)
    return folderRequest({ folder: cohort, strict: words.strict ?? false, onProblem }, null);
  if (seed === undefined) throw new UsageError('--simulate needs a --seed');
  const { houseStyle } = houseStyleOf(words['house-style']);
  const drawn = { patients: whole('simulate', simulate ?? ''), seed: whole('seed', seed) };
  return {
    kind: 'simulated',
    name: `simulated, ${String(drawn.patients)} patients drawn from seed ${String(drawn.seed)}${inWords(houseStyle)}`,
    seed: drawn.seed,
    stays: simulatedStays(drawn.seed, drawn.patients, houseStyle),
    ...{ count: null, part: null, options: null },
  };
}

const inWords = (style: HouseChoice | undefined): string =>
  style === undefined ? '' : `, reports of house style ${style}`;

function folderRequest(options: CohortOptions, asking: Asking | null): CohortRequest {
  const { folder } = options;
  const origin = readManifest(folder);
  const parting = asking && partingOf(asking.provenance);
  const trainedHere = parting?.folder === realpathSync(folder) ? parting : null;
  const part = trainedHere && asking ? asking.part : null;
  const count = new FlowCount();
  const isTaken = ({ patientId }: CohortStay): boolean =>
    trainedHere === null || partOf(patientId, trainedHere.seed) === part;
  return {
    kind: origin.kind,
    name: origin.kind === 'site' && origin.name !== null ? `${origin.name} (${folder})` : folder,
    seed: origin.kind === 'simulated' ? origin.seed : null,
    stays: belonging(readCohort(options), (stay) => isTaken(stay) && count.count(stay)),
    ...{ count, part, options },
  };
}

/** The same patients without those that the model has learnt from. */
export function unseenBy(request: CohortRequest, asking: Asking): CohortRequest {
  return request.options ? folderRequest(request.options, asking) : request;
}

async function* belonging(
  stays: AsyncIterable<CohortStay>,
  keeps: (stay: CohortStay) => boolean,
): AsyncIterable<StayRecords> {
  for await (const stay of stays) if (keeps(stay)) yield stay;
}

/** Who is judged, where a folder said who could be. */
export function sayWho({ count, part }: CohortRequest, say: (line: string) => void): void {
  if (part !== null) {
    say(`the model was trained on this folder: only patients of its part "${part}" are taken`);
  }
  if (count) say(flowText(count.flow).trimEnd());
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
