import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CohortOptions } from '@endwatch/simulation';
import { simulateCohort } from '@endwatch/simulation';
import { atLeastOne, whole } from './cohort-request.ts';
import { FlowCount, flowSvg, flowText } from './cohort-folder/flow.ts';
import type { RowProblem } from './cohort-folder/problem.ts';
import { ProblemList } from './cohort-folder/problem-list.ts';
import { ProblemTeller } from './cohort-folder/problem-teller.ts';
import { readCohort } from './cohort-folder/read-cohort.ts';
import { writeCohort, type WrittenStay } from './cohort-folder/write-cohort.ts';
import { HOUSE_CHOICES, houseStyleOf } from './house-style.ts';
import { gatherCohort } from './marginals/gather-marginals.ts';
import { marginalsOf, marginalsText } from './marginals/marginals.ts';
import { runProgram } from './run-program.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `usage:
  npm run cohort -- flow --cohort FOLDER [--out FOLDER] [--strict]      who belongs to the paper's cohort and why others do not
  npm run cohort -- simulate --patients N --seed S --out FOLDER [--house-style ${HOUSE_CHOICES}]
                                                                        simulated stays as a cohort folder; reports as one house writes them, or a mixture
  npm run cohort -- marginals --patients N --seed S [--json FILE]       simulated shares and values beside what they should be`;

/** A day in the past, so that no simulated stay reaches into the future. */
const ADMITTED_AT = Date.UTC(2024, 0, 8, 6);
/** A little more than 14 days. */
const HOURS = 348;

/** Of whom marginals can be counted. */
const LEAST_PATIENTS = 50;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const warn = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

function needed(name: string, given: string | undefined): string {
  if (given === undefined) throw new UsageError(`--${name} is missing`);
  return given;
}

async function flow(args: string[]): Promise<void> {
  const options = {
    cohort: { type: 'string' },
    out: { type: 'string' },
    strict: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ args, options });
  const folder = resolve(needed('cohort', values.cohort));
  const out = values.out === undefined ? null : resolve(values.out);
  // Where nothing is written everything is said.
  const problems = new ProblemTeller(out === null ? Infinity : undefined, warn);
  const list = out === null ? null : await ProblemList.open(join(out, 'problems.csv'));
  const count = new FlowCount();
  const onProblem = (problem: RowProblem): void => {
    problems.tell(problem);
    list?.add(problem);
  };
  try {
    const strict = values.strict ?? false;
    for await (const stay of readCohort({ folder, strict, onProblem })) count.count(stay);
  } finally {
    await list?.close();
  }
  say(flowText(count.flow).trimEnd());
  problems.sum();
  if (out === null) return;
  const document = { ...count.flow, notUsed: problems.counts };
  await writeFile(join(out, 'flow.txt'), flowText(count.flow));
  await writeFile(join(out, 'flow.json'), `${JSON.stringify(document, null, 1)}\n`);
  await writeFile(join(out, 'flow.svg'), flowSvg(count.flow));
  say(`written to ${out}: flow.txt, flow.json, flow.svg, problems.csv`);
}

async function simulate(args: string[]): Promise<void> {
  const options = {
    patients: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
    'house-style': { type: 'string' },
  } as const;
  const { values } = parseArgs({ args, options });
  const patients = atLeastOne('patients', needed('patients', values.patients));
  const seed = whole('seed', needed('seed', values.seed));
  const out = resolve(needed('out', values.out));
  const style = houseStyleOf(values['house-style']);
  const written = await writeCohort(out, spread({ seed, patients, ...style }), {
    ...{ kind: 'simulated', seed, patients },
  });
  say(`${String(written.patients)} patients, ${String(written.rows)} rows written to ${out}`);
}

function* spread(
  drawn: Pick<CohortOptions, 'seed' | 'patients' | 'houseStyle'>,
): Iterable<WrittenStay> {
  yield* simulateCohort({ ...drawn, admittedAt: ADMITTED_AT, hours: HOURS });
}

async function marginals(args: string[]): Promise<void> {
  const options = {
    patients: { type: 'string' },
    seed: { type: 'string' },
    json: { type: 'string' },
  } as const;
  const { values } = parseArgs({ args, options });
  const patients = atLeastOne('patients', needed('patients', values.patients));
  const seed = whole('seed', needed('seed', values.seed));
  // With one patient there is no spread, with none no share.
  if (patients < LEAST_PATIENTS) {
    throw new UsageError(`--patients takes at least ${String(LEAST_PATIENTS)}`);
  }
  const found = marginalsOf([...gatherCohort(patients, seed)]);
  say(marginalsText(found));
  if (values.json === undefined) return;
  const document = { patients, seed, marginals: found };
  await writeFile(resolve(values.json), `${JSON.stringify(document, null, 1)}\n`);
}

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  ...{ flow, simulate, marginals },
};

async function run([name = '', ...args]: readonly string[]): Promise<void> {
  const command = COMMANDS[name];
  if (!command) throw new UsageError(`no command "${name}"`);
  await command(args);
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const [wall, cpu] = [performance.now() / 1000, (userCPUTime + systemCPUTime) / 1e6];
  say(
    `after ${wall.toFixed(1)} s (${cpu.toFixed(1)} s of processors), at most ${(maxRSS / 1024).toFixed(0)} MiB`,
  );
}

await runProgram(() => run(process.argv.slice(2)), USAGE);
