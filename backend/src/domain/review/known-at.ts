import type { EpochMs } from '@endwatch/clinical';
import type { ReviewAlert, ReviewScore } from './review-stay.ts';
import type { SummaryQuestion } from './summarise-stays.ts';

/** Everything of a patient as Endwatch knew it at a moment: nothing that came later, no correction and no retraction. */
export function knownAt(question: SummaryQuestion, moment: EpochMs): SummaryQuestion {
  const { stored, scores, alerts } = question;
  const records = stored.records.filter(({ times }) => times.ingestedAt <= moment);
  return {
    ...question,
    stored: { ...stored, records, mergedInto: null },
    scores: scores.filter((score) => score.knownAt <= moment).map((score) => then(score, moment)),
    alerts: alerts
      .filter(({ raisedAt }) => raisedAt <= moment)
      .map((alert) => alertThen(alert, moment)),
    now: Math.min(question.now, moment),
  };
}

function then(score: ReviewScore, moment: EpochMs): ReviewScore {
  const { supersededAt } = score;
  return supersededAt === null || supersededAt <= moment ? score : { ...score, supersededAt: null };
}

function alertThen(alert: ReviewAlert, moment: EpochMs): ReviewAlert {
  const transitions = alert.transitions.filter(({ at }) => at <= moment);
  return { ...alert, transitions, state: transitions.at(-1)?.to ?? 'raised' };
}
