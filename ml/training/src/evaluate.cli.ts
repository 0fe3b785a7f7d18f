import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEngine, type Artefact } from '@endwatch/ml-model';
import { readArtefact } from './artefact-files.ts';
import type { CohortRequest } from './cohort-request.ts';
import { COHORT_OPTIONS, COHORT_USAGE, cohortRequest } from './cohort-request.ts';
import { sayWho, unseenBy } from './cohort-request.ts';
import { whole } from './cohort-request.ts';
import { wasRecalibratedTo } from './cohort-identity.ts';
import { ProblemTeller } from './cohort-folder/problem-teller.ts';
import { commitOfCode } from './commit-of-code.ts';
import { readComparators } from './comparators/comparator-files.ts';
import type { EvaluationDocument, RunRecord } from './evaluation/document.ts';
import { evaluationCohort, type EvaluationCohort } from './evaluation/evaluation-cohort.ts';
import { evaluationDocument, evaluationJson, shownDocument } from './evaluation/evaluation.ts';
import { readHouseModels, transportOf } from './evaluation/house-models.ts';
import { evaluationPage } from './evaluation/html/page.ts';
import { judge, judgeStored } from './evaluation/judgement.ts';
import { FITTED_TO_THEM, runRecord } from './evaluation/run-record.ts';
import { runProgram } from './run-program.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `usage: npm run evaluate -- --model FOLDER (${COHORT_USAGE}) [--explain PATIENTS] [--forecasts model|stored] [--out FOLDER]`;

/** Patients whose scores are explained where nothing else is said. */
const EXPLAINED = 150;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

interface Request {
  readonly model: string;
  readonly cohort: CohortRequest;
  readonly explained: number;
  /** Judges what a board showed, as the cohort holds it, not what the model says now. */
  readonly stored: boolean;
  readonly out: string;
}

function requestOf(args: string[], problems: ProblemTeller): Request {
  const { values } = parseArgs({
    args,
    options: {
      ...COHORT_OPTIONS,
      model: { type: 'string' },
      explain: { type: 'string' },
      forecasts: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { model } = values;
  if (model === undefined) throw new UsageError('--model is missing');
  return {
    model: resolve(model),
    cohort: cohortRequest(values, problems.tell),
    explained: whole('explain', values.explain ?? String(EXPLAINED)),
    stored: isStored(values.forecasts ?? 'model'),
    out: resolve(values.out ?? join(model, 'evaluation')),
  };
}

function isStored(forecasts: string): boolean {
  if (forecasts !== 'model' && forecasts !== 'stored') {
    throw new UsageError(`--forecasts takes model or stored, not "${forecasts}"`);
  }
  return forecasts === 'stored';
}

interface Judging {
  readonly artefact: Artefact;
  readonly cohort: EvaluationCohort;
  readonly kind: CohortRequest['kind'];
  /** The seed of a cohort that was drawn for this run. */
  readonly drawnFrom: number | null;
  readonly run: RunRecord;
}

async function judgedByModel(
  { artefact, cohort, kind, drawnFrom, run }: Judging,
  { model, explained }: Request,
): Promise<EvaluationDocument> {
  const comparators = await readComparators(model);
  if (comparators === null) {
    say('no comparators.json beside the model: npm run train -- --model comparators makes it');
  }
  const judgement = judge(artefact, cohort, kind === 'simulated');
  const houses = await readHouseModels(model);
  const transport =
    houses && drawnFrom !== null
      ? await transportOf(houses, { seed: drawnFrom, patients: cohort.patients })
      : null;
  return evaluationDocument(judgement, run, { comparators, transport, explained });
}

function judgedAsShown({ artefact, cohort, run }: Judging): EvaluationDocument {
  if (cohort.stays.every(({ forecasts }) => forecasts.length === 0)) {
    throw new UsageError('--forecasts stored: the cohort holds no forecasts');
  }
  return shownDocument(judgeStored(artefact, cohort), run);
}

async function evaluate(args: string[]): Promise<void> {
  const problems = new ProblemTeller();
  const request = requestOf(args, problems);
  const { model, cohort: asked, stored, out } = request;
  const artefact = await readArtefact(model);
  const from = unseenBy(asked, { provenance: artefact.provenance, part: 'test' });
  const { name: engine } = await startEngine();
  const cohort = await evaluationCohort(from.stays);
  problems.sum();
  sayWho(from, say);
  say(`cohort: ${String(cohort.stays.length)} usable stays of ${String(cohort.patients)} patients`);
  if (cohort.stays.length === 0) {
    throw new Error(
      'nobody is left to be judged: the END rule needs two examinations of a patient',
    );
  }
  const fitted = wasRecalibratedTo(artefact.provenance, from.identity());
  if (fitted) say(`WARNING: ${FITTED_TO_THEM}`);
  const { kind, name, seed } = from;
  const command = ['npm run evaluate --', ...args].join(' ');
  const commit = commitOfCode();
  const about = { kind, name, seed, command, engine, commit, fitted };
  const run = runRecord({ artefact, cohort, ...about });
  const drawn = kind === 'simulated' && seed !== null && asked.options === null;
  const judging = { artefact, cohort, drawnFrom: drawn ? seed : null, kind, run };
  const document = stored ? judgedAsShown(judging) : await judgedByModel(judging, request);
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'evaluation.json'), evaluationJson(document));
  await writeFile(join(out, 'evaluation.html'), evaluationPage(document));
  const seconds = (performance.now() / 1000).toFixed(0);
  const mebibytes = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  say(`written to ${out} after ${seconds} s, at most ${mebibytes} MiB`);
}

await runProgram(() => evaluate(process.argv.slice(2)), USAGE);
