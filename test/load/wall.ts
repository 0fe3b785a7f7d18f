import type { Part, Row } from './bench-part.ts';
import { mebibytes, MIB, slope, whole } from './figures.ts';
import { runWall, type Look, type WallRun } from './wall-run.ts';

const RATE = 50;
const LOOKS = 24;
/** Looks printed. */
const PRINTED = 7;

/** Does a screen that nobody touches grow, and does it stay signed in? */
export const wall: Part = {
  name: 'wall',
  title: 'A screen on the wall, unattended',
  run: async (world, { small, seconds: chosen, patients: wanted }) => {
    const patients = wanted ?? (small ? 12 : 32);
    const seconds = chosen ?? (small ? 8 : 3_600);
    const looks = small ? 4 : LOOKS;
    const run = await runWall(world, { patients, rate: RATE, seconds, looks });
    const of = `${String(patients)} beds, ${String(RATE)} updates/s for ${String(seconds)} s`;
    return { rows: rowsOf(run, of), wrong: wrongOf(run, small ? 1 : looks - 1) };
  },
};

function rowsOf(run: WallRun, of: string): Row[] {
  const { looks } = run;
  const printed = Array.from(
    { length: PRINTED },
    (_, n) => looks[Math.round((n * (looks.length - 1)) / (PRINTED - 1))],
  ).filter((look) => look !== undefined);
  const over = (say: (look: Look) => string): string => printed.map(say).join(', ');
  const mib =
    (read: (look: Look) => number) =>
    (look: Look): string =>
      mebibytes(read(look)).replace(' MiB', '');
  return [
    {
      what: `heap of the page after a collection, MiB: ${of}`,
      endwatch: over(mib(({ heap }) => heap)),
    },
    { what: 'nodes of the page at the same times', endwatch: over(({ nodes }) => whole(nodes)) },
    { what: 'listeners', endwatch: over(({ listeners }) => whole(listeners)) },
    { what: 'resident memory of the product, MiB', endwatch: over(mib(({ product }) => product)) },
    {
      what: 'growth an hour, without the first sixth: heap; nodes; listeners',
      endwatch: growth(looks),
      target: 'flat',
    },
    {
      what: 'session carried on; times it was about to end',
      endwatch: `${String(run.renewals)}; ${String(looks.length - 1)}`,
      target: 'each time',
    },
    {
      what: 'updates sent; row events on the screen; missed',
      endwatch: `${whole(run.sent)}; ${whole(run.rows)}; ${String(run.missed)}`,
      target: '0 missed',
    },
  ];
}

function growth(looks: readonly Look[]): string {
  const later = looks.slice(Math.ceil(looks.length / 6));
  const of = (read: (look: Look) => number): number =>
    slope(later.map((look) => [look.hours, read(look)]));
  return [
    `${(of(({ heap }) => heap) / MIB).toFixed(2)} MiB`,
    of(({ nodes }) => nodes).toFixed(0),
    of(({ listeners }) => listeners).toFixed(0),
  ].join('; ');
}

/** A page says that it is here a moment before or after it is looked at: one may be under way. */
function wrongOf({ problems, renewals, missed }: WallRun, least: number): string[] {
  return [
    ...problems,
    ...(renewals >= least ? [] : [`the session was carried on ${String(renewals)} times`]),
    ...(missed === 0 ? [] : [`${String(missed)} events were missed`]),
  ];
}
