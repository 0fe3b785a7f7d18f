import { comparatorRisks } from '../comparators/comparator-logits.ts';
import type { Comparator, ComparatorSet } from '../comparators/comparator.ts';
import type { AdmissionForecast } from './admission-forecasts.ts';

/** An admission model and what it says of the patients that all of them are judged on. */
export interface Rival {
  readonly id: string;
  readonly name: string;
  /** In the order of the forecasts. */
  readonly risks: readonly number[];
  /** On the patients it was fitted to; null where that was not kept. */
  readonly training: Pick<Comparator['training'], 'auc' | 'ci95'> | null;
}

/** Every admission model on the same patients; the shipped one last. */
export function rivalsOf(
  forecasts: readonly AdmissionForecast[],
  set: ComparatorSet,
  version: string,
): Rival[] {
  const snapshots = forecasts.map(({ snapshot }) => snapshot);
  return [
    ...comparatorRisks(set, snapshots).map(({ comparator: { id, name, training }, risks }) => ({
      ...{ id, name, risks, training },
    })),
    {
      ...{ id: 'artefact', name: `the artefact itself, ${version}`, training: null },
      risks: forecasts.map(({ p }) => p),
    },
  ];
}
