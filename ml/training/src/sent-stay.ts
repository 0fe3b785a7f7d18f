import type { ExposureCell } from '@endwatch/statistics';
import type { PackedSnapshots } from './packed-stay.ts';
import { packedSnapshots, unpacked } from './packed-stay.ts';
import type { TrainingStay } from './training-rows.ts';

/** A stay as another thread gets it: numbers alone, and only of the rows that are fitted on. */
export interface SentStay {
  readonly texts: TrainingStay['texts'];
  readonly moments: PackedSnapshots;
  /** Of each row. */
  readonly reports: readonly (readonly number[])[];
  readonly cells: readonly (readonly ExposureCell[])[];
}

export function sentStay({ texts, rows }: TrainingStay): SentStay {
  return {
    texts,
    moments: packedSnapshots(rows.map(({ snapshot }) => ({ ...snapshot, reports: [] }))),
    reports: rows.map(({ reports }) => reports),
    cells: rows.map(({ cells }) => cells),
  };
}

/** The rows as they were; as with `trainingStay`, only those of one step are laid out. */
export function receivedStay({ texts, moments, reports, cells }: SentStay): TrainingStay {
  return {
    texts,
    get rows() {
      return unpacked(moments).map((snapshot, row) => ({
        snapshot,
        reports: reports[row] ?? [],
        cells: cells[row] ?? [],
      }));
    },
  };
}
