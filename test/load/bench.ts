import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { ROOT } from '../harness/child.ts';
import { World, type Part, type PartResult } from './bench-part.ts';
import { throughput } from './throughput.ts';

const PARTS: readonly Part[] = [throughput];
const SHOWN = 20;

/** `npm run bench`: every part, or those named. Fails on wrong counts, never on times. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true },
      small: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      records: { type: 'string' },
      patients: { type: 'string' },
    },
  });
  const names = values.only?.flatMap((list) => list.split(','));
  const unknown = names?.filter((name) => !PARTS.some((part) => part.name === name)) ?? [];
  if (unknown.length > 0) {
    process.stderr.write(
      `no part ${unknown.join(', ')}; there are ${PARTS.map(({ name }) => name).join(', ')}\n`,
    );
    return 64;
  }
  const parts = PARTS.filter(({ name }) => names?.includes(name) ?? true);
  const options = {
    ...{ small: values.small, profile: values.profile },
    records: wholeOrNull(values.records),
    patients: wholeOrNull(values.patients),
  };
  const world = new World();
  let wrong = 0;
  say(machine());
  try {
    for (const part of parts) {
      const result = await part.run(world, options);
      wrong += result.wrong.length;
      print(part, result);
    }
  } finally {
    await world.stop();
  }
  say(`${String(wrong)} wrong`);
  return wrong === 0 ? 0 : 1;
}

function wholeOrNull(given: string | undefined): number | null {
  return given === undefined ? null : Number(given);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function print(part: Part, { rows, wrong, details = [] }: PartResult): void {
  say(`\n### ${part.title} (\`${part.name}\`)\n`);
  say('| | Endwatch | floor | target |\n|---|---|---|---|');
  for (const { what, endwatch, floor = '', target = '' } of rows) {
    say(`| ${what} | ${endwatch} | ${floor} | ${target} |`);
  }
  if (details.length > 0) say(`\n${details.join('\n')}`);
  for (const problem of wrong.slice(0, SHOWN)) say(`wrong: ${problem}`);
}

function machine(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return [
    new Date().toISOString(),
    `${String(availableParallelism())} cores (${cpus()[0]?.model ?? '?'}), ${memory} GiB`,
    `Node ${process.version}`,
    `commit ${commit.trim()}`,
    `load average ${loadavg()[0]?.toFixed(1) ?? '?'}`,
  ].join(', ');
}

process.exitCode = await main();
