import { realpathSync } from 'node:fs';
import type { HouseChoice } from '@endwatch/simulation';
import type { CohortIdentity } from './cohort-identity.ts';
import { drawnFrom, PatientDigest } from './cohort-identity.ts';
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
import { refuseIgnored, UsageError } from './usage-error.ts';

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
  /** Who that is, once they have been read. */
  readonly identity: () => CohortIdentity;
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

/** Of patients or cohorts: there has to be one. */
export function atLeastOne(name: string, given: string): number {
  const number = whole(name, given);
  if (number === 0) throw new UsageError(`--${name} takes a number from 1`);
  return number;
}

export function cohortRequest(
  words: CohortWords,
  onProblem: (problem: RowProblem) => void,
): CohortRequest {
  const { cohort, simulate, seed } = words;
  if ((cohort === undefined) === (simulate === undefined)) {
    throw new UsageError('one of --cohort and --simulate is needed');
  }
  if (cohort !== undefined) {
    refuseIgnored({ ...words }, ['seed', 'house-style'], 'beside --cohort');
    return folderRequest({ folder: cohort, strict: words.strict ?? false, onProblem }, null);
  }
  refuseIgnored({ ...words }, ['strict'], 'beside --simulate');
  if (seed === undefined) throw new UsageError('--simulate needs a --seed');
  const { houseStyle } = houseStyleOf(words['house-style']);
  const drawn = { patients: atLeastOne('simulate', simulate ?? ''), seed: whole('seed', seed) };
  return {
    kind: 'simulated',
    name: `simulated, ${String(drawn.patients)} patients drawn from seed ${String(drawn.seed)}${inWords(houseStyle)}`,
    seed: drawn.seed,
    stays: simulatedStays(drawn.seed, drawn.patients, houseStyle),
    identity: () => drawnFrom(drawn.seed),
    ...{ count: null, options: null },
  };
}

const inWords = (style: HouseChoice | undefined): string =>
  style === undefined ? '' : `, reports of house style ${style}`;

function folderRequest(options: CohortOptions, asking: Asking | null): CohortRequest {
  const { folder } = options;
  const origin = readManifest(folder);
  const place = realpathSync(folder);
  const parting = asking && partingOf(asking.provenance);
  const trainedHere = parting?.folder === place ? parting : null;
  const part = trainedHere && asking ? asking.part : null;
  const count = new FlowCount();
  const digest = new PatientDigest();
  const isTaken = ({ patientId }: CohortStay): boolean =>
    trainedHere === null || partOf(patientId, trainedHere.seed) === part;
  return {
    kind: origin.kind,
    name: origin.kind === 'site' && origin.name !== null ? `${origin.name} (${folder})` : folder,
    seed: origin.kind === 'simulated' ? origin.seed : null,
    stays: belonging(readCohort(options), {
      keeps: (stay) => isTaken(stay) && count.count(stay),
      digest,
    }),
    identity: () => ({ folder: place, part, seed: null, patientsDigest: digest.value }),
    ...{ count, options },
  };
}

/** The same patients without those that the model has learnt from. */
export function unseenBy(request: CohortRequest, asking: Asking): CohortRequest {
  return request.options ? folderRequest(request.options, asking) : request;
}

async function* belonging(
  stays: AsyncIterable<CohortStay>,
  { keeps, digest }: { keeps: (stay: CohortStay) => boolean; digest: PatientDigest },
): AsyncIterable<StayRecords> {
  for await (const stay of stays) {
    if (!keeps(stay)) continue;
    digest.add(stay.patientId);
    yield stay;
  }
}

/** Who is judged, where a folder said who could be. */
export function sayWho({ count, identity }: CohortRequest, say: (line: string) => void): void {
  const { part } = identity();
  if (part !== null) {
    say(`the model was trained on this folder: only patients of its part "${part}" are taken`);
  }
  if (count) say(flowText(count.flow).trimEnd());
}
