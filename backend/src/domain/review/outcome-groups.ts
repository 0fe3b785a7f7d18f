import {
  END_PAPER,
  bandOf,
  stayOutcome,
  type BandThresholds,
  type RiskBand,
  type StayOutcome,
} from '@endwatch/clinical';
import type { OutcomeIncidence } from '@endwatch/contracts';
import { forecastEndAtOf, forecastEndOf, seenUntil } from './follow-up.ts';
import { scoreAt, type Landmark } from './known-then.ts';
import { inTurns, type Pause } from './pause.ts';
import type { ReviewScore, ReviewStay } from './review-stay.ts';

export const BANDS: readonly RiskBand[] = ['low', 'medium', 'high'];
/** END is looked for up to here. */
export const WINDOW_HOURS: number = END_PAPER.windowHours;
export const EARLY_HOURS: number = END_PAPER.earlyHours;

export interface GroupedStay {
  readonly stay: ReviewStay;
  readonly score: ReviewScore;
  readonly band: RiskBand;
}

export interface FollowedStay extends GroupedStay {
  readonly followUp: StayOutcome;
}

export interface Grouping {
  readonly landmark: Landmark;
  readonly thresholds: BandThresholds;
}

/** Whom a view counts, and how it lets others have their turn. */
export interface Counted {
  readonly stays: readonly ReviewStay[];
  readonly pause: Pause;
}

export type Left = OutcomeIncidence['left'];

/** Counts who is left out, by reason, in the order in which the reasons first came. */
export class LeftOut {
  readonly #counts = new Map<string, number>();

  add(reason: string): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + 1);
  }

  get list(): Left {
    return [...this.#counts].map(([reason, stays]) => ({ reason, stays }));
  }
}

/** Into bands by the score at the landmark. */
export async function groupByBand(
  { stays, pause }: Counted,
  { landmark, thresholds }: Grouping,
  left: LeftOut,
): Promise<readonly GroupedStay[]> {
  const grouped = await inTurns(stays, pause, (stay) => {
    const score = scoreAt(stay, landmark);
    if (score === null) {
      left.add(
        landmark.known === 'then'
          ? 'No forecast was known at the landmark'
          : 'No forecast for the landmark',
      );
      return [];
    }
    return [{ stay, score, band: bandOf(score.next24h, thresholds) }];
  });
  return grouped.flat();
}

/** Only who was in hospital without END at the landmark, and of whom it can be told whether END came. */
export function followed(
  grouped: readonly GroupedStay[],
  { landmark }: Grouping,
  left: LeftOut,
): readonly FollowedStay[] {
  const from = landmark.hours ?? 0;
  return grouped.flatMap((one): FollowedStay[] => {
    const followUp = followUpOf(one.stay);
    if (followUp === null) {
      left.add('END cannot be evaluated: not examined as the rule asks');
    } else if (followUp.hours <= from && from > 0) {
      left.add(
        followUp.event === 'end'
          ? 'END before the landmark'
          : 'Left, died or not seen any more before the landmark',
      );
    } else {
      return [{ ...one, followUp }];
    }
    return [];
  });
}

/** Null where the END rule cannot be applied. */
export function followUpOf(stay: ReviewStay): StayOutcome | null {
  const { admittedAt, diedAt, dischargedAt } = stay;
  if (forecastEndOf(stay).status === 'not-evaluable') return null;
  const at = diedAt ?? dischargedAt;
  return stayOutcome({
    ...{ admittedAt, endAt: forecastEndAtOf(stay) },
    seenUntil: seenUntil(stay),
    left: at === null ? null : { at, died: diedAt !== null },
  });
}
