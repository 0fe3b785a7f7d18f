import {
  bandOf,
  FEATURE_NAMES,
  FORECAST_END_HOURS,
  HOUR,
  LABORATORY_VALUES,
  trendOf,
  VITAL_SIGNS,
} from '@endwatch/clinical';
import type { Risk } from '@endwatch/contracts';
import type { KnownScore } from '../patient-state/known-score.ts';
import { isWholeHour } from '../rescoring/plan-scores.ts';
import { isoTime } from './iso-time.ts';
import type { RowQuestion } from './board-row.ts';

/** Inputs a ward can do something about; what is derived from them is missing for the same reason. */
const WORTH_NAMING = new Set<string>([
  ...VITAL_SIGNS,
  ...LABORATORY_VALUES,
  'age',
  'sex-male',
  'nihss-admission-total',
  'nihss-total',
  'nihss-motor',
]);

export type RiskTile =
  | { readonly risk: Risk; readonly noRiskReason: null }
  | { readonly risk: null; readonly noRiskReason: string };

/** The forecast, or why there is none. */
export function riskTile(question: RowQuestion): RiskTile {
  const noRiskReason = whyNoForecast(question);
  if (noRiskReason !== null) return { risk: null, noRiskReason };
  const current = currentScore(question);
  if (current === null) return { risk: null, noRiskReason: 'Not scored yet' };
  return { risk: toRisk(question, current), noRiskReason: null };
}

/** In a ward's words; null when a forecast makes sense. */
export function whyNoForecast({
  span,
  stay,
  moment,
}: Pick<RowQuestion, 'span' | 'stay' | 'moment'>): string | null {
  if (span.end.status === 'confirmed') return 'END confirmed';
  if (stay.dischargedAt !== null) return stay.died ? 'The patient died' : 'Discharged';
  if (moment >= stay.admittedAt + FORECAST_END_HOURS * HOUR) return 'Past 7 days';
  return span.firstChartedAt === null ? 'Nothing charted yet' : null;
}

export function currentScore({ state, span }: RowQuestion): KnownScore | null {
  const score = state.facts.scores[0];
  return score !== undefined && score.asOf >= span.from ? score : null;
}

function toRisk(question: RowQuestion, score: KnownScore): Risk {
  const { manifest, state, stay } = question;
  const named = new Set(score.missing);
  return {
    scoreId: score.id,
    asOf: isoTime(score.asOf),
    knownAt: isoTime(score.knownAt),
    next24h: score.next24h,
    by48h: score.by48h,
    by7d: score.by7d,
    admission: score.admission,
    band: bandOf(score.next24h, manifest.thresholds),
    trend: trendOf(
      state.facts.scores.filter(
        (each) => each === score || isWholeHour(stay.admittedAt, each.asOf),
      ),
    ),
    model: { version: score.modelVersion, trainedOn: manifest.trainedOn },
    missing: FEATURE_NAMES.filter((name) => named.has(name) && WORTH_NAMING.has(name)),
    outOfPopulation: [...score.outOfPopulation],
  };
}
