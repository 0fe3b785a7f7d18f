import { FEATURE_SET_VERSION } from '@endwatch/clinical';
import type { LogitCalibration, NetworkShape } from '@endwatch/ml-model';
import { startEngine, structuredWidth, UNCALIBRATED } from '@endwatch/ml-model';
import { seededRng } from '@endwatch/simulation';
import { aucEstimate, fitLogisticLine, fitPenalisedLogistic } from '@endwatch/statistics';
import { fitNetwork } from '../fit-network.ts';
import { packed } from '../packed-stay.ts';
import { NETWORK_SIZES, SNAPSHOT_HOUR, SNAPSHOT_HOURS } from '../settings.ts';
import type { Snapshot, Stay } from '../stay-rows.ts';
import { admissionCell } from '../stay-rows.ts';
import type { Prepared, TrainInput } from '../fit-networks.ts';
import { prepare } from '../fit-networks.ts';
import { trainingStay } from '../training-rows.ts';
import { rawLogits } from './comparator-logits.ts';
import type { Comparator, ComparatorInputs, ComparatorModel, ComparatorSet } from './comparator.ts';
import { packWeights } from './comparator.ts';
import { bagOfWords, seen, structuredRow, tellingWords } from './seen-inputs.ts';

export type ComparatorInput = Omit<TrainInput, 'withReports'>;

interface Row {
  readonly snapshot: Snapshot;
  readonly y: 0 | 1;
}

function snapshotRows(stays: readonly Stay[]): Row[] {
  return stays.flatMap(({ snapshots, followUp }) =>
    snapshots
      .filter(({ hour }) => hour === SNAPSHOT_HOUR)
      .map((snapshot): Row => ({ snapshot, y: followUp.event ? 1 : 0 })),
  );
}

interface NetworkPlan {
  readonly id: string;
  readonly inputs: ComparatorInputs;
  readonly gated: boolean;
}

/** One admission network, fitted as the shipped one is. */
async function fitted(
  { settings, say, keeping }: ComparatorInput,
  { fit, validate, layout, vocabulary }: Prepared,
  { id, inputs, gated }: NetworkPlan,
): Promise<ComparatorModel> {
  const shape: NetworkShape = {
    ...NETWORK_SIZES,
    structured: structuredWidth(layout),
    vocabulary: vocabulary.tokens.length,
    outputs: 1,
    commonScore: false,
    ...(gated && { gated }),
  };
  const selection = {
    hours: SNAPSHOT_HOURS,
    cells: admissionCell,
    withReports: inputs !== 'structured',
  };
  const text = { vocabulary, length: shape.textLength };
  const ready = (stays: readonly Stay[]) =>
    stays.map((stay) => {
      const snapshots = stay.snapshots.map((snapshot) => seen(snapshot, inputs));
      return trainingStay(packed({ ...stay, snapshots }), selection, text);
    });
  const { weights, epochs, validationLoss } = await fitNetwork({
    shape,
    layout,
    fit: ready(fit),
    validate: ready(validate),
    settings: settings.admissionFit,
    rng: seededRng(`${String(settings.seed)}/comparator/${id}`),
    ...(keeping && { keeping: keeping(`comparator-${id}`) }),
  });
  say(`${id}: epoch ${String(epochs)} is kept, validation loss ${validationLoss.toFixed(4)}`);
  return { kind: 'network', inputs, shape, weights: packWeights(weights) };
}

function logistic(rows: readonly Row[], { layout }: Prepared): ComparatorModel {
  const x = rows.map(({ snapshot }) => [...structuredRow(seen(snapshot, 'structured'), layout)]);
  return {
    kind: 'logistic',
    fit: fitPenalisedLogistic(
      x,
      rows.map(({ y }) => y),
    ),
  };
}

function bagOfWordsLogistic(rows: readonly Row[], { vocabulary }: Prepared): ComparatorModel {
  const words = tellingWords(
    rows.map(({ snapshot }) => snapshot),
    vocabulary,
  );
  const x = rows.map(({ snapshot }) => bagOfWords(snapshot, { words, vocabulary }));
  return {
    kind: 'bag-of-words',
    words,
    fit: fitPenalisedLogistic(
      x,
      rows.map(({ y }) => y),
    ),
  };
}

type Unjudged = Pick<Comparator, 'id' | 'name' | 'model'>;

/** Concat-Fusion first: everything is compared with it. Late fusion after what it joins. */
async function models(input: ComparatorInput, prepared: Prepared): Promise<Unjudged[]> {
  const rows = snapshotRows(prepared.fit);
  const network = (id: string, inputs: ComparatorInputs, gated = false): Promise<ComparatorModel> =>
    fitted(input, prepared, { id, inputs, gated });
  return [
    { id: 'concat-fusion', name: 'Concat-Fusion', model: await network('concat-fusion', 'both') },
    {
      id: 'gated-fusion',
      name: 'gated fusion',
      model: await network('gated-fusion', 'both', true),
    },
    {
      id: 'structured-only',
      name: 'structured values only',
      model: await network('structured-only', 'structured'),
    },
    { id: 'report-only', name: 'reports only', model: await network('report-only', 'report') },
    {
      id: 'late-fusion',
      name: 'late fusion: mean of both logits',
      model: { kind: 'late-fusion', of: ['structured-only', 'report-only'] },
    },
    {
      id: 'logistic',
      name: 'logistic regression, structured values',
      model: logistic(rows, prepared),
    },
    {
      id: 'bag-of-words',
      name: 'logistic regression, words of the reports',
      model: bagOfWordsLogistic(rows, prepared),
    },
  ];
}

/** Platt's line; a model that says nothing on the calibration patients is left as it is. */
function calibrationOf(logits: readonly number[], y: readonly number[]): LogitCalibration {
  const line = fitLogisticLine({ x: logits, y });
  return line ? { intercept: line.intercept, slope: line.slope } : UNCALIBRATED;
}

/** The paper's snapshot models and the floor that deep ones must beat. Deterministic in cohorts and settings. */
export async function fitComparators(
  input: ComparatorInput,
): Promise<
  Pick<
    ComparatorSet,
    'featureSet' | 'scales' | 'valueAges' | 'vocabulary' | 'tokens' | 'comparators'
  >
> {
  await startEngine();
  const prepared = prepare(input);
  const { layout, vocabulary } = prepared;
  const { tokens } = input.settings;
  const shared = { ...layout, vocabulary: vocabulary.tokens, ...(tokens && { tokens }) };
  const train = snapshotRows(prepared.fit);
  const calibrate = snapshotRows(input.cohorts.calibrate.stays);
  const others = { train: new Map<string, number[]>(), calibrate: new Map<string, number[]>() };
  const logits = (one: Unjudged, part: 'train' | 'calibrate', rows: readonly Row[]): number[] => {
    const snapshots = rows.map(({ snapshot }) => snapshot);
    const values = rawLogits(one.model, snapshots, { shared, others: others[part] });
    others[part].set(one.id, values);
    return values;
  };
  const comparators = (await models(input, prepared)).map((one): Comparator => {
    const y = train.map((row) => row.y);
    const { n, positives, auc, ci95 } = aucEstimate(y, logits(one, 'train', train));
    const held = logits(one, 'calibrate', calibrate);
    const outcomes = calibrate.map((row) => row.y);
    input.say(`${one.id}: AUC ${auc?.toFixed(3) ?? '–'} where it was fitted`);
    return {
      ...one,
      calibration: calibrationOf(held, outcomes),
      training: { n, events: positives, auc, ci95 },
    };
  });
  return { featureSet: FEATURE_SET_VERSION, ...shared, comparators };
}
