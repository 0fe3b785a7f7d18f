import { END_PAPER, endThresholds, HOUR } from '@endwatch/clinical';
import type { EndDefinitionSetting, EndType } from '@endwatch/contracts';
import type { ReviewScore, ReviewStay } from './review-stay.ts';

/** What filters and tables read of a stay, without its course. */
export interface StayFacts extends Omit<
  ReviewStay,
  'assessments' | 'scores' | 'alerts' | 'loadedAfterwards'
> {
  readonly loadedAfterwards: boolean;
  readonly modelVersions: readonly string[];
  /** Of the newest score that stands. */
  readonly outOfPopulation: readonly string[];
  readonly counts: {
    readonly examinations: number;
    /** Those that stand. */
    readonly scores: number;
    readonly alerts: number;
  };
}

/** Why a stay without any score is none of the model's. */
export const NO_FORECAST = 'No forecast was made';

export function factsOf(stay: ReviewStay): StayFacts {
  const { assessments, scores, alerts, loadedAfterwards = false, ...facts } = stay;
  return {
    ...facts,
    loadedAfterwards,
    modelVersions: [...new Set(scores.map(({ modelVersion }) => modelVersion))].sort(),
    outOfPopulation: newestStanding(scores)?.outOfPopulation ?? [NO_FORECAST],
    counts: {
      examinations: assessments.length,
      scores: scores.filter(({ supersededAt }) => supersededAt === null).length,
      alerts: alerts.length,
    },
  };
}

function newestStanding(scores: readonly ReviewScore[]): ReviewScore | undefined {
  return scores.findLast(({ supersededAt }) => supersededAt === null);
}

/** Before houses had a definition of their own it was the paper's. */
export function judgedBy({ end }: Pick<ReviewStay, 'end'>): EndDefinitionSetting | null {
  if (end.judgedBy !== undefined) return end.judgedBy;
  return end.status === 'not-evaluable' ? null : endThresholds(END_PAPER);
}

/** Early up to the definition's hours from admission, else late; what was only suspected is neither. */
export function endTypeOf({ end, admittedAt }: Pick<ReviewStay, 'end' | 'admittedAt'>): EndType {
  if (end.status !== 'confirmed' || end.at === null) {
    return end.status === 'confirmed' ? 'not-evaluable' : end.status;
  }
  return end.at <= admittedAt + END_PAPER.earlyHours * HOUR ? 'early' : 'late';
}
