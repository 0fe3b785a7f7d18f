import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packedChecksum, REFERENCE_FILE, startEngine } from '@endwatch/ml-model';
import { writeArtefact } from './artefact-files.ts';
import type { Cohorts } from './cohort.ts';
import { fingerprintOf } from './cohort.ts';
import { flowText } from './cohort-folder/flow.ts';
import { readManifest } from './cohort-folder/manifest.ts';
import { commitOfCode, ROOT } from './commit-of-code.ts';
import { writeComparators } from './comparators/comparator-files.ts';
import { fitComparators } from './comparators/fit-comparators.ts';
import { evaluate } from './evaluate.ts';
import { houseStyleOf } from './house-style.ts';
import { goldenScores, goldenStays } from './golden-scores.ts';
import type { ModelCardInput, TrainingRecord } from './model-card.ts';
import { modelCard } from './model-card.ts';
import { referenceOf } from './reference.ts';
import type { TrainingSettings } from './settings.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { trainModel } from './train-model.ts';
import type { TrainingCohorts } from './training-cohorts.ts';
import { trainingCohorts } from './training-cohorts.ts';

const say = (line: string): void => console.log(line);

/** `fusion`: the artefact that is served; `comparators`: the models it is compared with; `all`: both. */
const MODELS = ['fusion', 'comparators', 'all'] as const;
type Models = (typeof MODELS)[number];

function modelsOf(given: string | undefined): Models {
  const found = MODELS.find((one) => one === (given ?? 'fusion'));
  if (found) return found;
  throw new Error(`--model takes ${MODELS.join(', ')}, not "${given ?? ''}"`);
}

interface Request {
  readonly settings: TrainingSettings;
  readonly out: string;
  readonly models: Models;
  /** Folder; null = simulated patients. */
  readonly cohort: string | null;
  readonly strict: boolean;
}

function requestOf(args: string[]): Request {
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
      'house-style': { type: 'string' },
    },
  });
  const whole = (name: 'seed' | 'patients' | 'calibration' | 'test', otherwise: number): number => {
    const given = values[name];
    if (given === undefined) return otherwise;
    if (!/^\d{1,9}$/.test(given)) throw new Error(`--${name} takes a whole number, not "${given}"`);
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
    patients: {
      train: whole('patients', patients.train),
      calibrate: whole('calibration', patients.calibrate),
      test: whole('test', patients.test),
    },
  };
  const out = resolve(values.out ?? join(ROOT, 'ml/artefacts', version));
  const models = modelsOf(values.model);
  return { settings, out, models, cohort, strict: values.strict ?? false };
}

/** By the name of its folder, so that it is told from the shipped one. */
function versionOf(cohort: string): string {
  return `fusion-${basename(cohort).replaceAll(/[^A-Za-z0-9]+/g, '-')}-1`;
}

function countsOf(cohorts: Cohorts): TrainingRecord['counts'] {
  const count = (part: keyof Cohorts): TrainingRecord['counts']['train'] => {
    const { patients, stays } = cohorts[part];
    return {
      patients,
      stays: stays.length,
      events: stays.filter((one) => one.followUp.event).length,
    };
  };
  return { train: count('train'), calibrate: count('calibrate'), test: count('test') };
}

function report({ fusion, structuredOnly }: ModelCardInput): void {
  const auc = (value: number | null): string => value?.toFixed(4) ?? '–';
  const { next24h, admissionModel, sevenDaysAtSnapshot } = fusion;
  say(`next 24 h: AUC ${auc(next24h.auc)}, true hazard ${auc(next24h.oracleAuc)}`);
  say(
    `7 days, hazards: AUC ${auc(sevenDaysAtSnapshot.auc)}, true hazard ${auc(sevenDaysAtSnapshot.oracleAuc)}`,
  );
  say(
    `7 days, admission model: AUC ${auc(admissionModel.auc)}, true hazard ${auc(admissionModel.oracleAuc)}`,
  );
  say(
    `reports add: next 24 h ${auc(next24h.auc)} against ${auc(structuredOnly.next24h.auc)} without, admission ${auc(admissionModel.auc)} against ${auc(structuredOnly.admissionModel.auc)} without`,
  );
}

interface Run extends Request, TrainingCohorts {
  readonly command: string;
  readonly commit: string;
}

async function trainFusion({
  cohorts,
  source,
  settings,
  out,
  command,
  commit,
}: Run): Promise<void> {
  const { name: engine } = await startEngine();
  const counts = countsOf(cohorts);
  say(`cohorts: ${JSON.stringify(counts)}`);
  const model = await trainModel({ cohorts, settings, withReports: true, say });
  say('structured values only, for comparison:');
  const bare = await trainModel({ cohorts, settings, withReports: false, say: () => undefined });
  const dataFingerprint = fingerprintOf(cohorts);
  const { seed } = settings;
  const record: TrainingRecord = { command, commit, seed, dataFingerprint, engine, counts };
  const card: ModelCardInput = {
    config: model.config,
    record,
    source,
    fusion: evaluate(model, cohorts.test.stays, true),
    structuredOnly: evaluate(bare, cohorts.test.stays, false),
  };
  report(card);
  const { fusion, structuredOnly } = card;
  const golden = goldenScores(model, goldenStays(settings, cohorts));
  await writeArtefact(
    out,
    {
      ...model,
      provenance: {
        ...model.provenance,
        ...{ ...record, settings, evaluation: { fusion, structuredOnly } },
        ...(source && { cohort: source }),
      },
    },
    {
      'model-card.md': modelCard(card),
      [REFERENCE_FILE]: `${JSON.stringify(referenceOf(cohorts.train.stays, packedChecksum(model)))}\n`,
      'golden-scores.json': `${JSON.stringify({ engine, scores: golden })}\n`,
    },
  );
}

async function trainComparators({ cohorts, settings, out, command, commit }: Run): Promise<void> {
  const fitted = await fitComparators({ cohorts, settings, say });
  const { train, calibrate } = settings.patients;
  const { seed } = settings;
  const source = { command, commit, seed, patients: { train, calibrate } };
  await writeComparators(out, { format: 1, source, ...fitted });
}

async function main(args: string[]): Promise<void> {
  const request = requestOf(args);
  const run: Run = {
    ...request,
    ...(await trainingCohorts(request)),
    command: ['npm run train --', ...args].join(' ').replace(/ --$/, ''),
    commit: commitOfCode(),
  };
  if (run.source) say(flowText(run.source.flow).trimEnd());
  if (request.models !== 'comparators') await trainFusion(run);
  if (request.models !== 'fusion') await trainComparators(run);
  say(`written to ${request.out} after ${(performance.now() / 1000).toFixed(0)} s`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
