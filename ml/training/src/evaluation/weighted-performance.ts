import type { RiskForecast } from '@endwatch/clinical';
import {
  kaplanMeier,
  kaplanMeierAt,
  pooledTimeDependentAuc,
  ratio,
  sum,
  type MarkedStratum,
} from '@endwatch/statistics';
import type { ScoredSnapshot } from '../score-stays.ts';
import type { Horizon } from './horizon.ts';

type Scored = ScoredSnapshot<RiskForecast>;

/** A hair: who was followed to the very end of a horizon was seen without END there. */
const HAIR = 1e-6;

/** Of one hour, those who have a forecast up to the horizon, in hours ahead of it. */
function strataOf(rows: readonly Scored[], horizon: Horizon): Stratum[] {
  const byHour = Map.groupBy(rows, ({ snapshot }) => snapshot.hour);
  return [...byHour].flatMap(([hour, own]): Stratum[] => {
    const marked = own.flatMap(({ stay, output }) => {
      const marker = horizon.forecast(output);
      const { time, event } = stay.followUp;
      const oracle = stay.trueHazards && horizon.oracle(stay.trueHazards, hour);
      return marker === null
        ? []
        : [{ marker, oracle, event, time: time - hour + (event ? 0 : HAIR) }];
    });
    if (marked.length === 0) return [];
    return [
      {
        until: horizon.until(hour) - hour,
        time: marked.map(({ time }) => time),
        event: marked.map(({ event }) => (event ? 1 : 0)),
        marker: marked.map(({ marker }) => marker),
        oracle: marked.flatMap(({ oracle }) => (oracle === null ? [] : [oracle])),
      },
    ];
  });
}

interface Stratum extends MarkedStratum {
  /** Empty for real patients. */
  readonly oracle: readonly number[];
}

/** END expected, over those that Kaplan-Meier makes of those seen. */
function weightedEo(strata: readonly Stratum[]): number | null {
  let [expected, observed] = [0, 0];
  for (const { time, event, marker, until } of strata) {
    const { survival } = kaplanMeierAt(kaplanMeier({ time, event }), until);
    if (survival === null) return null;
    expected += sum(marker);
    observed += marker.length * (1 - survival);
  }
  return ratio(expected, observed);
}

/** What keeps those whose follow-up stopped early, weighted for, instead of leaving them out. */
export interface WeightedPerformance {
  readonly auc: number | null;
  /** Of the hazards the patients were drawn from; null unless all are known. */
  readonly oracleAuc: number | null;
  readonly eo: number | null;
}

/** Forecasts of one hour, or of several together: each hour is censored in its own way. */
export function weightedPerformance(
  rows: readonly Scored[],
  horizon: Horizon,
): WeightedPerformance {
  const strata = strataOf(rows, horizon);
  const known = strata.every(({ oracle, marker }) => oracle.length === marker.length);
  const oracles = strata.map((one) => ({ ...one, marker: one.oracle }));
  return {
    auc: pooledTimeDependentAuc(strata),
    oracleAuc: known ? pooledTimeDependentAuc(oracles) : null,
    eo: weightedEo(strata),
  };
}
