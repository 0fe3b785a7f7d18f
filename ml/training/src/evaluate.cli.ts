import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEngine } from '@endwatch/ml-model';
import { readArtefact } from './artefact-files.ts';
import type { CohortRequest } from './cohort-request.ts';
import { COHORT_OPTIONS, COHORT_USAGE, cohortRequest, runProgram } from './cohort-request.ts';
import { sayWho, unseenBy } from './cohort-request.ts';
import { UsageError, whole } from './cohort-request.ts';
import { ProblemTeller } from './cohort-folder/problem-teller.ts';
import { commitOfCode } from './commit-of-code.ts';
import { readComparators } from './comparators/comparator-files.ts';
import { evaluationCohort } from './evaluation/evaluation-cohort.ts';
import { evaluationDocument, evaluationJson } from './evaluation/evaluation.ts';
import { readHouseModels, transportOf } from './evaluation/house-models.ts';
import { evaluationPage } from './evaluation/html/page.ts';
import { judge } from './evaluation/judgement.ts';
import { runRecord } from './evaluation/run-record.ts';

const USAGE = `usage: npm run evaluate -- --model FOLDER (${COHORT_USAGE}) [--explain PATIENTS] [--out FOLDER]`;

/** Patients whose scores are explained where nothing else is said. */
const EXPLAINED = 150;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

interface Request {
  readonly model: string;
  readonly cohort: CohortRequest;
  readonly explained: number;
  readonly out: string;
}

function requestOf(args: string[], problems: ProblemTeller): Request {
  const { values } = parseArgs({
    args,
    options: {
      ...COHORT_OPTIONS,
      model: { type: 'string' },
      explain: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { model } = values;
  if (model === undefined) throw new UsageError('--model is missing');
  return {
    model: resolve(model),
    cohort: cohortRequest(values, problems.tell),
    explained: whole('explain', values.explain ?? String(EXPLAINED)),
    out: resolve(values.out ?? join(model, 'evaluation')),
  };
}

async function evaluate(args: string[]): Promise<void> {
  const problems = new ProblemTeller();
  const { model, cohort: asked, explained, out } = requestOf(args, problems);
  const artefact = await readArtefact(model);
  const from = unseenBy(asked, { provenance: artefact.provenance, part: 'test' });
  const comparators = await readComparators(model);
  if (comparators === null) {
    say('no comparators.json beside the model: npm run train -- --model comparators makes it');
  }
  const { name: engine } = await startEngine();
  const cohort = await evaluationCohort(from.stays);
  problems.sum();
  sayWho(from, say);
  say(`cohort: ${String(cohort.stays.length)} usable stays of ${String(cohort.patients)} patients`);
  const { kind, name, seed } = from;
  const command = ['npm run evaluate --', ...args].join(' ');
  const commit = commitOfCode();
  const run = runRecord({ artefact, cohort, kind, name, seed, command, engine, commit });
  const judgement = judge(artefact, cohort, kind === 'simulated');
  const houses = await readHouseModels(model);
  const drawn = kind === 'simulated' && seed !== null && asked.options === null;
  const transport =
    houses && drawn ? await transportOf(houses, { seed, patients: cohort.patients }) : null;
  const document = evaluationDocument(judgement, run, { comparators, transport, explained });
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'evaluation.json'), evaluationJson(document));
  await writeFile(join(out, 'evaluation.html'), evaluationPage(document));
  const seconds = (performance.now() / 1000).toFixed(0);
  const mebibytes = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  say(`written to ${out} after ${seconds} s, at most ${mebibytes} MiB`);
}

await runProgram(() => evaluate(process.argv.slice(2)), USAGE);
