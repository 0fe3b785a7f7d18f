import { parseArgs } from 'node:util';
import { BadUsage, runCommand } from '../harness/command.ts';
import { World, type BenchOptions, type Part, type PartResult } from './bench-part.ts';
import { board } from './board.ts';
import { delivery } from './delivery.ts';
import { history } from './history.ts';
import { memory } from './memory.ts';
import { model } from './model.ts';
import { outage } from './outage.ts';
import { circumstances, partTable, writeMarkdown, type Done } from './report.ts';
import { latency } from './latency.ts';
import { review } from './review.ts';
import { scale } from './scale.ts';
import { scoring } from './scoring.ts';
import { throughput } from './throughput.ts';
import { viewers } from './viewers.ts';
import { wall } from './wall.ts';

const PARTS: readonly Part[] = [
  throughput,
  latency,
  scoring,
  model,
  viewers,
  delivery,
  history,
  review,
  outage,
  memory,
  scale,
  board,
  wall,
];
const SHOWN = 20;
const USAGE =
  'usage: npm run bench -- [--only NAME,NAME] [--small] [--profile] [--markdown FILE] [--records N] [--patients N] [--observations N] [--seconds N] [--outage-minutes N] [--memory-minutes N] [--heap-megabytes N]';

/** `npm run bench`: every part, or those named with `--only`. Fails on wrong counts, never on times. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      markdown: { type: 'string' },
      small: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      ...SIZES,
    },
  });
  const parts = chosen(values.only);
  const options: BenchOptions = {
    ...{ small: values.small, profile: values.profile },
    records: wholeOrNull(values.records),
    patients: wholeOrNull(values.patients),
    observations: wholeOrNull(values.observations),
    seconds: wholeOrNull(values.seconds),
    outageMinutes: wholeOrNull(values['outage-minutes']),
    memoryMinutes: wholeOrNull(values['memory-minutes']),
    heapMegabytes: wholeOrNull(values['heap-megabytes']),
  };
  const world = new World();
  try {
    return await runAll(parts, { world, options, markdown: values.markdown ?? null });
  } finally {
    await world.stop();
  }
}

const SIZES = {
  records: { type: 'string' },
  patients: { type: 'string' },
  observations: { type: 'string' },
  seconds: { type: 'string' },
  'outage-minutes': { type: 'string' },
  'memory-minutes': { type: 'string' },
  'heap-megabytes': { type: 'string' },
} as const;

async function runAll(
  parts: readonly Part[],
  { world, options, markdown }: { world: World; options: BenchOptions; markdown: string | null },
): Promise<number> {
  const head = await circumstances(world);
  const done: Done[] = [];
  const wrong: string[] = [];
  say(`${head}\n`);
  for (const part of parts) {
    const result = await part.run(world, options).catch(brokenOff);
    done.push({ part, result });
    wrong.push(...result.wrong.map((problem) => `${part.name}: ${problem}`));
    say(partTable({ part, result }));
    for (const line of result.details ?? []) say(line);
  }
  for (const problem of wrong.slice(0, SHOWN)) say(`wrong: ${problem}`);
  say(`${String(parts.length)} parts, ${String(wrong.length)} wrong`);
  if (markdown !== null) writeMarkdown(markdown, [`${head}\n`, ...done.map(partTable)].join('\n'));
  return wrong.length === 0 ? 0 : 1;
}

function brokenOff(error: unknown): PartResult {
  const why = error instanceof Error ? error.message : String(error);
  return { rows: [], wrong: [`did not come to its end: ${why}`] };
}

function chosen(only: string | undefined): readonly Part[] {
  if (only === undefined) return PARTS;
  const names = only.split(',');
  const unknown = names.filter((name) => !PARTS.some((part) => part.name === name));
  const all = PARTS.map(({ name }) => name).join(', ');
  if (unknown.length > 0) {
    throw new BadUsage(`--only is "${unknown.join(',')}"; allowed: ${all}`);
  }
  return PARTS.filter(({ name }) => names.includes(name));
}

function wholeOrNull(given: string | undefined): number | null {
  if (given === undefined) return null;
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new BadUsage(`a size is "${given}"; allowed: a whole number above 0`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await runCommand(main, USAGE);
