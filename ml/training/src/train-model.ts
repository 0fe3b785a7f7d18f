import { FEATURE_NAMES, FEATURE_SET_VERSION, HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import type { Artefact, InputLayout, NetworkShape, Vocabulary } from '@endwatch/ml-model';
import { fitScale, startEngine, structuredWidth, UNCALIBRATED } from '@endwatch/ml-model';
import { seededRng } from '@endwatch/simulation';
import { at } from '@endwatch/statistics';
import { admissionCells, hazardJudgements } from './judge.ts';
import { fitCalibration } from './calibrate.ts';
import { fitLeadLines, withLeadLines } from './calibrate-leads.ts';
import { withMissingLines } from './calibrate-missing.ts';
import { chooseThresholds } from './choose-thresholds.ts';
import type { Cohorts } from './cohort.ts';
import type { FittedNetwork, Keeping } from './fit-network.ts';
import { fitNetwork } from './fit-network.ts';
import { scoreStays } from './score-stays.ts';
import type { FitSettings, TrainingSettings } from './settings.ts';
import { FIRST_TELLING_HOUR, LANDMARK_HOURS, NETWORK_SIZES, SNAPSHOT_HOURS } from './settings.ts';
import type { Stay } from './stay-rows.ts';
import { admissionCell, hazardCells } from './stay-rows.ts';
import { progressLine } from './progress.ts';
import { languageLearned, learnedVocabulary } from './report-words.ts';
import type { RowSelection } from './training-rows.ts';
import { trainingStay } from './training-rows.ts';
import { unitsInUse } from './units-in-use.ts';

export type Say = (line: string) => void;

export interface TrainInput {
  readonly cohorts: Cohorts;
  readonly settings: TrainingSettings;
  /** False = structured values only, for comparison. */
  readonly withReports: boolean;
  readonly say: Say;
  /** By name of the network. Without it nothing is kept, and nothing can be gone on with. */
  readonly keeping?: (network: string) => Keeping;
}

/** What is settled before any network is fitted. */
export interface Prepared {
  readonly layout: InputLayout;
  readonly vocabulary: Vocabulary;
  readonly fit: readonly Stay[];
  readonly validate: readonly Stay[];
}

/** Scales and words come from the patients that are fitted on, and from nobody else. */
export function prepare({ cohorts, settings }: Pick<TrainInput, 'cohorts' | 'settings'>): Prepared {
  const { stays } = cohorts.train;
  const held = Math.round(stays.length * settings.validationShare);
  const fit = stays.slice(held);
  return {
    layout: {
      scales: FEATURE_NAMES.map((_, feature) => fitScale(knownValues(fit, feature))),
      valueAges: true,
    },
    vocabulary: learnedVocabulary(fit, settings),
    fit,
    validate: stays.slice(0, held),
  };
}

/** Of one feature at a time: of all together they are as many numbers as the cohort has. */
function knownValues(stays: readonly Stay[], feature: number): number[] {
  return stays.flatMap(({ snapshots }) =>
    snapshots.flatMap(({ features }) =>
      at(features.missing, feature) === 1 ? [] : [at(features.values, feature)],
    ),
  );
}

interface NetworkPlan extends RowSelection {
  readonly name: 'hazard' | 'admission';
  readonly outputs: number;
  readonly fitSettings: FitSettings;
}

async function fitOne(
  input: TrainInput,
  prepared: Prepared,
  plan: NetworkPlan,
): Promise<{ shape: NetworkShape; fitted: FittedNetwork }> {
  const { layout, vocabulary } = prepared;
  const shape: NetworkShape = {
    ...NETWORK_SIZES,
    structured: structuredWidth(layout),
    vocabulary: vocabulary.tokens.length,
    outputs: plan.outputs,
    commonScore: plan.outputs > 1,
  };
  const text = { vocabulary, length: shape.textLength };
  const ready = (stays: readonly Stay[]) => stays.map((stay) => trainingStay(stay, plan, text));
  const keeping = input.keeping?.(input.withReports ? plan.name : `${plan.name}-without-reports`);
  const took: number[] = [];
  let since = performance.now();
  const fitted = await fitNetwork({
    shape,
    layout,
    fit: ready(prepared.fit),
    validate: ready(prepared.validate),
    settings: plan.fitSettings,
    rng: seededRng(`${String(input.settings.seed)}/${plan.name}`),
    onEpoch: (epoch, losses) => {
      took.push(performance.now() - since);
      since = performance.now();
      const { mostEpochs } = plan.fitSettings;
      input.say(progressLine({ network: plan.name, epoch, mostEpochs, losses, took }));
    },
    ...(keeping && { keeping }),
  });
  const { structured, fusion } = unitsInUse(shape, fitted.weights);
  const { structuredHidden, fusionHidden } = shape;
  input.say(
    `${plan.name}: epoch ${String(fitted.epochs)} is kept; in use ${String(structured)} of ${String(structuredHidden)} units for structured values, ${String(fusion)} of ${String(fusionHidden)} that fuse`,
  );
  return { shape, fitted };
}

/** Both networks as they come out of fitting, without thresholds. */
export async function fitNetworks(input: TrainInput): Promise<Artefact> {
  await startEngine();
  const { settings, withReports } = input;
  const prepared = prepare(input);
  const hazard = await fitOne(input, prepared, {
    name: 'hazard',
    outputs: HAZARD_EDGES_HOURS.length - 1,
    hours: LANDMARK_HOURS,
    cells: hazardCells,
    withReports,
    fitSettings: settings.hazardFit,
  });
  const admission = await fitOne(input, prepared, {
    name: 'admission',
    outputs: 1,
    hours: SNAPSHOT_HOURS,
    cells: admissionCell,
    withReports,
    fitSettings: settings.admissionFit,
  });
  return {
    config: {
      format: 1,
      version: settings.version,
      featureSet: FEATURE_SET_VERSION,
      featureNames: FEATURE_NAMES,
      trainedOn: settings.trainedOn,
      ...prepared.layout,
      vocabulary: prepared.vocabulary.tokens,
      ...(settings.tokens && { tokens: settings.tokens }),
      reportLanguage: languageLearned(prepared.fit),
      thresholds: { medium: 0, high: 0, highOff: 0 },
      hazard: { shape: hazard.shape, calibration: UNCALIBRATED },
      admission: { shape: admission.shape, calibration: UNCALIBRATED },
    },
    provenance: {},
    weights: Float32Array.from([...hazard.fitted.weights, ...admission.fitted.weights]),
  };
}

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
