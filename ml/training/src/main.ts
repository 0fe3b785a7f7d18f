import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEngine } from '@endwatch/ml-model';
import { writeArtefact } from './artefact-files.ts';
import type { Cohorts } from './cohort.ts';
import { fingerprintOf, simulateCohorts } from './cohort.ts';
import { commitOfCode, ROOT } from './commit-of-code.ts';
import { evaluate } from './evaluate.ts';
import { goldenScores } from './golden-scores.ts';
import type { ModelCardInput, TrainingRecord } from './model-card.ts';
import { modelCard } from './model-card.ts';
import type { TrainingSettings } from './settings.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { trainModel } from './train-model.ts';

const GOLDEN_STAYS = 12;

const say = (line: string): void => console.log(line);

function settingsOf(args: string[]): { settings: TrainingSettings; out: string } {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: 'string' },
      patients: { type: 'string' },
      calibration: { type: 'string' },
      test: { type: 'string' },
      version: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const whole = (name: 'seed' | 'patients' | 'calibration' | 'test', otherwise: number): number => {
    const given = values[name];
    if (given === undefined) return otherwise;
    if (!/^\d{1,9}$/.test(given)) throw new Error(`--${name} takes a whole number, not "${given}"`);
    return Number(given);
  };
  const { patients, seed } = DEFAULT_SETTINGS;
  const version = values.version ?? DEFAULT_SETTINGS.version;
  const settings: TrainingSettings = {
    ...DEFAULT_SETTINGS,
    version,
    seed: whole('seed', seed),
    patients: {
      train: whole('patients', patients.train),
      calibrate: whole('calibration', patients.calibrate),
      test: whole('test', patients.test),
    },
  };
  return { settings, out: resolve(values.out ?? join(ROOT, 'ml/artefacts', version)) };
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

async function main(args: string[]): Promise<void> {
  const { settings, out } = settingsOf(args);
  const commit = commitOfCode();
  const { name: engine } = await startEngine();
  const cohorts = simulateCohorts(settings);
  const counts = countsOf(cohorts);
  say(`cohorts: ${JSON.stringify(counts)}`);
  const model = await trainModel({ cohorts, settings, withReports: true, say });
  say('structured values only, for comparison:');
  const bare = await trainModel({ cohorts, settings, withReports: false, say: () => undefined });
  const record: TrainingRecord = {
    command: ['npm run train --', ...args].join(' ').replace(/ --$/, ''),
    commit,
    seed: settings.seed,
    dataFingerprint: fingerprintOf(cohorts),
    engine,
    counts,
  };
  const card: ModelCardInput = {
    config: model.config,
    record,
    fusion: evaluate(model, cohorts.test.stays, true),
    structuredOnly: evaluate(bare, cohorts.test.stays, false),
  };
  report(card);
  const { fusion, structuredOnly } = card;
  const golden = goldenScores(model, cohorts.test.stays.slice(0, GOLDEN_STAYS));
  await writeArtefact(
    out,
    { ...model, provenance: { ...record, settings, evaluation: { fusion, structuredOnly } } },
    {
      'model-card.md': modelCard(card),
      'golden-scores.json': `${JSON.stringify({ engine, scores: golden })}\n`,
    },
  );
  say(`written to ${out}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
