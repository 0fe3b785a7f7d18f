import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEngine } from '@endwatch/ml-model';
import type { HouseChoice } from '@endwatch/simulation';
import { readArtefact } from './artefact-files.ts';
import { atLeastOne, whole } from './cohort-request.ts';
import { drawnFrom, wasRecalibratedTo } from './cohort-identity.ts';
import { commitOfCode } from './commit-of-code.ts';
import { readComparators } from './comparators/comparator-files.ts';
import { evaluationCohort, simulatedStays } from './evaluation/evaluation-cohort.ts';
import { judge } from './evaluation/judgement.ts';
import type { BarOfCohort } from './evaluation/quality-bar.ts';
import { barOfCohort, qualityBar } from './evaluation/quality-bar.ts';
import { qualityBarText } from './evaluation/quality-bar-text.ts';
import { statementOf } from './evaluation/run-record.ts';
import { houseStyleOf } from './house-style.ts';
import { runProgram } from './run-program.ts';
import { UsageError } from './usage-error.ts';

const USAGE =
  'usage: npm run quality-bar -- --model FOLDER [--simulate PATIENTS] [--seeds NUMBER] [--seed FIRST] [--house-style STYLE] [--out FOLDER]';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

interface Request {
  readonly model: string;
  readonly patients: number;
  readonly seeds: readonly number[];
  readonly out: string;
  readonly houseStyle?: HouseChoice;
}

function requestOf(args: string[]): Request {
  const { values } = parseArgs({
    args,
    options: {
      model: { type: 'string' },
      simulate: { type: 'string', default: '5000' },
      seeds: { type: 'string', default: '10' },
      seed: { type: 'string', default: '3001' },
      out: { type: 'string' },
      'house-style': { type: 'string' },
    },
  });
  if (values.model === undefined) throw new UsageError('--model is missing');
  const first = whole('seed', values.seed);
  return {
    model: resolve(values.model),
    patients: atLeastOne('simulate', values.simulate),
    seeds: Array.from({ length: atLeastOne('seeds', values.seeds) }, (_, i) => first + i),
    out: resolve(values.out ?? join(values.model, 'evaluation')),
    ...houseStyleOf(values['house-style']),
  };
}

async function run(args: string[]): Promise<void> {
  const { model, patients, seeds, out, houseStyle } = requestOf(args);
  const artefact = await readArtefact(model);
  const known = seeds.filter((seed) => wasRecalibratedTo(artefact.provenance, drawnFrom(seed)));
  if (known.length > 0) {
    throw new UsageError(
      `the model was recalibrated to the patients of seed ${known.join(', ')}: begin at another --seed`,
    );
  }
  const comparators = await readComparators(model);
  await startEngine();
  const cohorts: BarOfCohort[] = [];
  for (const seed of seeds) {
    // One cohort at a time: what is kept of each is a few numbers.
    const cohort = await evaluationCohort(simulatedStays(seed, patients, houseStyle));
    cohorts.push(barOfCohort(judge(artefact, cohort, true), seed, comparators));
    say(`seed ${String(seed)}: done after ${(performance.now() / 1000).toFixed(0)} s`);
  }
  const bar = qualityBar(cohorts);
  const command = ['npm run quality-bar --', ...args].join(' ');
  const statement = statementOf(artefact.config.trainedOn, 'simulated');
  const text = qualityBarText(bar, { statement, command, cohorts });
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'quality-bar.md'), text);
  const source = { command, statement, model: artefact.config.version, commit: commitOfCode() };
  await writeFile(
    join(out, 'quality-bar.json'),
    `${JSON.stringify({ format: 1, ...source, ...bar, cohorts }, null, 1)}\n`,
  );
  say(`\n${text}`);
}

await runProgram(() => run(process.argv.slice(2)), USAGE);
