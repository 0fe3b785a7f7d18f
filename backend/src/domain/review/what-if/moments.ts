import { FORECAST_END_HOURS, HOUR, type EpochMs } from '@endwatch/clinical';
import type { ScorePoint } from '../../alerting/verdict.ts';
import { forecastEndOf } from '../follow-up.ts';
import type { ReviewScore, ReviewStay } from '../review-stay.ts';

/** What a simulation needs of a score. */
export type SimulatedScore = Pick<
  ReviewScore,
  'id' | 'asOf' | 'knownAt' | 'supersededAt' | 'next24h'
>;

/** What alert rules see of a stay over time: one moment for each time at which the scores that stand changed. */
export interface Moments {
  /** When; ascending. */
  readonly now: Float64Array;
  /** Of the newest score that stands then; NaN where none does. */
  readonly risk: Float64Array;
}

/** Until when alerts could ring: END known (the house's or the one that is forecast), departure, the end of the forecast. */
export function watchedUntil(stay: ReviewStay): EpochMs {
  const ended = [stay.end, forecastEndOf(stay)].map(({ status, knownAt }) =>
    status === 'confirmed' ? (knownAt ?? Infinity) : Infinity,
  );
  return Math.min(
    stay.admittedAt + FORECAST_END_HOURS * HOUR,
    stay.dischargedAt ?? Infinity,
    stay.diedAt ?? Infinity,
    ...ended,
  );
}

/** The moments of a stay, each with only what was known then. */
export function momentsOf(stay: ReviewStay): Moments {
  const changes = changesOf(stay);
  const [now, risk] = [new Float64Array(changes.length), new Float64Array(changes.length)];
  const standing = new Standing();
  let count = 0;
  for (const [index, { at, score, comes }] of changes.entries()) {
    if (comes) standing.add(score);
    else standing.remove(score);
    // What comes and goes at once is seen at once.
    if (changes[index + 1]?.at === at) continue;
    now[count] = at;
    risk[count] = standing.newest?.next24h ?? NaN;
    count += 1;
  }
  return { now: now.subarray(0, count), risk: risk.subarray(0, count) };
}

interface Change {
  readonly at: EpochMs;
  readonly score: ReviewScore;
  readonly comes: boolean;
}

/** Each score as it came and as it went, in order. */
function changesOf(stay: ReviewStay): readonly Change[] {
  const until = watchedUntil(stay);
  const changes = stay.scores.flatMap((score): readonly Change[] => {
    const { knownAt, supersededAt: goneAt } = score;
    const came = { at: knownAt, score, comes: true };
    return goneAt === null ? [came] : [came, { at: goneAt, score, comes: false }];
  });
  return changes.filter(({ at }) => at < until).sort((a, b) => a.at - b.at);
}

/** Scores that stand, oldest `asOf` first. */
class Standing {
  readonly #scores: ReviewScore[] = [];

  get newest(): ReviewScore | undefined {
    return this.#scores.at(-1);
  }

  add(score: ReviewScore): void {
    let place = this.#scores.length;
    while (place > 0 && (this.#scores[place - 1]?.asOf ?? -Infinity) > score.asOf) place -= 1;
    this.#scores.splice(place, 0, score);
  }

  remove(score: ReviewScore): void {
    const place = this.#scores.lastIndexOf(score);
    if (place !== -1) this.#scores.splice(place, 1);
  }
}

/**
 * Scores that stood at a moment, newest `asOf` first: the newest, those not more than `span` older, and the one before them. That is as far as a rule
 * looks that asks whether the risk has been high for `span`.
 */
export function standingAt(
  newestFirst: readonly SimulatedScore[],
  now: EpochMs,
  span: number,
): readonly ScorePoint[] {
  const scores: SimulatedScore[] = [];
  let oldest = -Infinity;
  for (let i = firstNotAfter(newestFirst, now); i < newestFirst.length; i += 1) {
    const score = newestFirst[i];
    if (score === undefined || !stands(score, now)) continue;
    if (scores.length === 0) oldest = score.asOf - span;
    scores.push(score);
    if (score.asOf < oldest) break;
  }
  return scores;
}

/** What stopped to stand at this very moment, with what stands in its place. */
export function supersededAt(
  newestFirst: readonly SimulatedScore[],
  now: EpochMs,
): ReadonlyMap<string, ScorePoint | null> {
  const gone = newestFirst.filter(({ supersededAt: at }) => at === now);
  return new Map(
    gone.map(({ id, asOf }) => {
      const instead = newestFirst.find((one) => one.asOf === asOf && stands(one, now));
      return [id, instead ?? null];
    }),
  );
}

function stands({ knownAt, supersededAt: goneAt }: SimulatedScore, now: EpochMs): boolean {
  return knownAt <= now && (goneAt === null || goneAt > now);
}

/** Index of the first score, newest first, that is not as of a later moment. */
function firstNotAfter(newestFirst: readonly SimulatedScore[], now: EpochMs): number {
  let [low, high] = [0, newestFirst.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((newestFirst[middle]?.asOf ?? -Infinity) > now) low = middle + 1;
    else high = middle;
  }
  return low;
}
