import {
  HOUR,
  bandOf,
  standingForecast,
  stoodAt as stood,
  type BandThresholds,
  type EpochMs,
  type RiskBand,
} from '@endwatch/clinical';
import type { ReviewAssessment, ReviewScore, ReviewStay } from './review-stay.ts';

/** The first forecast counts as that of admission up to this long after it. */
export const ADMISSION_FORECAST: number = 6 * HOUR;

type Known = Pick<ReviewScore, 'asOf' | 'knownAt'> | Pick<ReviewAssessment, 'at' | 'knownAt'>;

/**
 * When a ward could know an entry. Of a stay that was loaded when it was over nothing was known while it lasted: as if everything had been
 * known when it was true, so that such stays can be judged at all. Views say how many of them they count.
 */
export function knownAtOf(stay: Pick<ReviewStay, 'loadedAfterwards'>, entry: Known): EpochMs {
  if (stay.loadedAfterwards !== true) return entry.knownAt;
  return 'asOf' in entry ? entry.asOf : entry.at;
}

/** `then`: the score that was known at the moment. `now`: the one that stands for that moment, with all that came in later. */
export type Knowledge = 'then' | 'now';

export interface Landmark {
  /** Hours from admission; null = the first forecast, within 6 h. */
  readonly hours: number | null;
  readonly known: Knowledge;
  /** Only scores of this model version; null = of any. */
  readonly model: string | null;
}

/** The score that a stay is put into a band by; null where there is none. */
export function scoreAt(stay: ReviewStay, landmark: Landmark): ReviewScore | null {
  const usable = stay.scores.filter(
    ({ asOf, modelVersion }) =>
      asOf >= stay.admittedAt && (landmark.model === null || modelVersion === landmark.model),
  );
  const { hours } = landmark;
  return hours === null
    ? firstScore(stay, usable, landmark.known)
    : newestAt(stay, usable, { moment: stay.admittedAt + hours * HOUR, known: landmark.known });
}

function firstScore(
  stay: ReviewStay,
  scores: readonly ReviewScore[],
  known: Knowledge,
): ReviewScore | null {
  const until = stay.admittedAt + ADMISSION_FORECAST;
  const standing = scores.filter((score) =>
    known === 'now' ? score.supersededAt === null : knownAtOf(stay, score) <= until,
  );
  const orderOf = (score: ReviewScore): EpochMs =>
    known === 'now' ? score.asOf : knownAtOf(stay, score);
  let first: ReviewScore | null = null;
  for (const score of standing) {
    if (score.asOf > until) continue;
    if (first === null || orderOf(score) < orderOf(first)) first = score;
  }
  return first;
}

function newestAt(
  stay: ReviewStay,
  scores: readonly ReviewScore[],
  { moment, known }: { readonly moment: EpochMs; readonly known: Knowledge },
): ReviewScore | null {
  return standingForecast(scores, moment, (score) =>
    known === 'now' ? score.supersededAt === null : stoodAt(stay, score, moment),
  );
}

/** Whether a score was known at a moment and nothing had taken its place. */
export function stoodAt(stay: ReviewStay, score: ReviewScore, moment: EpochMs): boolean {
  // What replaced a score of a stay loaded afterwards did so while it was loaded: only the last one speaks.
  if (stay.loadedAfterwards === true) return score.supersededAt === null && score.asOf <= moment;
  return stood(score, moment);
}

export function bandAt(
  stay: ReviewStay,
  landmark: Landmark,
  thresholds: BandThresholds,
): RiskBand | null {
  const score = scoreAt(stay, landmark);
  return score && bandOf(score.next24h, thresholds);
}
