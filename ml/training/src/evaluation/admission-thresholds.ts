import {
  confusionAt,
  thresholdIntervals,
  thresholdMetrics,
  youdenThreshold,
} from '@endwatch/statistics';
import type { Cell, Column, Table } from './document.ts';
import type { Columns, Judged } from './performance.ts';
import { columnsOf } from './performance.ts';

/** Fixed before anybody was judged; .5 is what is reported where nothing is said. */
export const FIXED_THRESHOLDS = [0.2, 0.3, 0.4, 0.5] as const;

const SHARES = ['accuracy', 'recall', 'precision', 'specificity', 'npv'] as const;
const LABELS: Readonly<Record<(typeof SHARES)[number], string>> = {
  accuracy: 'accuracy',
  recall: 'recall (sensitivity)',
  precision: 'precision (PPV)',
  specificity: 'specificity',
  npv: 'NPV',
};

const COLUMNS: readonly Column[] = [
  { key: 'name', label: 'threshold', format: 'text' },
  { key: 'threshold', label: 'from', format: 'score' },
  { key: 'flagged', label: 'flagged', format: 'share' },
  ...SHARES.flatMap((key): Column[] => [
    { key, label: LABELS[key], format: 'share' },
    { key: `${key}Ci95`, label: '95 % CI', format: 'share' },
  ]),
  { key: 'f1', label: 'F1', format: 'score' },
];

export function thresholdCells({ y, p }: Columns, threshold: number): Record<string, Cell> {
  const confusion = confusionAt(y, p, threshold);
  const metrics = thresholdMetrics(confusion);
  const intervals = thresholdIntervals(confusion);
  return {
    threshold,
    flagged: (confusion.tp + confusion.fp) / y.length,
    ...Object.fromEntries<Cell>(
      SHARES.flatMap((key): [string, Cell][] => [
        [key, metrics[key]],
        [`${key}Ci95`, intervals[key]],
      ]),
    ),
    f1: metrics.f1,
  };
}

/** Accuracy and its kin at fixed thresholds, and at the one that this very cohort would choose. */
export function thresholdTable(forecasts: readonly Judged[], population: string): Table {
  const columns = columnsOf(forecasts);
  const youden = youdenThreshold(columns.y, columns.p);
  return {
    id: 'admission-thresholds',
    title: 'Admission model: accuracy at a threshold',
    n: forecasts.length,
    population,
    notes: [
      'Intervals: Wilson. F1 is no share of patients, so it has none.',
      "Youden's threshold is the best on these very patients and therefore flatters; the fixed ones do not.",
    ],
    columns: COLUMNS,
    rows: [
      ...FIXED_THRESHOLDS.map((threshold) => ({
        name: `fixed ${threshold.toFixed(1)}`,
        ...thresholdCells(columns, threshold),
      })),
      ...(youden ? [{ name: 'Youden', ...thresholdCells(columns, youden.threshold) }] : []),
    ],
  };
}
