import type { ScoredStays } from '../score-stays.ts';
import { scoreStays } from '../score-stays.ts';
import type { TrainingSettings } from '../settings.ts';
import { SNAPSHOT_HOUR } from '../settings.ts';
import type { Fit } from '../side-by-side.ts';
import { judgeNext24h } from '../judge.ts';
import type { Stay } from '../stay-rows.ts';
import type { Say } from '../fit-networks.ts';
import { fitNetworks } from '../fit-networks.ts';
import { aucEstimate } from '@endwatch/statistics';
import type { Cohort } from '../cohort.ts';
import { foldsOf } from './folds.ts';

export const RIVALS = ['fusion', 'structured-only'] as const;
export type Rival = (typeof RIVALS)[number];

export interface CrossValidationPlan {
  readonly folds: number;
  /** How often all patients are parted anew. */
  readonly repeats: number;
  readonly settings: TrainingSettings;
  readonly say: Say;
  /** Where the admission network is fitted, as in `TrainInput`. */
  readonly beside?: Fit;
}

/** What a model said of patients it had not seen. */
export interface LeftOut {
  readonly rival: Rival;
  readonly repeat: number;
  readonly fold: number;
  /** END within 7 days as the admission model has it, by stay. */
  readonly admission: ReadonlyMap<Stay, number>;
  /** AUC of the forecasts within this part; null where it cannot be told. */
  readonly auc: { readonly next24h: number | null; readonly admission: number | null };
}

/** Every model is fitted on the other parts, stops early by some patients of theirs, and is asked of the part left out, not calibrated. One at a time. */
export async function* leftOutForecasts(
  stays: readonly Stay[],
  plan: CrossValidationPlan,
): AsyncGenerator<LeftOut> {
  const { folds, repeats, settings } = plan;
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    const seed = `${String(settings.seed)}/parts/${String(repeat)}`;
    const parts = foldsOf(stays, { folds, seed });
    for (const [index, test] of parts.entries()) {
      const others = parts.filter((part) => part !== test).flat();
      for (const rival of RIVALS) {
        const scored = await fittedAndAsked({ others, test }, rival, plan);
        yield { rival, repeat, fold: index + 1, ...forecastsOf(scored) };
      }
    }
  }
}

async function fittedAndAsked(
  { others, test }: { readonly others: readonly Stay[]; readonly test: readonly Stay[] },
  rival: Rival,
  { settings, say, beside }: CrossValidationPlan,
): Promise<ScoredStays> {
  const withReports = rival === 'fusion';
  const cohorts = { train: cohortOf(others), calibrate: cohortOf([]), test: cohortOf(test) };
  const model = await fitNetworks({
    ...{ cohorts, settings, withReports, say },
    ...(beside && { beside }),
  });
  return scoreStays(model, test, withReports);
}

const cohortOf = (stays: readonly Stay[]): Cohort => ({ patients: stays.length, stays });

function forecastsOf(scored: ScoredStays): Pick<LeftOut, 'admission' | 'auc'> {
  const told = scored.admission.filter(({ snapshot }) => snapshot.hour === SNAPSHOT_HOUR);
  const admission = new Map(told.map(({ stay, output }) => [stay, output]));
  const next24h = judgeNext24h(scored);
  return {
    admission,
    auc: {
      next24h: aucEstimate(next24h.y, next24h.p).auc,
      admission: aucEstimate(...endAndForecast(admission)).auc,
    },
  };
}

/** Aligned columns: whether END came within 7 days, and what was forecast. */
export function endAndForecast(forecasts: ReadonlyMap<Stay, number>): [y: (0 | 1)[], p: number[]] {
  return [
    [...forecasts.keys()].map(({ followUp }) => (followUp.event ? 1 : 0)),
    [...forecasts.values()],
  ];
}
