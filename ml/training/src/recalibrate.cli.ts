import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEngine } from '@endwatch/ml-model';
import { readArtefact, writeArtefact } from './artefact-files.ts';
import type { CohortRequest } from './cohort-request.ts';
import { COHORT_OPTIONS, COHORT_USAGE, cohortRequest } from './cohort-request.ts';
import { sayWho, unseenBy } from './cohort-request.ts';
import { ProblemTeller } from './cohort-folder/problem-teller.ts';
import { commitOfCode } from './commit-of-code.ts';
import { evaluationCohort } from './evaluation/evaluation-cohort.ts';
import { goldenScores } from './golden-scores.ts';
import type { SiteMethod } from './recalibrated-model.ts';
import { recalibrated, SITE_METHODS } from './recalibrated-model.ts';
import { referenceFile, refuseOther } from './recalibrated-files.ts';
import { recalibrationCard } from './recalibration-card.ts';
import { runProgram } from './run-program.ts';
import { UsageError } from './usage-error.ts';

const METHODS = SITE_METHODS.join('|');
const USAGE = `usage: npm run recalibrate -- --model FOLDER (${COHORT_USAGE}) --method ${METHODS} [--version NAME] [--out FOLDER]`;
const GOLDEN_STAYS = 12;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

interface Request {
  readonly model: string;
  readonly cohort: CohortRequest;
  readonly method: SiteMethod;
  readonly version: string | null;
  readonly out: string | null;
}

function requestOf(args: string[], problems: ProblemTeller): Request {
  const { values } = parseArgs({
    args,
    options: {
      ...COHORT_OPTIONS,
      model: { type: 'string' },
      method: { type: 'string' },
      version: { type: 'string' },
      out: { type: 'string' },
    },
  });
  if (values.model === undefined) throw new UsageError('--model is missing');
  const method = SITE_METHODS.find((one) => one === values.method);
  if (method === undefined) throw new UsageError(`--method takes ${METHODS}`);
  return {
    model: resolve(values.model),
    cohort: cohortRequest(values, problems.tell),
    method,
    version: values.version ?? null,
    out: values.out === undefined ? null : resolve(values.out),
  };
}

/** Golden scores hold the values of single patients: only those of simulated ones may leave a site. */
function goldenFile(
  model: Parameters<typeof goldenScores>[0],
  stays: Parameters<typeof goldenScores>[1],
  { kind, engine }: { readonly kind: CohortRequest['kind']; readonly engine: string },
): Record<string, string> {
  if (kind !== 'simulated') return {};
  const scores = goldenScores(model, stays.slice(0, GOLDEN_STAYS));
  return { 'golden-scores.json': `${JSON.stringify({ engine, scores })}\n` };
}

async function recalibrate(args: string[]): Promise<void> {
  const problems = new ProblemTeller();
  const { model, cohort, method, ...asked } = requestOf(args, problems);
  const parent = await readArtefact(model);
  const version = asked.version ?? `${parent.config.version}-${method}`;
  const out = asked.out ?? resolve(model, '..', version);
  await refuseOther(out, parent);
  const from = unseenBy(cohort, { provenance: parent.provenance, part: 'calibrate' });
  const { name: engine } = await startEngine();
  const { stays, patients } = await evaluationCohort(from.stays);
  problems.sum();
  sayWho(from, say);
  const { kind, name, seed } = from;
  const command = ['npm run recalibrate --', ...args].join(' ');
  const about = { command, commit: commitOfCode(), cohort: { kind, name, seed, patients } };
  const record = { ...about, identity: from.identity() };
  const artefact = recalibrated(parent, stays, { method, version, record });
  await writeArtefact(out, artefact, {
    ...goldenFile(artefact, stays, { kind, engine }),
    ...(await referenceFile(model, { parent, artefact, say })),
    'model-card.md': recalibrationCard({ parent, artefact, method, command, cohort: name, stays }),
  });
  say(`${parent.config.version} recalibrated to ${String(stays.length)} stays: ${version}`);
  say(`written to ${out}`);
}

await runProgram(() => recalibrate(process.argv.slice(2)), USAGE);
