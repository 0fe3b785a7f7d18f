import { NIHSS_ITEMS, NIHSS_SCALE } from '@endwatch/clinical';
import type { NihssItem } from '@endwatch/clinical';
import type { Side } from '../patient/occlusion.ts';
import type { Rng } from '../random/rng.ts';
import { pickWeighted } from '../random/weighted.ts';

type Weights = Readonly<Partial<Record<NihssItem, number>>>;

/** Where deficits of a middle cerebral artery territory lie: limbs of the other side, and language (left) or neglect (right). */
const DEFICITS: Readonly<Record<Side, Weights>> = {
  left: {
    '5b': 3,
    '6b': 2.6,
    '9': 2,
    '4': 1.6,
    '10': 1.2,
    '8': 1,
    '1b': 1.2,
    '1c': 0.9,
    '2': 0.7,
    '3': 0.7,
    '1a': 0.4,
    '7': 0.1,
  },
  right: {
    '5a': 3,
    '6a': 2.6,
    '11': 1.7,
    '4': 1.6,
    '3': 0.9,
    '2': 0.9,
    '8': 1.2,
    '10': 1,
    '1b': 0.3,
    '1a': 0.4,
    '7': 0.15,
  },
};

/** What a deterioration adds: motor carries 50–60 %. */
const WORSENING: Readonly<Record<Side, Weights>> = {
  left: {
    '5b': 3,
    '6b': 2.8,
    '9': 1.2,
    '4': 0.8,
    '10': 0.8,
    '1a': 0.7,
    '1b': 0.6,
    '1c': 0.6,
    '2': 0.4,
    '8': 0.4,
  },
  right: {
    '5a': 3,
    '6a': 2.8,
    '11': 1,
    '4': 0.8,
    '10': 0.8,
    '1a': 0.8,
    '3': 0.5,
    '2': 0.5,
    '1b': 0.5,
    '8': 0.4,
  },
};

/** Limbs on the weak side. */
export const WEAK_LIMBS: Readonly<Record<Side, readonly [NihssItem, NihssItem]>> = {
  left: ['5b', '6b'],
  right: ['5a', '6a'],
};

export type ItemCounts = Readonly<Record<NihssItem, number>>;

/** A point more on one item for some hours: fluctuation that is not END. */
export interface Fluctuation {
  readonly item: NihssItem;
  readonly fromHours: number;
  readonly toHours: number;
}

/** The true course of one patient, without any examiner's error. */
export interface NihssCourse {
  /** Points in the order in which they are lost last: the first `level` of them are present. */
  readonly points: readonly NihssItem[];
  /** How many of `points` were there at admission. */
  readonly atAdmission: number;
  /** Hours from admission; null = no END. */
  readonly onsetHours: number | null;
  /** Hours over which a worsening builds up. */
  readonly rampHours: number;
  readonly fluctuations: readonly Fluctuation[];
}

function addPoints(
  rng: Rng,
  plan: { start: readonly NihssItem[]; count: number; weights: Weights },
): NihssItem[] {
  const points = [...plan.start];
  const room = Object.fromEntries(
    NIHSS_ITEMS.map((item) => [item, NIHSS_SCALE[item].maximum]),
  ) as Record<NihssItem, number>;
  for (const item of points) room[item] -= 1;
  for (let i = 0; i < plan.count; i += 1) {
    const open: Partial<Record<NihssItem, number>> = {};
    for (const item of NIHSS_ITEMS) open[item] = room[item] > 0 ? (plan.weights[item] ?? 0.03) : 0;
    const item = pickWeighted(rng, open);
    if (item === null) break;
    room[item] -= 1;
    points.push(item);
  }
  return points;
}

/** Size of a worsening: 10 % one motor point only; else 2 (35 %), 3 (22 %), 4–6 (28 %), 7 and more (15 %). */
export function drawWorsening(rng: Rng): number {
  if (rng.chance(0.1)) return 1;
  const u = rng.next();
  if (u < 0.35) return 2;
  if (u < 0.57) return 3;
  return u < 0.85 ? rng.int(4, 6) : rng.int(7, 12);
}

export interface CourseWish {
  readonly nihss: number;
  readonly side: Side;
  readonly onsetHours: number | null;
  /** Points that END adds; drawn when not given. */
  readonly worsening?: number;
}

/** Small passing changes: 15 % of patients, and often in the hours before END. */
function drawFluctuations(rng: Rng, wish: CourseWish): Fluctuation[] {
  const fluctuations: Fluctuation[] = [];
  const item = rng.pick<NihssItem>(['10', '1b', '4', '8']);
  if (wish.onsetHours !== null && wish.onsetHours > 3 && rng.chance(0.4)) {
    const fromHours = wish.onsetHours - rng.between(2, 6);
    fluctuations.push({ item, fromHours, toHours: wish.onsetHours });
  } else if (rng.chance(0.15)) {
    const fromHours = rng.between(2, 120);
    fluctuations.push({ item, fromHours, toHours: fromHours + rng.between(2, 8) });
  }
  return fluctuations;
}

/** Draws the true course. */
export function drawCourse(rng: Rng, wish: CourseWish): NihssCourse {
  const base = addPoints(rng, { start: [], count: wish.nihss, weights: DEFICITS[wish.side] });
  const size = wish.onsetHours === null ? 0 : (wish.worsening ?? drawWorsening(rng));
  const [arm, leg] = WEAK_LIMBS[wish.side];
  const motorOnly: Weights = { [arm]: 1, [leg]: 1 };
  const weights = size === 1 ? motorOnly : WORSENING[wish.side];
  return {
    points: addPoints(rng, { start: base, count: size, weights }),
    atAdmission: base.length,
    onsetHours: wish.onsetHours,
    rampHours: rng.between(2, 12),
    fluctuations: drawFluctuations(rng, wish),
  };
}

/** Share of points that is left after `days` of recovery: −36 % in 14 days without END (PMC5681502), slower after it (τ 9 days). */
function remaining(days: number, tauDays: number): number {
  return 0.62 + 0.38 * Math.exp(-days / tauDays);
}

/** Points present at `hours` from admission, a fraction included. */
function levelAt(course: NihssCourse, hours: number): number {
  const { onsetHours, atAdmission } = course;
  const before = atAdmission * remaining(Math.max(0, hours) / 24, 5);
  if (onsetHours === null || hours < onsetHours) return before;
  const peak = course.points.length;
  const built = (hours - onsetHours) / course.rampHours;
  if (built < 1) return before + (peak - before) * built;
  return peak * remaining((hours - onsetHours - course.rampHours) / 24, 9);
}

/** True score of every item at `hours` from admission. */
export function itemsAt(course: NihssCourse, hours: number): Record<NihssItem, number> {
  const counts = Object.fromEntries(NIHSS_ITEMS.map((item) => [item, 0])) as Record<
    NihssItem,
    number
  >;
  const level = Math.min(course.points.length, Math.round(levelAt(course, hours)));
  for (let i = 0; i < level; i += 1) {
    const item = course.points[i];
    if (item !== undefined) counts[item] += 1;
  }
  for (const f of course.fluctuations) {
    if (hours >= f.fromHours && hours < f.toHours && counts[f.item] < NIHSS_SCALE[f.item].maximum)
      counts[f.item] += 1;
  }
  return counts;
}
