import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEngine } from '@endwatch/ml-model';
import { readArtefact } from './artefact-files.ts';
import { readComparators } from './comparators/comparator-files.ts';
import { commitOfCode } from './commit-of-code.ts';
import { evaluationCohort, simulatedStays } from './evaluation/evaluation-cohort.ts';
import { evaluationDocument, evaluationJson } from './evaluation/evaluation.ts';
import { evaluationPage } from './evaluation/html/page.ts';
import { judge } from './evaluation/judgement.ts';
import { runRecord } from './evaluation/run-record.ts';

const USAGE =
  'usage: npm run evaluate -- --model FOLDER (--cohort FOLDER | --simulate PATIENTS --seed SEED) [--explain PATIENTS] [--out FOLDER]';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Patients whose scores are explained where nothing else is said. */
const EXPLAINED = 150;

class UsageError extends Error {}

interface Request {
  readonly model: string;
  readonly simulate: number;
  readonly seed: number;
  readonly out: string;
  readonly explained: number;
}

function whole(name: string, given: string): number {
  if (!/^\d{1,9}$/.test(given)) {
    throw new UsageError(`--${name} takes a whole number, not "${given}"`);
  }
  return Number(given);
}

function requestOf(args: string[]): Request {
  const { values } = parseArgs({
    args,
    options: {
      model: { type: 'string' },
      simulate: { type: 'string' },
      seed: { type: 'string' },
      out: { type: 'string' },
      explain: { type: 'string' },
    },
  });
  const { model, simulate, seed } = values;
  if (model === undefined) throw new UsageError('--model is missing');
  if (simulate === undefined) throw new UsageError('--simulate is missing');
  if (seed === undefined) throw new UsageError('--simulate needs a --seed');
  return {
    model: resolve(model),
    simulate: whole('simulate', simulate),
    seed: whole('seed', seed),
    explained: whole('explain', values.explain ?? String(EXPLAINED)),
    out: resolve(values.out ?? join(model, 'evaluation')),
  };
}

async function main(args: string[]): Promise<void> {
  const request = requestOf(args);
  const artefact = await readArtefact(request.model);
  const comparators = await readComparators(request.model);
  if (comparators === null) {
    say('no comparators.json beside the model: npm run train -- --model comparators makes it');
  }
  const { name: engine } = await startEngine();
  const cohort = evaluationCohort(simulatedStays(request.seed, request.simulate));
  say(`cohort: ${String(cohort.stays.length)} usable stays of ${String(cohort.patients)} patients`);
  const run = runRecord({
    artefact,
    cohort,
    kind: 'simulated',
    name: `simulated, ${String(request.simulate)} patients drawn from seed ${String(request.seed)}`,
    seed: request.seed,
    command: ['npm run evaluate --', ...args].join(' '),
    engine,
    commit: commitOfCode(),
  });
  const document = evaluationDocument(judge(artefact, cohort, true), run, {
    comparators,
    explained: request.explained,
  });
  await mkdir(request.out, { recursive: true });
  await writeFile(join(request.out, 'evaluation.json'), evaluationJson(document));
  await writeFile(join(request.out, 'evaluation.html'), evaluationPage(document));
  const { maxRSS } = process.resourceUsage();
  say(
    `written to ${request.out} after ${performance.now().toFixed(0)} ms, at most ${(maxRSS / 1024).toFixed(0)} MiB`,
  );
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError) process.stderr.write(`${USAGE}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
