import { HOUR, NIHSS_ITEMS, NIHSS_SCALE } from '@endwatch/clinical';
import type {
  NihssItem,
  NihssItemScore,
  ObservationFact,
  ObservationRecord,
} from '@endwatch/clinical';
import type { Rng } from '../random/rng.ts';
import type { StayPlan } from '../stay/stay-plan.ts';
import { charted, timesOf } from './chart.ts';
import { itemsAt, WEAK_LIMBS } from './nihss-course.ts';

/** Items on which examiners disagree most (Meyer & Lyden 2009). */
const UNRELIABLE: readonly NihssItem[] = ['1a', '1b', '4', '7', '8', '10', '11'];
const MOTOR: readonly NihssItem[] = ['5a', '5b', '6a', '6b'];
/** What a nurse charts with each neurological check. */
const PARTIAL: readonly NihssItem[] = ['1a', ...MOTOR];

/** Share of patients with one untestable item. */
export const UNTESTABLE_RATE = 0.05;
/** Share of full examinations of which only the total was sent. */
export const TOTAL_ONLY_RATE = 0.03;
/** Share of apparent worsenings that is looked at again before it is charted, and then found not to be one. */
const SECOND_LOOK = 0.94;

/** Full examinations: admission, 6, 12, 18 and 24 h, every 12 h to day 3, then every morning. */
export const EXAMINATION_HOURS: readonly number[] = [
  0.2, 6, 12, 18, 24, 36, 48, 60, 72, 96, 120, 144, 168, 192, 216, 240, 264, 288, 312, 336,
];

/**
 * Standard deviation of examiners on one patient, points of the total before they are cut at each item's ends. Solved so that two examiners differ by 2
 * points or more in 34.7 % of pairs (152 of 438, Comer 2023, 10.3389/fneur.2022.1093392).
 */
const LEANING_SPREAD = 1.65;
/** Of one examiner who comes again. Own choice: smaller, as in all studies of the same hand. */
const RETEST_SPREAD = 0.5;

type Scores = Record<NihssItem, number>;

interface Visit {
  readonly hours: number;
  readonly kind: 'full' | 'partial';
  /** Probability that whoever examined at admission comes again. */
  readonly sameRater: number;
}

interface Charting {
  readonly plan: StayPlan;
  readonly rng: Rng;
  readonly untestable: NihssItem | null;
  /** As charted at admission, and by whom: what a later examiner compares with. */
  admission: { readonly scores: Scores; readonly rater: string } | null;
}

const sum = (scores: Scores, items: readonly NihssItem[]): number =>
  items.reduce((total, item) => total + scores[item], 0);

/** Points beside the truth, each up or down on one item. */
type Misjudged = readonly (readonly [NihssItem, 1 | -1])[];

function errorOf(rng: Rng, spread: number): Misjudged {
  const points = Math.round(spread * rng.normal());
  const sign = points < 0 ? -1 : 1;
  return Array.from({ length: Math.abs(points) }, () => [rng.pick(UNRELIABLE), sign] as const);
}

/** How an examiner sees this patient, every time: stricter or milder on the items on which examiners disagree. */
export function leaning(rng: Rng): Misjudged {
  return errorOf(rng, LEANING_SPREAD);
}

/** What an examiner scores: the truth, as the examiner leans, and a little beside even that. */
export function examined(rng: Rng, truth: Scores, leans: Misjudged): Scores {
  const scores = { ...truth };
  for (const [item, points] of [...leans, ...errorOf(rng, RETEST_SPREAD)]) {
    scores[item] = Math.min(NIHSS_SCALE[item].maximum, Math.max(0, scores[item] + points));
  }
  if (rng.chance(0.03)) {
    const item = rng.pick(MOTOR);
    scores[item] = Math.min(4, Math.max(0, scores[item] + rng.pick([-1, 1])));
  }
  return scores;
}

function looksWorse(scores: Scores, admission: Scores): boolean {
  const total = sum(scores, NIHSS_ITEMS) - sum(admission, NIHSS_ITEMS);
  return total >= 2 || sum(scores, MOTOR) - sum(admission, MOTOR) >= 1;
}

/** On a second look nothing is charted above what admission said, unless it was truly so. */
function afterSecondLook(scores: Scores, admission: Scores): Scores {
  const second = { ...scores };
  for (const item of NIHSS_ITEMS) second[item] = Math.min(second[item], admission[item]);
  return second;
}

function examine(c: Charting, hours: number, rater: string): Scores {
  const truth = itemsAt(c.plan.course, hours);
  const scores = examined(c.rng, truth, leaning(c.plan.rng.fork(`examiner/${rater}`)));
  const admission = c.admission?.scores;
  if (admission === undefined) return scores;
  const onset = c.plan.course.onsetHours;
  const trulyWorse = onset !== null && hours >= onset;
  if (trulyWorse || !looksWorse(scores, admission)) return scores;
  return c.rng.chance(SECOND_LOOK) ? afterSecondLook(scores, admission) : scores;
}

function untestableItem(plan: StayPlan, rng: Rng): NihssItem | null {
  if (!rng.chance(UNTESTABLE_RATE)) return null;
  const [arm, leg] = WEAK_LIMBS[plan.traits.occlusion.side === 'left' ? 'right' : 'left'];
  return rng.pick([arm, leg, leg, '7', '7', '10'] as const);
}

function facts(c: Charting, visit: Visit, scores: Scores): ObservationFact[] {
  const asked = visit.kind === 'full' ? NIHSS_ITEMS : PARTIAL;
  const forgotten = c.rng.chance(0.02) ? c.rng.pick(asked) : null;
  const items: ObservationFact[] = [];
  let total = 0;
  for (const item of asked) {
    const score: NihssItemScore = item === c.untestable ? 'UN' : scores[item];
    if (score !== 'UN') total += score;
    if (item !== forgotten) items.push({ kind: 'nihss-item', item, score });
  }
  if (visit.kind === 'partial') return items;
  const charted: ObservationFact = { kind: 'nihss-total', total };
  if (visit.hours > 1 && c.rng.chance(TOTAL_ONLY_RATE)) return [charted];
  // A forgotten item leaves no honest total.
  return forgotten === null ? [...items, charted] : items;
}

/** Scheduled examinations, motor checks every 4 h between them on the first two days, and an extra one when somebody notices a worsening. */
function visits(plan: StayPlan, rng: Rng): Visit[] {
  const planned: Visit[] = plan.examinationHours.map((hours, n) => {
    const shift = n === 0 ? 0 : rng.between(-0.9, 0.4);
    return { hours: Math.max(0.05, hours + shift), kind: 'full', sameRater: 0.4 };
  });
  const onset = plan.course.onsetHours;
  if (onset !== null && rng.chance(0.85)) {
    const noticed = onset + plan.course.rampHours * rng.between(0.5, 1) + rng.between(0.2, 2);
    // Whoever knows the patient is called; a rise is confirmed by a second examination.
    planned.push({ hours: noticed, kind: 'full', sameRater: 0.8 });
    planned.push({ hours: noticed + rng.between(1, 3), kind: 'full', sameRater: 0.8 });
  }
  for (const hours of [4, 9, 15, 21, 28, 32, 40, 44]) {
    const at = hours + rng.between(-0.4, 0.6);
    if (rng.chance(0.85)) planned.push({ hours: at, kind: 'partial', sameRater: 0.1 });
  }
  return planned
    .filter((visit) => visit.hours <= plan.untilHours)
    .sort((a, b) => a.hours - b.hours);
}

function raterOf(c: Charting, visit: Visit): string {
  if (c.admission !== null && c.rng.chance(visit.sameRater)) return c.admission.rater;
  const doctor = visit.kind === 'full' && (visit.hours < 1 || c.rng.chance(0.3));
  return doctor
    ? `Practitioner/dr-${String(c.rng.int(1, 4))}`
    : `Practitioner/nurse-${String(c.rng.int(1, 12))}`;
}

/** All NIHSS examinations and checks of the stay, one record each, with raters as references. */
export function chartExaminations(plan: StayPlan): ObservationRecord[] {
  const rng = plan.rng.fork('examinations');
  const c: Charting = { plan, rng, untestable: untestableItem(plan, rng), admission: null };
  return visits(plan, rng.fork('visits')).map((visit, n) => {
    const rater = raterOf(c, visit);
    const scores = examine(c, visit.hours, rater);
    c.admission ??= { scores, rater };
    return charted({
      patientId: plan.patientId,
      id: `nihss-${String(n)}`,
      times: timesOf(rng, plan.admittedAt + visit.hours * HOUR, rng.between(3, 20)),
      facts: facts(c, visit, scores),
      source: 'charting',
      rater,
    });
  });
}
