import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { runBoard, type BoardRun, type ViewRun } from './board-run.ts';
import { mebibytes, ms, quantile, spread, table, type Line } from './figures.ts';

const LONG = 50;
const SHOWN = 10;

/** `npm run load:board`: a ward under steady load in a real page. Prints what it saw; fails only where an update was lost or the board ended wrong. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      patients: { type: 'string', default: '500' },
      rate: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '60' },
    },
  });
  const settings = {
    patients: Number(values.patients),
    rate: Number(values.rate),
    seconds: Number(values.seconds),
    views: ['beds', 'list'] as const,
  };
  const run = await runBoard(settings);
  const { patients, rate, seconds } = settings;
  const title = `${String(patients)} patients, ${String(rate)} updates/s for ${String(seconds)} s in each view, 1920 × 1080`;
  process.stdout.write(
    `${table(title, [...firstLines(run), ...run.views.flatMap((view) => viewLines(view, seconds))])}\n`,
  );
  const problems = [...run.views.flatMap((view) => view.problems), ...run.complaints];
  for (const problem of problems.slice(0, SHOWN)) process.stdout.write(`wrong: ${problem}\n`);
  process.stdout.write(`${String(problems.length)} wrong\n`);
  return problems.length === 0 ? 0 : 1;
}

function firstLines({ fillMs, load, loading }: BoardRun): Line[] {
  const machine = `${String(availableParallelism())} cores, load average ${loadavg()[0]?.toFixed(1) ?? '?'} at the end`;
  const transferred = `${mebibytes(load.scriptBytes)} in ${String(load.scripts)} files, ${mebibytes(load.transferred)} over the wire`;
  return [
    ['machine', machine],
    ['ward filled in', ms(fillMs)],
    ['first contentful paint', ms(load.firstContentfulPaint)],
    ['initial JavaScript', transferred],
    ['long tasks in the first load', longTasks(loading.longTasks)],
  ];
}

function viewLines(
  { view, probe, tasks, updates, toPage, ...run }: ViewRun,
  seconds: number,
): Line[] {
  const named = ([what, figure]: Line): Line => [`${view}: ${what}`, figure];
  const worst = probe.longFrames.toSorted((a, b) => b.duration - a.duration).slice(0, 3);
  const slow = probe.frames.filter((gap) => gap > LONG).length;
  const frames = `${String(probe.frames.length)}, p95 apart ${ms(quantile(probe.frames, 0.95))}, ${String(slow)} over ${String(LONG)} ms`;
  const lines: Line[] = [
    ['tiles or lines built', String(run.built)],
    ['updates sent', String(updates.length)],
    ['answer to a message', spread(updates.map(({ answeredAfter }) => answeredAfter))],
    ['message to page', spread(toPage)],
    ['row events in the page', String(probe.rows.length)],
    ['event to changed tile', spread(probe.toDom)],
    ['long tasks', longTasks(probe.longTasks)],
    [
      'long tasks by own processor time',
      longTasks(
        tasks.map(({ own }) => ({ duration: own })).filter(({ duration }) => duration > LONG),
      ),
    ],
    ['own processor time of a task over 1 ms', spread(tasks.map(({ own }) => own))],
    [
      'page, main thread',
      `${(tasks.reduce((sum, { own }) => sum + own, 0) / seconds / 10).toFixed(1)} % of a core`,
    ],
    ['frames', frames],
    ...worst.map((frame): Line => [`long frame ${ms(frame.duration)}`, frame.why]),
    ['JS heap', `${mebibytes(run.heapBefore)} before, ${mebibytes(run.heapAfter)} after`],
    ['backend processor', `${run.backendLoad.toFixed(2)} cores`],
  ];
  return lines.map(named);
}

function longTasks(tasks: readonly { readonly duration: number }[]): string {
  if (tasks.length === 0) return `none over ${String(LONG)} ms`;
  const longest = Math.max(...tasks.map(({ duration }) => duration));
  return `${String(tasks.length)}, longest ${ms(longest)}`;
}

process.exitCode = await main();
