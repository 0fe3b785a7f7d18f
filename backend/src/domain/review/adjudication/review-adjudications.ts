import { HOUR, type EpochMs } from '@endwatch/clinical';
import {
  END_CAUSES,
  NO_END_REASONS,
  type AdjudicationReview,
  type Warning,
} from '@endwatch/contracts';
import { kappa } from '@endwatch/statistics';
import type { AlertPolicy } from '../../alerting/alert-policy.ts';
import { aboutOf, linkOf } from '../about.ts';
import { shareOf, spreadOf } from '../figures.ts';
import { forecastEndAtOf, livedThrough, stayDays } from '../follow-up.ts';
import { warningOf, warningsOf } from '../forecast/warnings.ts';
import { inTurns, type Pause } from '../pause.ts';
import type { ReviewStay } from '../review-stay.ts';
import { asJudged, type JudgedEnd } from './as-judged.ts';
import { ADJUDICATION_DEFINITIONS } from './definitions.ts';

export interface AdjudicationQuestion {
  readonly stays: readonly ReviewStay[];
  /** The newest of each encounter. */
  readonly judgedOf: ReadonlyMap<string, JudgedEnd>;
  readonly policy: AlertPolicy;
  readonly now: EpochMs;
  readonly pause: Pause;
}

/** A stay as charted and as judged. */
interface Pair {
  readonly charted: ReviewStay;
  readonly judged: ReviewStay;
  readonly by: JudgedEnd;
}

/** END as the NIHSS has it beside END as somebody judged who has read the stay, and what the alerts were worth by either. */
export async function reviewAdjudications(
  question: AdjudicationQuestion,
): Promise<AdjudicationReview> {
  const { stays, judgedOf, policy, now, pause } = question;
  const pairs = stays.flatMap((charted): Pair[] => {
    const by = judgedOf.get(charted.encounterId);
    const judged = by === undefined ? null : asJudged(charted, by);
    return by === undefined || judged === null ? [] : [{ charted, judged, by }];
  });
  const judged = stays.filter(({ encounterId }) => judgedOf.has(encounterId)).length;
  const warning = async (of: (pair: Pair) => ReviewStay): Promise<Warning> =>
    warningsOf(
      await inTurns(pairs, pause, (pair) => {
        return warningOf(livedThrough(of(pair)), policy, now).followUp;
      }),
    );
  return {
    ...aboutOf(stays, now, {
      patientDays: stays.reduce((sum, stay) => sum + stayDays(stay, now), 0),
      definitions: ADJUDICATION_DEFINITIONS,
      endAt: forecastEndAtOf,
    }),
    ...{ judged, undecided: judged - pairs.length },
    waiting: waitingOf(stays, judgedOf),
    ...agreementOf(pairs),
    ...countsOf(pairs),
    byCharted: await warning(({ charted }) => charted),
    byJudged: await warning((pair) => pair.judged),
  };
}

function waitingOf(
  stays: readonly ReviewStay[],
  judgedOf: ReadonlyMap<string, JudgedEnd>,
): AdjudicationReview['waiting'] {
  return stays
    .flatMap((stay) => {
      const at = forecastEndAtOf(stay);
      return at === null || judgedOf.has(stay.encounterId) ? [] : [{ stay, at }];
    })
    .toSorted((a, b) => b.at - a.at)
    .map(({ stay, at }) => linkOf(stay, at));
}

type Agreement = Pick<
  AdjudicationReview,
  'table' | 'chartedRight' | 'judgedCharted' | 'kappa' | 'chartedAfterHours'
>;

function agreementOf(pairs: readonly Pair[]): Agreement {
  const found = pairs.map(({ charted, judged }) => ({
    charted: forecastEndAtOf(charted),
    judged: forecastEndAtOf(judged),
  }));
  const countOf = (charted: boolean, judged: boolean): number =>
    found.filter((one) => (one.charted !== null) === charted && (one.judged !== null) === judged)
      .length;
  const [endEnd, endNone] = [countOf(true, true), countOf(true, false)];
  const [noneEnd, noneNone] = [countOf(false, true), countOf(false, false)];
  const ratings = (which: 'charted' | 'judged'): number[] =>
    found.map((one) => Number(one[which] !== null));
  return {
    table: { endEnd, endNone, noneEnd, noneNone },
    chartedRight: shareOf(endEnd, endEnd + endNone),
    judgedCharted: shareOf(endEnd, endEnd + noneEnd),
    kappa:
      found.length === 0
        ? null
        : kappa({ a: ratings('charted'), b: ratings('judged') }, [0, 1], 'unweighted'),
    chartedAfterHours: spreadOf(
      found.flatMap(({ charted, judged }) =>
        charted === null || judged === null ? [] : [(charted - judged) / HOUR],
      ),
    ),
  };
}

/** Why, in the order of the terms; what nobody said is left out. */
function countsOf(pairs: readonly Pair[]): Pick<AdjudicationReview, 'causes' | 'reasons'> {
  return {
    causes: END_CAUSES.map((cause) => ({
      cause,
      ends: pairs.filter(({ by }) => by.cause === cause).length,
    })).filter(({ ends }) => ends > 0),
    reasons: NO_END_REASONS.map((reason) => ({
      reason,
      stays: pairs.filter(({ by }) => by.reason === reason).length,
    })).filter(({ stays }) => stays > 0),
  };
}
