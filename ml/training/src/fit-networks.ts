import { FEATURE_NAMES, FEATURE_SET_VERSION, HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import type { Artefact, InputLayout, NetworkShape, Vocabulary } from '@endwatch/ml-model';
import { fitScale, startEngine, structuredWidth, UNCALIBRATED } from '@endwatch/ml-model';
import { seededRng } from '@endwatch/simulation';
import { at } from '@endwatch/statistics';
import type { Cohorts } from './cohort.ts';
import type { FittedNetwork, Keeping } from './fit-network.ts';
import { fitNetwork } from './fit-network.ts';
import { progressLine } from './progress.ts';
import { languageLearned, learnedVocabulary } from './report-words.ts';
import type { FitSettings, TrainingSettings } from './settings.ts';
import { LANDMARK_HOURS, NETWORK_SIZES, SNAPSHOT_HOURS } from './settings.ts';
import type { Fit } from './side-by-side.ts';
import { sideBySide, stoppedBy } from './side-by-side.ts';
import type { Stay } from './stay-rows.ts';
import { admissionCell, hazardCells } from './stay-rows.ts';
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
  /** Fits the admission network while this thread fits the hazard network. Without it this thread fits both, one after the other. */
  readonly beside?: Fit;
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

interface Place {
  readonly by: Fit;
  /** True when it should stop because of another network. */
  readonly stops?: () => boolean;
}

interface ShapedNetwork {
  readonly shape: NetworkShape;
  readonly fitted: FittedNetwork;
}

async function fitOne(
  input: TrainInput,
  prepared: Prepared,
  { plan, by, stops }: Place & { readonly plan: NetworkPlan },
): Promise<ShapedNetwork> {
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
  const name = input.withReports ? plan.name : `${plan.name}-without-reports`;
  const kept = input.keeping?.(name);
  const keeping = stops ? stoppedBy(stops, name, kept) : kept;
  const took: number[] = [];
  let since = performance.now();
  const fitted = await by({
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

function plansOf({
  settings,
  withReports,
}: TrainInput): Readonly<Record<'hazard' | 'admission', NetworkPlan>> {
  return {
    hazard: {
      name: 'hazard',
      outputs: HAZARD_EDGES_HOURS.length - 1,
      hours: LANDMARK_HOURS,
      cells: hazardCells,
      withReports,
      fitSettings: settings.hazardFit,
    },
    admission: {
      name: 'admission',
      outputs: 1,
      hours: SNAPSHOT_HOURS,
      cells: admissionCell,
      withReports,
      fitSettings: settings.admissionFit,
    },
  };
}

async function fitBoth(
  input: TrainInput,
  prepared: Prepared,
  beside: Fit | null,
): Promise<Readonly<Record<'hazard' | 'admission', ShapedNetwork>>> {
  const plans = plansOf(input);
  const fitted = (plan: NetworkPlan, place: Place): Promise<ShapedNetwork> =>
    fitOne(input, prepared, { plan, ...place });
  if (beside === null) {
    const hazard = await fitted(plans.hazard, { by: fitNetwork });
    return { hazard, admission: await fitted(plans.admission, { by: fitNetwork }) };
  }
  // The other thread first: it starts while this one makes ready.
  const [admission, hazard] = await sideBySide([
    (stops) => fitted(plans.admission, { by: beside, stops }),
    (stops) => fitted(plans.hazard, { by: fitNetwork, stops }),
  ]);
  return { hazard, admission };
}

/** Both networks as they come out of fitting, without thresholds. */
export async function fitNetworks(input: TrainInput): Promise<Artefact> {
  const { name: engine } = await startEngine();
  const { settings } = input;
  const prepared = prepare(input);
  // The native library takes all cores by itself, and is not known to bear two threads.
  const beside = engine === 'wasm' ? (input.beside ?? null) : null;
  const { hazard, admission } = await fitBoth(input, prepared, beside);
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
