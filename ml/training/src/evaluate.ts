import type { Artefact, ModelThresholds } from '@endwatch/ml-model';
import type { AucEstimate, ForecastScores, ThresholdMetrics } from '@endwatch/statistics';
import {
  aucEstimate,
  calibrationRegression,
  confusionAt,
  forecastScores,
  thresholdMetrics,
} from '@endwatch/statistics';
import type { Judgement } from './judge.ts';
import { judgeAdmission, judgeByHazards, judgeNext24h } from './judge.ts';
import { scoreStays } from './score-stays.ts';
import { FIRST_TELLING_HOUR, LANDMARK_HOURS, SNAPSHOT_HOUR } from './settings.ts';
import type { Stay } from './stay-rows.ts';

/** One forecast judged on held-out patients. */
export interface Performance {
  readonly n: number;
  readonly events: number;
  readonly auc: number | null;
  /** DeLong. Null for rows of the same patients at several hours, which are not independent. */
  readonly ci95: AucEstimate['ci95'];
  /** AUC of the hazards the patients were drawn from; null for real patients. */
  readonly oracleAuc: number | null;
  readonly brier: number;
  readonly scaledBrier: ForecastScores['scaledBrier'];
  readonly calibrationInTheLarge: number | null;
  readonly calibrationSlope: number | null;
}

export interface ThresholdPerformance extends ThresholdMetrics {
  readonly threshold: number;
  /** Share of scores at or above it. */
  readonly flagged: number;
}

export interface Evaluation {
  /** All hours from the first telling one together, as are the bands. */
  readonly next24h: Performance;
  readonly next24hByHour: readonly (Performance & { readonly hour: number })[];
  /** END by 168 h from the hazards, at admission (nothing but the door is known) and at the hour of the snapshot. */
  readonly sevenDaysAtAdmission: Performance;
  readonly sevenDaysAtSnapshot: Performance;
  /** The admission snapshot model. */
  readonly admissionModel: Performance;
  readonly medium: ThresholdPerformance;
  readonly high: ThresholdPerformance;
}

function performance({ p, y, oracle }: Judgement, independent: boolean): Performance {
  const { n, positives, auc, ci95 } = aucEstimate(y, p);
  const { brier, scaledBrier } = forecastScores(y, p);
  const { inTheLarge, slope } = calibrationRegression(y, p);
  return {
    n,
    events: positives,
    auc,
    ci95: independent ? ci95 : null,
    oracleAuc: oracle.length === y.length ? aucEstimate(y, oracle).auc : null,
    brier,
    scaledBrier,
    calibrationInTheLarge: inTheLarge?.estimate ?? null,
    calibrationSlope: slope?.estimate ?? null,
  };
}

function atThreshold({ p, y }: Judgement, threshold: number): ThresholdPerformance {
  const confusion = confusionAt(y, p, threshold);
  const flagged = (confusion.tp + confusion.fp) / y.length;
  return { threshold, flagged, ...thresholdMetrics(confusion) };
}

/** Judges an artefact on patients it was neither fitted nor calibrated on. */
export function evaluate(
  artefact: Artefact,
  stays: readonly Stay[],
  withReports: boolean,
): Evaluation {
  const scored = scoreStays(artefact, stays, withReports);
  const { medium, high }: ModelThresholds = artefact.config.thresholds;
  const landmarks = scored.landmarks.filter(({ snapshot }) => snapshot.hour >= FIRST_TELLING_HOUR);
  const next24h = judgeNext24h({ ...scored, landmarks });
  return {
    next24h: performance(next24h, false),
    next24hByHour: LANDMARK_HOURS.map((hour) => ({
      hour,
      ...performance(judgeNext24h(scored, hour), true),
    })),
    sevenDaysAtAdmission: performance(judgeByHazards(scored, 0), true),
    sevenDaysAtSnapshot: performance(judgeByHazards(scored, SNAPSHOT_HOUR), true),
    admissionModel: performance(judgeAdmission(scored), true),
    medium: atThreshold(next24h, medium),
    high: atThreshold(next24h, high),
  };
}
