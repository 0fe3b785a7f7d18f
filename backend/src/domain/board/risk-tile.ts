import {
  bandOf,
  FEATURE_NAMES,
  FORECAST_END_HOURS,
  HOUR,
  LABORATORY_VALUES,
  TREND_LOOK_BACK,
  trendOf,
  VITAL_SIGNS,
  type Stay,
} from '@endwatch/clinical';
import type { Risk } from '@endwatch/contracts';
import { scoreAt, type KnownScore } from '../patient-state/known-score.ts';
import { lastWholeHour } from '../rescoring/plan-scores.ts';
import { isoTime } from './iso-time.ts';
import type { RowQuestion } from './board-row.ts';

/** Inputs a ward can do something about; what is derived from them is missing for the same reason. */
export const WORTH_NAMING: ReadonlySet<string> = new Set<string>([
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

/** Of a house whose definition asks for more. */
export const MODEL_END = 'END as the model counts it';

/** In a ward's words; null when a forecast makes sense. */
export function whyNoForecast({
  span,
  stay,
  moment,
}: Pick<RowQuestion, 'span' | 'stay' | 'moment'>): string | null {
  if (span.end.status === 'confirmed') return 'END confirmed';
  if (span.forecastEnd.status === 'confirmed') return MODEL_END;
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
    trend: trendOf([score, ...atWholeHours(state.facts.scores, score, stay)]),
    model: { version: score.modelVersion, trainedOn: manifest.trainedOn },
    missing: FEATURE_NAMES.filter((name) => named.has(name) && WORTH_NAMING.has(name)),
    outOfPopulation: [...score.outOfPopulation],
  };
}

/** Scores that every course of deliveries has, as far back as a trend looks. */
function atWholeHours(
  scores: readonly KnownScore[],
  { asOf }: KnownScore,
  { admittedAt }: Stay,
): readonly KnownScore[] {
  const from = asOf - TREND_LOOK_BACK.ideal - TREND_LOOK_BACK.tolerance;
  const found: KnownScore[] = [];
  for (let hour = lastWholeHour(admittedAt, asOf); hour >= from; hour -= HOUR) {
    const score = scoreAt(scores, hour);
    if (score !== null) found.push(score);
  }
  return found;
}
