import { packedChecksum, REFERENCE_FILE, startEngine } from '@endwatch/ml-model';
import { writeArtefact } from './artefact-files.ts';
import type { Cohorts } from './cohort.ts';
import { fingerprintOf } from './cohort.ts';
import { flowText } from './cohort-folder/flow.ts';
import { commitOfCode } from './commit-of-code.ts';
import { writeComparators } from './comparators/comparator-files.ts';
import { fitComparators } from './comparators/fit-comparators.ts';
import { evaluate } from './evaluate.ts';
import { fitInThread } from './fit-in-thread.ts';
import { StoppedError } from './fit-network.ts';
import { goldenScores, goldenStays } from './golden-scores.ts';
import type { ModelCardInput, TrainingRecord } from './model-card.ts';
import { modelCard } from './model-card.ts';
import { referenceOf } from './reference.ts';
import { runProgram } from './run-program.ts';
import { refuseOtherPatients, refuseOtherSettings, refuseTooFew } from './train-guards.ts';
import { trainModel } from './train-model.ts';
import type { TrainRequest } from './train-request.ts';
import { marksOf, TRAIN_USAGE, trainRequest } from './train-request.ts';
import type { TrainingCohorts } from './training-cohorts.ts';
import { trainingCohorts } from './training-cohorts.ts';
import { UnfinishedRun } from './unfinished-run.ts';

const say = (line: string): void => console.log(line);

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
  if (structuredOnly === null) return;
  say(
    `reports add: next 24 h ${auc(next24h.auc)} against ${auc(structuredOnly.next24h.auc)} without, admission ${auc(admissionModel.auc)} against ${auc(structuredOnly.admissionModel.auc)} without`,
  );
}

interface Run extends TrainRequest, TrainingCohorts {
  readonly command: string;
  readonly commit: string;
  readonly engine: string;
  readonly dataFingerprint: string;
  readonly unfinished: UnfinishedRun;
}

/** A model that is there for comparison alone: where it cannot be had, the one that is served is not thrown away. */
async function unlessItFails<Made>(name: string, make: () => Promise<Made>): Promise<Made | null> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof StoppedError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    console.error(`${name}, for comparison, cannot be had: ${why}`);
    process.exitCode = 1;
    return null;
  }
}

async function trainFusion({
  cohorts,
  source,
  settings,
  out,
  command,
  commit,
  engine,
  dataFingerprint,
  unfinished: { keeping },
}: Run): Promise<void> {
  const counts = countsOf(cohorts);
  say(`cohorts: ${JSON.stringify(counts)}`);
  const fitting = { cohorts, settings, keeping, beside: fitInThread };
  const model = await trainModel({ ...fitting, withReports: true, say });
  say(`the model that is served is fitted after ${used()}`);
  const { test } = cohorts;
  const structuredOnly = await unlessItFails('structured values only', async () => {
    say('structured values only, for comparison:');
    const bare = await trainModel({ ...fitting, withReports: false, say: () => undefined });
    return evaluate(bare, test.stays, false);
  });
  const { seed } = settings;
  const record: TrainingRecord = { command, commit, seed, dataFingerprint, engine, counts };
  const card: ModelCardInput = {
    config: model.config,
    record,
    source,
    fusion: evaluate(model, test.stays, true),
    structuredOnly,
  };
  report(card);
  const { fusion } = card;
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

async function trainComparators(run: Run): Promise<void> {
  const { cohorts, settings, out, command, commit } = run;
  const { keeping } = run.unfinished;
  const fitted = await fitComparators({ cohorts, settings, say, keeping });
  const { seed, trainedOn } = settings;
  const patients = {
    train: cohorts.train.patients,
    calibrate: cohorts.calibrate.patients,
  };
  const source = { command, commit, seed, trainedOn, patients };
  await writeComparators(out, { format: 1, source, ...fitted });
}

/** Time and memory up to here. */
function used(): string {
  const mebibytes = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  return `${(performance.now() / 1000).toFixed(0)} s, at most ${mebibytes} MiB`;
}

async function main(args: string[]): Promise<void> {
  const request = trainRequest(args);
  await refuseOtherSettings(request);
  const commit = commitOfCode();
  const { name: engine } = await startEngine();
  const unfinished = UnfinishedRun.open(request.out, {
    command: ['npm run train --', ...args].join(' ').replace(/ --$/, ''),
    marks: marksOf(request, { engine, 'node version': process.version, 'code of commit': commit }),
  });
  if (unfinished.isBegun) say(`goes on from ${unfinished.folder}`);
  const { command } = unfinished;
  const patients = await trainingCohorts(request);
  const dataFingerprint = fingerprintOf(patients.cohorts);
  const about = { command, commit, engine, dataFingerprint, unfinished };
  const run: Run = { ...request, ...patients, ...about };
  if (run.source) say(flowText(run.source.flow).trimEnd());
  say(`patients read after ${used()}`);
  refuseTooFew(patients.cohorts);
  await refuseOtherPatients(request, dataFingerprint);
  unfinished.begin({ 'patients with fingerprint': dataFingerprint });
  if (request.models !== 'comparators') await trainFusion(run);
  if (request.models === 'comparators') await trainComparators(run);
  if (request.models === 'all') await unlessItFails('comparators', () => trainComparators(run));
  unfinished.remove();
  say(`written to ${request.out} after ${used()}`);
}

async function mainOrStopped(args: string[]): Promise<void> {
  try {
    await main(args);
  } catch (error) {
    if (!(error instanceof StoppedError)) throw error;
    say(`stopped: ${error.message}. It is kept; the same command goes on from there`);
    process.exitCode = 130;
  }
}

await runProgram(() => mainOrStopped(process.argv.slice(2)), TRAIN_USAGE);
