import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ProblemTeller } from './cohort-folder/problem-teller.ts';
import type { CohortRequest } from './cohort-request.ts';
import {
  atLeastOne,
  COHORT_OPTIONS,
  COHORT_USAGE,
  cohortRequest,
  whole,
} from './cohort-request.ts';
import { HOURS_OF_ROWS } from './cohort.ts';
import { commitOfCode } from './commit-of-code.ts';
import { leftOutForecasts, type LeftOut } from './cross-validation/cross-validate.ts';
import { summaryText } from './cross-validation/summary-text.ts';
import { summaryOf } from './cross-validation/summary.ts';
import { fitInThread } from './fit-in-thread.ts';
import { packed } from './packed-stay.ts';
import { runProgram } from './run-program.ts';
import { DEFAULT_SETTINGS, type TrainingSettings } from './settings.ts';
import { stayOfRecords, type Stay } from './stay-rows.ts';
import { readsCharacters } from './train-request.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `usage: npm run cross-validate -- (${COHORT_USAGE}) [--folds 5] [--repeats 1] [--fit-seed 7] [--tokens words|characters] [--out FILE.json]`;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function staysOf({ stays }: CohortRequest): Promise<readonly Stay[]> {
  const usable: Stay[] = [];
  for await (const records of stays) {
    const stay = stayOfRecords(records, HOURS_OF_ROWS);
    if (stay !== null) usable.push(packed(stay));
  }
  return usable;
}

function settingsOf(
  { kind }: CohortRequest,
  values: { readonly 'fit-seed': string; readonly tokens: string },
): TrainingSettings {
  return {
    ...{ ...DEFAULT_SETTINGS, trainedOn: kind, seed: whole('fit-seed', values['fit-seed']) },
    ...(readsCharacters(values.tokens) && { tokens: 'characters' }),
  };
}

async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      ...COHORT_OPTIONS,
      folds: { type: 'string', default: '5' },
      repeats: { type: 'string', default: '1' },
      'fit-seed': { type: 'string', default: String(DEFAULT_SETTINGS.seed) },
      tokens: { type: 'string', default: 'words' },
      out: { type: 'string' },
    },
  });
  const folds = atLeastOne('folds', values.folds);
  if (folds < 2) throw new UsageError('--folds takes a number from 2');
  const repeats = atLeastOne('repeats', values.repeats);
  const problems = new ProblemTeller();
  const request = cohortRequest(values, problems.tell);
  const settings = settingsOf(request, values);
  const stays = await staysOf(request);
  problems.sum();
  const told: LeftOut[] = [];
  const began = performance.now();
  for await (const one of leftOutForecasts(stays, {
    folds,
    repeats,
    settings,
    say: () => undefined,
    beside: fitInThread,
  })) {
    told.push(one);
    say(lineOf(one, { done: told.length, of: 2 * folds * repeats, ms: performance.now() - began }));
  }
  const summary = summaryOf(told);
  const plan = { folds, repeats, seed: settings.seed, cohort: request.name };
  say(`\n${summaryText(summary, plan)}`);
  if (values.out === undefined) return;
  const command = `npm run cross-validate -- ${args.join(' ')}`;
  const record = { format: 1, command, commit: commitOfCode(), ...plan, ...summary };
  await writeFile(resolve(values.out), `${JSON.stringify(record, null, 2)}\n`);
}

function lineOf(
  { rival, repeat, fold, auc }: LeftOut,
  { done, of, ms }: { done: number; of: number; ms: number },
): string {
  const shown = (value: number | null): string => value?.toFixed(3) ?? '–';
  const minutes = Math.ceil(((ms / done) * (of - done)) / 60_000);
  const left = done === of ? 'done' : `about ${String(minutes)} min left`;
  return `${String(done)} of ${String(of)}: repeat ${String(repeat)}, part ${String(fold)}, ${rival}: AUC admission ${shown(auc.admission)}, next 24 h ${shown(auc.next24h)}; ${left}`;
}

await runProgram(() => run(process.argv.slice(2)), USAGE);
