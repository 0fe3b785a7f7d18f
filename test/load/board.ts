import { runBoard, type BoardRun, type ViewRun } from './board-run.ts';
import type { Part, Row } from './bench-part.ts';
import { mebibytes, ms, percentiles, quantile, whole } from './figures.ts';

const LONG = 50;
const RATE = 50;
const KILOBYTE = 1_000;

/** A ward under steady load in a real page, and what it takes to open it. */
export const board: Part = {
  name: 'board',
  title: 'The board in Chromium',
  run: async (world, { small, seconds: chosen, patients: wanted }) => {
    const patients = wanted ?? (small ? 40 : 500);
    const seconds = chosen ?? (small ? 5 : 300);
    const run = await runBoard({ patients, rate: RATE, seconds, views: ['beds', 'list'] });
    world.say('board: done');
    const of = `${String(patients)} rows, ${String(RATE)} updates/s for ${String(seconds)} s`;
    return {
      rows: [...loadRows(run), ...run.views.flatMap((view) => viewRows(view, { of, seconds }))],
      wrong: [...run.views.flatMap(({ problems }) => problems), ...run.complaints],
    };
  },
};

function loadRows({ load, throttled }: BoardRun): Row[] {
  return [
    {
      what: 'initial JavaScript transferred; unpacked; files',
      endwatch: `${whole(load.transferred / KILOBYTE)} kB; ${whole(load.scriptBytes / KILOBYTE)} kB; ${String(load.scripts)}`,
      target: '≤ 250 kB',
    },
    { what: 'first contentful paint', endwatch: ms(load.firstContentfulPaint) },
    {
      what: 'first contentful paint, processor at a quarter of its speed (floor: one line of text)',
      endwatch: ms(throttled.firstContentfulPaint),
      floor: ms(throttled.bareContentfulPaint),
    },
    {
      what: 'tiles there; and the main thread quiet: at a quarter of the speed',
      endwatch: `${ms(throttled.tiles)}; ${ms(throttled.quiet)}`,
    },
  ];
}

function viewRows(
  { view, probe, tasks, ...run }: ViewRun,
  { of, seconds }: { of: string; seconds: number },
): Row[] {
  const longest = (durations: readonly number[]): string =>
    durations.length === 0
      ? 'none'
      : `${String(durations.length)}, longest ${ms(Math.max(...durations))}`;
  const own = tasks.map((task) => task.own).filter((time) => time > LONG);
  const busy = tasks.reduce((sum, task) => sum + task.own, 0) / seconds / 10;
  const named = (what: string): string => `${view}: ${what}`;
  return [
    {
      what: named(`tasks over ${String(LONG)} ms, ${of}`),
      endwatch: longest(probe.longTasks.map(({ duration }) => duration)),
      target: 'none',
    },
    {
      what: named(`tasks over ${String(LONG)} ms by their own processor time`),
      endwatch: longest(own),
      target: 'none',
    },
    {
      what: named('main thread, own time of tasks over 1 ms'),
      endwatch: `${busy.toFixed(1)} % of a core`,
    },
    {
      what: named('JS heap before; after'),
      endwatch: `${mebibytes(run.heapBefore)}; ${mebibytes(run.heapAfter)}`,
      target: 'flat',
    },
    {
      what: named('row event to changed tile, p50 / p95 / p99'),
      endwatch: percentiles(probe.toDom),
    },
    { what: named('message posted to page, p50 / p95 / p99'), endwatch: percentiles(run.toPage) },
    {
      what: named('between two frames, p50; p95'),
      endwatch: `${ms(quantile(probe.frames, 0.5))}; ${ms(quantile(probe.frames, 0.95))}`,
    },
    {
      what: named('updates sent; row events in the page'),
      endwatch: `${whole(run.updates.length)}; ${whole(probe.rows.length)}`,
    },
  ];
}
