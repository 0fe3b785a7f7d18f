import { bandOf, type BandThresholds } from '@endwatch/clinical';
import type { StayHistory } from '@endwatch/contracts';
import { isoTime } from '../board/iso-time.ts';
import type { ReviewScore } from './review-stay.ts';

type RiskPoint = StayHistory['risk']['knownNow'][number];

/** @param scores of one stay, by `asOf`, then `knownAt` */
export function riskOf(
  scores: readonly ReviewScore[],
  thresholds: BandThresholds,
): StayHistory['risk'] {
  const point = (score: ReviewScore): RiskPoint => ({
    ...{ scoreId: score.id, asOf: isoTime(score.asOf), knownAt: isoTime(score.knownAt) },
    ...{ next24h: score.next24h, by48h: score.by48h, by7d: score.by7d },
    ...{ band: bandOf(score.next24h, thresholds), modelVersion: score.modelVersion },
  });
  return {
    knownThen: shownThen(scores).map(point),
    knownNow: scores.filter(({ supersededAt }) => supersededAt === null).map(point),
  };
}

/** What the board showed: each newly known score that speaks of no earlier moment than the one before; of those known at once the last. */
function shownThen(scores: readonly ReviewScore[]): readonly ReviewScore[] {
  const shown: ReviewScore[] = [];
  const inOrder = [...scores].sort((a, b) => a.knownAt - b.knownAt || a.asOf - b.asOf);
  for (const score of inOrder) {
    const last = shown.at(-1);
    if (last !== undefined && score.asOf < last.asOf) continue;
    if (last?.knownAt === score.knownAt) shown.pop();
    shown.push(score);
  }
  return shown;
}
