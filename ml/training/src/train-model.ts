import type { Artefact } from '@endwatch/ml-model';
import { fitCalibration } from './calibrate.ts';
import { fitLeadLines, withLeadLines } from './calibrate-leads.ts';
import { withMissingLines } from './calibrate-missing.ts';
import { chooseThresholds } from './choose-thresholds.ts';
import type { TrainInput } from './fit-networks.ts';
import { fitNetworks } from './fit-networks.ts';
import { admissionCells, hazardJudgements } from './judge.ts';
import type { ReportVectors, ScoredStays } from './score-stays.ts';
import { StayScorer } from './score-stays.ts';
import { FIRST_TELLING_HOUR } from './settings.ts';

/** Fits both networks, calibrates them and chooses thresholds on patients held out for that. Deterministic in cohorts and settings. */
export async function trainModel(input: TrainInput): Promise<Artefact> {
  const { withReports } = input;
  const { stays } = input.cohorts.calibrate;
  const raw = await fitNetworks(input);
  const vectors: ReportVectors = new Map();
  const scored = (model: Artefact): ScoredStays => {
    const scorer = new StayScorer(model, vectors);
    const said = scorer.score(stays, withReports);
    scorer.dispose();
    return said;
  };
  const byLead = withLeadLines(raw, fitLeadLines(scored(raw)));
  const model = calibrated(byLead, scored(byLead));
  // Without any report nobody's is missing.
  const lined = withReports ? withMissingLines(model, stays, vectors) : model;
  return withThresholds(lined, scored(lined));
}

function calibrated(raw: Artefact, scored: ScoredStays): Artefact {
  const { config } = raw;
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

/** The artefact with thresholds for the burden that it would make among the patients it has `scored`. */
export function withThresholds(model: Artefact, scored: ScoredStays): Artefact {
  const telling = scored.landmarks.filter(({ snapshot }) => snapshot.hour >= FIRST_TELLING_HOUR);
  const thresholds = chooseThresholds(telling.map(({ output }) => output.next24h));
  return { ...model, config: { ...model.config, thresholds } };
}
