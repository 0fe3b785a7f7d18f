import { compareAucPaired, holm } from '@endwatch/statistics';
import type { ComparatorSet } from '../comparators/comparator.ts';
import { SNAPSHOT_HOUR } from '../settings.ts';
import { admissionForecasts } from './admission-forecasts.ts';
import { aucAxis } from './auc-axis.ts';
import type { Cell, ForestFigure, Section, Table } from './document.ts';
import { isInterval } from './document.ts';
import { endTypeTable } from './end-types.ts';
import { floorTable } from './floor.ts';
import { numberText } from './html/cell-text.ts';
import type { Judgement } from './judgement.ts';
import { PERFORMANCE_COLUMNS, performanceCells } from './performance.ts';
import type { Rival } from './rivals.ts';
import { rivalsOf } from './rivals.ts';

/** Paired DeLong of each against the first; p adjusted by Holm over all of them. */
function differences(y: readonly number[], rivals: readonly Rival[]): Record<string, Cell>[] {
  const [first, ...others] = rivals;
  const ends = y.filter((value) => value === 1).length;
  if (first === undefined || ends < 2 || y.length - ends < 2) return rivals.map(() => ({}));
  const tests = others.map(({ risks }) => compareAucPaired(y, first.risks, risks));
  const tested = tests.flatMap(({ p }) => (p === null ? [] : [p]));
  const adjusted = new Map(holm(tested).map((pHolm, i) => [tested[i], pHolm]));
  return [
    {},
    ...tests.map(({ difference, ci95, p }) => ({
      difference,
      differenceCi95: ci95,
      p,
      pHolm: p === null ? null : (adjusted.get(p) ?? null),
    })),
  ];
}

function forest({ n, population, rows }: Table): ForestFigure {
  return {
    id: 'comparison-forest',
    kind: 'forest',
    title: 'AUC of each admission model',
    n,
    population,
    notes: ['Lines: 95 % interval (DeLong).'],
    x: aucAxis(rows),
    reference: null,
    rows: rows.map(({ name, n: own, auc, aucCi95 }) => ({
      label: String(name),
      n: Number(own),
      estimate: typeof auc === 'number' ? auc : null,
      ci95: isInterval(aucCi95) ? aucCi95 : null,
    })),
  };
}

/** Of how calibration was fitted this table says enough by slope and E:O. */
const LEFT_OUT = new Set(['attained', 'inTheLarge', 'slopeCi95', 'eoCi95']);

export function comparisonSection(judgement: Judgement, set: ComparatorSet): Section {
  const forecasts = admissionForecasts(judgement);
  const rivals = rivalsOf(forecasts, set, judgement.artefact.config.version);
  const population = `${judgement.population}, still followed and without END at ${String(SNAPSHOT_HOUR)} h`;
  const y = forecasts.map((one) => one.y);
  const tests = differences(y, rivals);
  const { patients, seed, command, trainedOn = 'simulated' } = set.source;
  const whose = trainedOn === 'simulated' ? 'simulated patients' : "of a site's own patients";
  const fitted = set.comparators[0]?.training.n ?? 0;
  const table: Table = {
    id: 'comparison-auc',
    title: `Admission models at ${String(SNAPSHOT_HOUR)} h on the same patients`,
    n: forecasts.length,
    population,
    notes: [
      `Fitted by ${command} on ${numberText(patients.train, 'count')} ${whose} (seed ${String(seed)}), calibrated on ${numberText(patients.calibrate, 'count')} others. AUC in training: on the ${numberText(fitted, 'count')} of them that were fitted to, so it flatters.`,
      'Differences: Concat-Fusion minus the model, paired DeLong; p adjusted by Holm over the table.',
    ],
    columns: [
      { key: 'name', label: 'model', format: 'text' },
      { key: 'trainingAuc', label: 'AUC in training', format: 'score' },
      { key: 'trainingCi95', label: '95 % CI', format: 'score' },
      ...PERFORMANCE_COLUMNS.filter(({ key }) => !LEFT_OUT.has(key)),
      { key: 'difference', label: 'Concat-Fusion minus it', format: 'score' },
      { key: 'differenceCi95', label: '95 % CI', format: 'score' },
      { key: 'p', label: 'p', format: 'p' },
      { key: 'pHolm', label: 'p, Holm', format: 'p' },
    ],
    rows: rivals.map(({ name, risks, training }, i) => ({
      name,
      trainingAuc: training?.auc ?? null,
      trainingCi95: training?.ci95 ?? null,
      ...performanceCells(
        forecasts.map((one, row) => ({ ...one, p: risks[row] ?? 0 })),
        true,
      ),
      ...tests[i],
    })),
  };
  return {
    id: 'comparison',
    title: 'Fusion against what it must beat',
    text: [
      'The published method and its rivals: both kinds of input side by side (Concat-Fusion), through a gate, or joined after each has forecast by itself (late fusion); one kind of input alone; and logistic regressions as the floor. All were fitted on the same patients with the same settings, and all are calibrated the same way.',
    ],
    tables: [
      table,
      floorTable(forecasts, rivals, population),
      endTypeTable(forecasts, rivals, population),
    ],
    figures: [forest(table)],
  };
}
