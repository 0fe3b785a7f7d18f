import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readManifest } from './cohort-folder/manifest.ts';
import { ROOT } from './commit-of-code.ts';
import { HOUSE_CHOICES, houseStyleOf } from './house-style.ts';
import type { TrainingSettings } from './settings.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { RunMarks } from './unfinished-run.ts';
import { refuseIgnored, UsageError } from './usage-error.ts';

/** `fusion`: the artefact that is served; `comparators`: the models it is compared with; `all`: both. */
const MODELS = ['fusion', 'comparators', 'all'] as const;
type Models = (typeof MODELS)[number];

function modelsOf(given: string | undefined): Models {
  const found = MODELS.find((one) => one === (given ?? 'fusion'));
  if (found) return found;
  throw new UsageError(`--model takes ${MODELS.join(', ')}, not "${given ?? ''}"`);
}

export interface TrainRequest {
  readonly settings: TrainingSettings;
  readonly out: string;
  /** It was named, and is not where a model of that version is looked for. */
  readonly isOutNamed: boolean;
  readonly models: Models;
  /** Folder; null = simulated patients. */
  readonly cohort: string | null;
  readonly strict: boolean;
}

/** Throws for words that it does not know. */
export function readsCharacters(given = 'words'): boolean {
  if (given === 'words' || given === 'characters') return given === 'characters';
  throw new UsageError(`--tokens takes words, characters, not "${given}"`);
}

export const TRAIN_USAGE = `usage: npm run train -- [--cohort FOLDER [--strict] | --patients N --calibration N --test N --house-style ${HOUSE_CHOICES}] [--seed S] [--model ${MODELS.join('|')}] [--tokens words|characters] [--version NAME] [--out FOLDER]`;

/** A folder has its patients, in its own style. */
const OF_SIMULATED = ['patients', 'calibration', 'test', 'house-style'];

/** Throws for words that it does not know. */
export function trainRequest(args: string[]): TrainRequest {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      patients: { type: 'string' },
      calibration: { type: 'string' },
      test: { type: 'string' },
      version: { type: 'string' },
      out: { type: 'string' },
      model: { type: 'string' },
      cohort: { type: 'string' },
      strict: { type: 'boolean' },
      tokens: { type: 'string' },
      'house-style': { type: 'string' },
    },
  });
  if (values.cohort === undefined) refuseIgnored(values, ['strict'], 'without --cohort');
  else refuseIgnored(values, OF_SIMULATED, 'beside --cohort');
  const whole = (name: 'seed' | 'patients' | 'calibration' | 'test', otherwise: number): number => {
    const given = values[name];
    if (given === undefined) return otherwise;
    if (!/^\d{1,9}$/.test(given))
      throw new UsageError(`--${name} takes a whole number, not "${given}"`);
    return Number(given);
  };
  const { patients, seed } = DEFAULT_SETTINGS;
  const cohort = values.cohort === undefined ? null : resolve(values.cohort);
  const trainedOn = cohort === null ? 'simulated' : readManifest(cohort).kind;
  const version =
    values.version ?? (cohort === null ? DEFAULT_SETTINGS.version : versionOf(cohort));
  const settings: TrainingSettings = {
    ...DEFAULT_SETTINGS,
    ...houseStyleOf(values['house-style']),
    version,
    trainedOn,
    seed: whole('seed', seed),
    ...(readsCharacters(values.tokens) && { tokens: 'characters' }),
    patients: {
      train: whole('patients', patients.train),
      calibrate: whole('calibration', patients.calibrate),
      test: whole('test', patients.test),
    },
  };
  const out = resolve(values.out ?? join(ROOT, 'ml/artefacts', version));
  const models = modelsOf(values.model);
  const isOutNamed = values.out !== undefined;
  return { settings, out, isOutNamed, models, cohort, strict: values.strict ?? false };
}

/** By the name of its folder, so that it is told from the shipped one. */
function versionOf(cohort: string): string {
  return `fusion-${basename(cohort).replaceAll(/[^A-Za-z0-9]+/g, '-')}-1`;
}

/** What has to be the same for a run to be gone on with. */
export function marksOf(
  { settings, models, cohort, strict }: TrainRequest,
  code: RunMarks,
): RunMarks {
  const { patients, version, trainedOn, seed, ...rest } = settings;
  const { train, calibrate, test } = patients;
  return {
    ...{ version, '--model': models, seed: String(seed), cohort: cohort ?? trainedOn },
    ...(cohort === null && { patients: [train, calibrate, test].join('/') }),
    ...{ strict: String(strict), settings: JSON.stringify(rest), ...code },
  };
}
