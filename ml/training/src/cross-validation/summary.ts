import type { AucEstimate } from '@endwatch/statistics';
import {
  aucEstimate,
  calibrationRegression,
  compareAucPaired,
  mean,
  observedToExpected,
} from '@endwatch/statistics';
import type { Stay } from '../stay-rows.ts';
import { endAndForecast, RIVALS, type LeftOut, type Rival } from './cross-validate.ts';

export interface RivalSummary {
  readonly rival: Rival;
  /** AUC within each part, repeat by repeat. */
  readonly next24hByPart: readonly (number | null)[];
  readonly admissionByPart: readonly (number | null)[];
  /**
   * END within 7 days, of each patient the mean of what the models that had not seen this patient said: one AUC over all. The interval is DeLong's, as
   * if one model had spoken; that the models differ it does not know.
   */
  readonly admission: AucEstimate;
  readonly slope: number | null;
  readonly observedToExpected: number | null;
}

export interface CrossValidationSummary {
  readonly patients: number;
  readonly ends: number;
  readonly rivals: readonly RivalSummary[];
  /** Paired DeLong of the admission forecasts, fusion against structured only. */
  readonly reportsAdd: { readonly difference: number | null; readonly p: number | null };
}

/** Of every repeat the same patients are left out once, so that each has as many forecasts as there were repeats. */
export function summaryOf(told: readonly LeftOut[]): CrossValidationSummary {
  const forecasts = new Map(RIVALS.map((rival) => [rival, meanForecasts(told, rival)]));
  const of = (rival: Rival): ReadonlyMap<Stay, number> => forecasts.get(rival) ?? new Map();
  const [y, fusion] = endAndForecast(of('fusion'));
  const bare = [...of('fusion').keys()].map((stay) => of('structured-only').get(stay) ?? NaN);
  const { difference, p } = compareAucPaired(y, fusion, bare);
  return {
    patients: y.length,
    ends: y.filter((end) => end === 1).length,
    rivals: RIVALS.map((rival) => rivalSummary(told, rival, of(rival))),
    reportsAdd: { difference, p },
  };
}

function rivalSummary(
  told: readonly LeftOut[],
  rival: Rival,
  forecasts: ReadonlyMap<Stay, number>,
): RivalSummary {
  const own = told.filter((one) => one.rival === rival);
  const [y, p] = endAndForecast(forecasts);
  return {
    rival,
    next24hByPart: own.map(({ auc }) => auc.next24h),
    admissionByPart: own.map(({ auc }) => auc.admission),
    admission: aucEstimate(y, p),
    slope: calibrationRegression(y, p).slope?.estimate ?? null,
    observedToExpected: observedToExpected(y, p).ratio,
  };
}

function meanForecasts(told: readonly LeftOut[], rival: Rival): ReadonlyMap<Stay, number> {
  const all = told.filter((one) => one.rival === rival).flatMap(({ admission }) => [...admission]);
  const byStay = Map.groupBy(all, ([stay]) => stay);
  return new Map([...byStay].map(([stay, said]) => [stay, mean(said.map(([, p]) => p))]));
}
