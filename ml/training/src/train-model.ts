import type { Artefact } from '@endwatch/ml-model';
import { fitCalibration } from './calibrate.ts';
import { fitLeadLines, withLeadLines } from './calibrate-leads.ts';
import { withMissingLines } from './calibrate-missing.ts';
import { chooseThresholds } from './choose-thresholds.ts';
import type { Cohorts } from './cohort.ts';
import type { TrainInput } from './fit-networks.ts';
import { fitNetworks } from './fit-networks.ts';
import { admissionCells, hazardJudgements } from './judge.ts';
import { scoreStays } from './score-stays.ts';
import { FIRST_TELLING_HOUR } from './settings.ts';
import type { Stay } from './stay-rows.ts';

/** Fits both networks, calibrates them and chooses thresholds on patients held out for that. Deterministic in cohorts and settings. */
export async function trainModel(input: TrainInput): Promise<Artefact> {
  const { cohorts, withReports } = input;
  const raw = await fitNetworks(input);
  const scored = scoreStays(raw, cohorts.calibrate.stays, withReports);
  const { stays } = cohorts.calibrate;
  const model = calibrated(withLeadLines(raw, fitLeadLines(scored)), cohorts, withReports);
  // Without any report nobody's is missing.
  const lined = withReports ? withMissingLines(model, stays) : model;
  return withThresholds(lined, stays, withReports);
}

function calibrated(raw: Artefact, { calibrate }: Cohorts, withReports: boolean): Artefact {
  const { config } = raw;
  const scored = scoreStays(raw, calibrate.stays, withReports);
  const hazard = fitCalibration(hazardJudgements(scored));
  const admission = fitCalibration(admissionCells(scored));
  return {
    ...raw,
    config: {
      ...config,
      hazard: { ...config.hazard, calibration: hazard },
      admission: config.admission && { ...config.admission, calibration: admission },
    },
  };
}

/** The artefact with thresholds for the burden that it would make among these patients. */
export function withThresholds(
  model: Artefact,
  stays: readonly Stay[],
  withReports: boolean,
): Artefact {
  const scored = scoreStays(model, stays, withReports);
  const telling = scored.landmarks.filter(({ snapshot }) => snapshot.hour >= FIRST_TELLING_HOUR);
  const thresholds = chooseThresholds(telling.map(({ output }) => output.next24h));
  return { ...model, config: { ...model.config, thresholds } };
}
