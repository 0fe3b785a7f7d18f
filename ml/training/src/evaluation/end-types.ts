import { aucEstimate } from '@endwatch/statistics';
import type { AdmissionForecast } from './admission-forecasts.ts';
import { EARLY_HOURS, earlyOrNone, lateOrNone } from './admission-forecasts.ts';
import type { Cell, Table } from './document.ts';
import { numberText } from './html/cell-text.ts';
import type { Rival } from './rivals.ts';

/** Figures of the abstract (doi:10.3389/fneur.2026.1787921), which gives no intervals. */
const PAPER: Readonly<Record<string, Cell>> = {
  name: 'Concat-Fusion of the paper: other patients',
  ...{ trainingAuc: 0.877, auc: 0.771, earlyAuc: 0.842, lateAuc: 0.855 },
};

/** AUC of one part of the patients, under the names of its two columns. */
function ranked(
  [auc, ci95]: readonly [auc: string, ci95: string],
  some: readonly AdmissionForecast[],
): Record<string, Cell> {
  const estimate = aucEstimate(
    some.map(({ y }) => y),
    some.map(({ p }) => p),
  );
  return { [auc]: estimate.auc, [ci95]: estimate.ci95 };
}

function row(
  { name, risks, training }: Rival,
  forecasts: readonly AdmissionForecast[],
): Record<string, Cell> {
  const own = forecasts.map((one, i) => ({ ...one, p: risks[i] ?? 0 }));
  return {
    name,
    ...(training && { trainingAuc: training.auc, trainingCi95: training.ci95 }),
    ...ranked(['auc', 'aucCi95'], own),
    ...ranked(['earlyAuc', 'earlyCi95'], earlyOrNone(own)),
    ...ranked(['lateAuc', 'lateCi95'], lateOrNone(own)),
  };
}

/** Every admission model as the paper tells of its own: where it was fitted, on others, and by when END came. */
export function endTypeTable(
  forecasts: readonly AdmissionForecast[],
  rivals: readonly Rival[],
  population: string,
): Table {
  const ends = (some: readonly AdmissionForecast[]): string =>
    numberText(some.filter(({ y }) => y === 1).length, 'count');
  return {
    id: 'comparison-end-types',
    title: 'AUC of each admission model in training, on other patients, for early and for late END',
    n: forecasts.length,
    population,
    notes: [
      `Early: charted within ${String(EARLY_HOURS)} h of admission (${ends(earlyOrNone(forecasts))}); late: after that, to 7 days (${ends(lateOrNone(forecasts))}). Each against patients without any END by 7 days, the other kind left out. Intervals: DeLong.`,
      'In training: on the patients the model was fitted to, so it flatters. Of the artefact it was not kept.',
      'The first row is what the paper tells of its own patients: it may not be compared with the others directly.',
    ],
    columns: [
      { key: 'name', label: 'model', format: 'text' },
      { key: 'trainingAuc', label: 'AUC in training', format: 'score' },
      { key: 'trainingCi95', label: '95 % CI', format: 'score' },
      { key: 'auc', label: 'AUC, any END', format: 'score' },
      { key: 'aucCi95', label: '95 % CI', format: 'score' },
      { key: 'earlyAuc', label: 'AUC, early END', format: 'score' },
      { key: 'earlyCi95', label: '95 % CI', format: 'score' },
      { key: 'lateAuc', label: 'AUC, late END', format: 'score' },
      { key: 'lateCi95', label: '95 % CI', format: 'score' },
    ],
    rows: [PAPER, ...rivals.map((rival) => row(rival, forecasts))],
  };
}
