import type { Artefact, ScoreInput } from '@endwatch/ml-model';
import { LoadedRiskModel } from '@endwatch/ml-model';
import { combineReportVectors } from '@endwatch/clinical';
import { at } from '@endwatch/statistics';
import type { Cohorts } from './cohort.ts';
import { simulateCohorts } from './cohort.ts';
import type { TrainingSettings } from './settings.ts';
import type { Stay } from './stay-rows.ts';

/** A stored score: what goes in and what must come out, to the last bit on the engine it was made with. */
export interface GoldenScore {
  readonly values: readonly number[];
  readonly missing: readonly number[];
  /** Null where a value has no age. */
  readonly ageHours: readonly (number | null)[];
  readonly reports: readonly string[];
  readonly hoursSinceAdmission: number;
  readonly expected: {
    readonly hazards: readonly number[];
    readonly next24h: number;
    readonly admission: number | null;
  };
}

const GOLDEN_STAYS = 12;

/**
 * The patients whose scores are kept with a model. Values and reports of real ones stay where they are, so a site's model is shown simulated ones.
 */
export function goldenStays(
  { trainedOn, seed }: Pick<TrainingSettings, 'trainedOn' | 'seed'>,
  { test }: Pick<Cohorts, 'test'>,
): readonly Stay[] {
  const none = { train: 0, calibrate: 0 };
  const { stays } =
    trainedOn === 'site'
      ? simulateCohorts({ seed, patients: { ...none, test: 2 * GOLDEN_STAYS } }).test
      : test;
  return stays.slice(0, GOLDEN_STAYS);
}

/** One snapshot of every stay given, each at another hour where there is one. */
export function goldenScores(artefact: Artefact, stays: readonly Stay[]): GoldenScore[] {
  const model = new LoadedRiskModel(artefact);
  const golden = stays.map(({ snapshots }, i): GoldenScore => {
    const { features, reports, hour } = at(snapshots, i % snapshots.length);
    const report = combineReportVectors(reports.map((text) => model.encodeReport(text)));
    const input: ScoreInput = { features, report, hoursSinceAdmission: hour };
    const { hazards, next24h } = at(model.score([input]), 0);
    return {
      values: [...features.values],
      missing: [...features.missing],
      ageHours: Array.from(features.ageHours, (age) => (Number.isNaN(age) ? null : age)),
      reports,
      hoursSinceAdmission: hour,
      expected: {
        hazards: [...hazards],
        next24h,
        admission: at(model.admissionRisk([input]), 0),
      },
    };
  });
  model.dispose();
  return golden;
}
