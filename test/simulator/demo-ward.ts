import type { EpochMs } from '@endwatch/clinical';
import { seededRng } from '@endwatch/simulation';
import { USUAL_DISTURBANCE } from './disturb.ts';
import { SITES } from './site.ts';
import { Ward } from './ward.ts';
import type { Bed, FirstStay } from './ward.ts';

export const DEMO_WARD_ID = 'stroke-unit';

/** Beds that the first two minutes of the demonstration play in. */
export const DEMO_BEDS = {
  risk: '05',
  end: '09',
  correction: '11',
  report: '14',
  quiet: '17',
  move: '22',
  empty: '29',
} as const;

/** Hours before the anchor after which bed `quiet` sends no vitals until it comes back. */
export const QUIET_HOURS = 2.2;

/** Log risk of patients who stay calm, of those a board should point at, and in between. */
const CALM = [-4, 0] as const;
const MIDDLING = [0, 0.7] as const;
const HIGH = [2, 4] as const;

const calm = (admittedHoursAgo: number, more: Partial<FirstStay> = {}): FirstStay => ({
  admittedHoursAgo,
  logRisk: CALM,
  ...more,
  wish: { endHours: null, ...more.wish },
});

/** Deteriorated `endHours` after admission. */
const worsened = (admittedHoursAgo: number, endHours: number, worsening: number): FirstStay => ({
  admittedHoursAgo,
  logRisk: [0, 2],
  wish: { endHours, worsening, dischargeHours: Math.max(190, admittedHoursAgo + 30) },
});

const endangered = (admittedHoursAgo: number, endHours: number | null): FirstStay => ({
  admittedHoursAgo,
  logRisk: HIGH,
  // Severity shows in values; a risk that only the generator knows would not reach the board.
  wish: { endHours, severity: 1.7 },
});

/** Not examined for longer than the protocol allows, until some time after the ward goes live. */
const unexamined = (fromHours: number, toHours: number): Pick<FirstStay, 'withheld'> => ({
  withheld: { stream: 'nihss', fromHours, toHours },
});

/** Those with a part in the first two minutes. */
const PLAYERS: Readonly<Record<string, FirstStay>> = {
  [DEMO_BEDS.risk]: { ...calm(5, { wish: { severity: 0 } }), logRisk: MIDDLING },
  // Worsens an hour before the ward goes live; the examination that finds it is charted then.
  [DEMO_BEDS.end]: {
    ...worsened(19, 17.5, 3),
    logRisk: MIDDLING,
    ...unexamined(-1.6, 0.5),
  },
  [DEMO_BEDS.correction]: calm(27),
  [DEMO_BEDS.report]: { ...calm(24), withheld: { stream: 'reports', fromHours: -6, toHours: 12 } },
  [DEMO_BEDS.quiet]: {
    ...calm(16),
    withheld: { stream: 'vitals', fromHours: -QUIET_HOURS, toHours: 0.15 },
  },
  [DEMO_BEDS.move]: calm(70),
};

/** The others, given to beds in a shuffled order: most admitted within five days, some up to 13. */
const OTHERS: readonly FirstStay[] = [
  worsened(10, 4, 4),
  worsened(21, 9, 4),
  worsened(60, 14, 6),
  worsened(98, 30, 2),
  worsened(150, 8, 5),
  worsened(262, 40, 3),
  endangered(3, 12),
  endangered(6, null),
  endangered(9, 30),
  endangered(13, null),
  calm(1.5),
  calm(11),
  calm(18, unexamined(-5.5, 0.4)),
  calm(23),
  calm(37, { logRisk: MIDDLING }),
  calm(44),
  calm(55, unexamined(-15, 0.7)),
  calm(66, { logRisk: MIDDLING }),
  calm(84),
  calm(103),
  calm(190, { wish: { dischargeHours: 192 } }),
  calm(312, {
    wish: { dischargeHours: 312.6, name: 'Papadimitrakopoulou-Christodoulidis, Alexis' },
  }),
];

/** Who is still on the way when the ward goes live: arrives a quarter of an hour later. */
const ARRIVING: FirstStay = { admittedHoursAgo: -0.25, logRisk: MIDDLING };

function beds(seed: number | string): Bed[] {
  const rng = seededRng(`${String(seed)}/beds`);
  const others = OTHERS.map((stay) => ({ stay, order: rng.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ stay }) => stay);
  return Array.from({ length: 30 }, (_, n): Bed => {
    const name = String(n + 1).padStart(2, '0');
    if (name === DEMO_BEDS.empty) return { name, first: null };
    if (n === 29) return { name, first: ARRIVING };
    return { name, first: PLAYERS[name] ?? others.shift() ?? null };
  });
}

/** The demonstration ward: 30 beds, 28 patients, the same for the same seed and anchor. */
export function demoWard(seed: number | string, anchor: EpochMs): Ward {
  return new Ward({
    id: DEMO_WARD_ID,
    name: 'Stroke unit',
    prefix: 'su',
    seed,
    anchor,
    beds: beds(seed),
    siteOf: () => SITES.metric,
    disturbance: USUAL_DISTURBANCE,
    monitorMinutes: 14,
  });
}
