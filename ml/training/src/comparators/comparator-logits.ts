import { combineReportVectors } from '@endwatch/clinical';
import { encodeText, Network, UNCALIBRATED, vocabularyOf } from '@endwatch/ml-model';
import { at, logit, penalisedLogisticRisk, sigmoid } from '@endwatch/statistics';
import type { Snapshot } from '../stay-rows.ts';
import type { Comparator, ComparatorModel, ComparatorSet } from './comparator.ts';
import { unpackWeights } from './comparator.ts';
import { bagOfWords, seen, structuredRow } from './seen-inputs.ts';

type Shared = Pick<ComparatorSet, 'scales' | 'valueAges' | 'vocabulary' | 'tokens'>;
type NetworkModel = Extract<ComparatorModel, { kind: 'network' }>;

/** A probability of exactly 0 or 1 has no logit. */
const finiteLogit = (p: number): number => logit(Math.min(1 - 1e-12, Math.max(1e-12, p)));

/** Rows that go through the engine at once. */
const ROWS_AT_ONCE = 512;

/** Logits as they come out of fitting. The engine must have been started. */
function networkLogits(
  { shape, weights, inputs }: NetworkModel,
  snapshots: readonly Snapshot[],
  shared: Shared,
): number[] {
  const network = new Network({ shape, calibration: UNCALIBRATED }, unpackWeights(weights));
  const words = vocabularyOf(shared.vocabulary, shared.tokens);
  const vectors = new Map<string, Float32Array>();
  const encoded = (text: string): Float32Array => {
    const known = vectors.get(text) ?? network.encode(encodeText(text, words, shape.textLength));
    vectors.set(text, known);
    return known;
  };
  const risks: number[] = [];
  for (let from = 0; from < snapshots.length; from += ROWS_AT_ONCE) {
    const some = snapshots.slice(from, from + ROWS_AT_ONCE).map((one) => seen(one, inputs));
    const structured = new Float32Array(some.length * shape.structured);
    const report = new Float32Array(some.length * shape.reportVector);
    some.forEach((snapshot, i) => {
      structured.set(structuredRow(snapshot, shared), i * shape.structured);
      const vector = combineReportVectors(snapshot.reports.map(encoded));
      if (vector !== null) report.set(vector, i * shape.reportVector);
    });
    const rows = network.forward(
      { data: structured, columns: shape.structured },
      { data: report, columns: shape.reportVector },
    );
    risks.push(...rows.map((row) => at(row, 0)));
  }
  network.dispose();
  return risks.map(finiteLogit);
}

/** Uncalibrated logits of one model; `others` are those of the models before it in the set. */
export function rawLogits(
  model: ComparatorModel,
  snapshots: readonly Snapshot[],
  about: { readonly shared: Shared; readonly others: ReadonlyMap<string, readonly number[]> },
): number[] {
  switch (model.kind) {
    case 'network':
      return networkLogits(model, snapshots, about.shared);
    case 'late-fusion': {
      const [a, b] = model.of.map((id) => about.others.get(id) ?? []);
      return snapshots.map((_, i) => (at(a ?? [], i) + at(b ?? [], i)) / 2);
    }
    case 'logistic':
      return snapshots.map((snapshot) =>
        finiteLogit(
          penalisedLogisticRisk(model.fit, [
            ...structuredRow(seen(snapshot, 'structured'), about.shared),
          ]),
        ),
      );
    case 'bag-of-words': {
      const vocabulary = vocabularyOf(about.shared.vocabulary, about.shared.tokens);
      const bag = { words: model.words, vocabulary };
      return snapshots.map((snapshot) =>
        finiteLogit(penalisedLogisticRisk(model.fit, bagOfWords(snapshot, bag))),
      );
    }
  }
}

/** Calibrated risks of each comparator, in the order of the set. */
export function comparatorRisks(
  set: ComparatorSet,
  snapshots: readonly Snapshot[],
): { readonly comparator: Comparator; readonly risks: readonly number[] }[] {
  const others = new Map<string, readonly number[]>();
  return set.comparators.map((comparator) => {
    const { intercept, slope } = comparator.calibration;
    const logits = rawLogits(comparator.model, snapshots, { shared: set, others });
    others.set(comparator.id, logits);
    return { comparator, risks: logits.map((value) => sigmoid(intercept + slope * value)) };
  });
}
