/**
 * `npm run faults -- --rounds N --seed S [--only kills,postgres] [--full] [--markdown FILE]`: N rounds of every group (or of those named) of
 * trouble, with the same schedule for the same seed. `--full` plays as many of each group as the published figures have. Ends with 1 when
 * anything was lost, doubled or different.
 */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { BadUsage, runCommand } from '../harness/command.ts';
import { Driver, type PlayReport } from './driver.ts';
import { GROUPS, type Group } from './kind.ts';
import { tables, writeMarkdown } from './report.ts';
import { plansFor } from './schedule.ts';

const FULL: Readonly<Record<Group, number>> = {
  kills: 100,
  brokers: 20,
  postgres: 20,
  rebalance: 50,
  browser: 50,
  unwell: 24,
};
const PATIENTS = 24;
const LONG_MS = 30_000;
const CROWD = 1_000;
const TOLD = 20;

const USAGE = `usage: npm run faults -- [--rounds N | --full] [--seed S] [--only ${GROUPS.join(',')}] [--markdown FILE]`;

const OPTIONS = {
  rounds: { type: 'string', default: '3' },
  seed: { type: 'string' },
  only: { type: 'string', default: GROUPS.join(',') },
  full: { type: 'boolean', default: false },
  markdown: { type: 'string' },
} as const;

function say(line: string): void {
  process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}

function groups(only: string): Group[] {
  return only.split(',').map((name) => {
    const group = GROUPS.find((each) => each === name);
    if (!group) throw new BadUsage(`--only is "${name}"; allowed: ${GROUPS.join(', ')}`);
    return group;
  });
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new BadUsage(`--${name} is "${text}"; allowed: a whole number`);
  return Number(text);
}

function tell({ plan, findings, paths }: PlayReport, seed: number): void {
  if (findings.length === 0) return;
  say(`${plan.name}, --seed ${seed}: ${findings.length} findings`);
  for (const { sort, what } of findings.slice(0, TOLD)) say(`  ${sort}: ${what}`);
  for (const path of paths) process.stdout.write(`${path}\n`);
}

/** Asked at the start: a long run may outlast it. */
const commit = execFileSync('git', ['describe', '--always', '--dirty'], {
  encoding: 'utf8',
}).trim();

function about(seed: number, disk: string): string {
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const busy = loadavg()
    .map((load) => load.toFixed(1))
    .join(', ');
  return [
    `\`npm run faults -- ${process.argv.slice(2).join(' ')}\`, seed ${seed}, ${new Date().toISOString().slice(0, 16)}Z, commit ${commit}.`,
    `${machine}, load average ${busy} at the end; Node ${process.versions.node}, Kafka 4.4.0, PostgreSQL 18.4; full disk ${disk}.`,
  ].join(' ');
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS });
  const seed = wholeNumber('seed', values.seed ?? String(Date.now() % 1_000_000));
  const rounds = wholeNumber('rounds', values.rounds);
  const plans = groups(values.only).flatMap((group) =>
    plansFor(group, values.full ? FULL[group] : rounds, seed),
  );
  const driver = new Driver({ seed, patients: PATIENTS, longMs: LONG_MS, crowd: CROWD, say });
  const reports: PlayReport[] = [];
  // Servers and a mounted disk would outlive this process.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void driver.stop().finally(() => process.exit(1)));
  }
  say(`seed ${seed}: ${plans.length} plays`);
  try {
    for (const plan of plans) {
      const report = await driver.play(plan);
      reports.push(report);
      tell(report, seed);
      if (values.markdown) {
        writeMarkdown(values.markdown, { reports, about: about(seed, await driver.disk()) });
      }
    }
  } finally {
    await driver.stop();
    process.stdout.write(`\nseed ${seed}\n\n${tables(reports)}\n`);
  }
  return reports.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

await runCommand(main, USAGE);
