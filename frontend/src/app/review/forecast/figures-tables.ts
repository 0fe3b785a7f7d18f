import type { ForecastFigures, ForecastGroup, ForecastReview } from '@endwatch/contracts';
import { inputWord } from '../../words/input-words.ts';
import { NONE, readAuc, readRatio, readShare } from '../quality/readings.ts';
import {
  type Cell,
  type Section,
  type TableModel,
  cellOf,
  nOf,
  plain,
} from '../quality/section.ts';

const FIGURES: readonly string[] = [
  ...['Patients', 'END', 'Ranking (AUC)', 'Observed to expected', 'Slope', 'Brier score'],
  ...['Sensitivity', 'Right when above (PPV)'],
];

/** The same figures in the same order, whoever they are about. */
export function figureCells(of: ForecastFigures): Cell[] {
  const auc = readAuc(of.auc, { ends: of.ends, others: of.forecasts - of.ends });
  const ratio = readRatio(of.observedToExpected);
  // A slope and a Brier score come without an interval: what holds for the others holds for them.
  const told = (value: number | null, digits: number): Cell =>
    plain(value === null || auc.tooFew || of.ends === 0 ? NONE : value.toFixed(digits));
  return [
    ...[plain(of.patients), plain(of.ends), cellOf(auc), cellOf(ratio)],
    ...[told(of.calibrationSlope, 2), told(of.brier, 3)],
    ...[cellOf(readShare(of.sensitivity)), cellOf(readShare(of.ppv))],
  ];
}

export function landmarkTable({ landmarks, overall }: ForecastReview): TableModel {
  return {
    caption: 'The forecast at each landmark',
    columns: ['After admission', ...FIGURES, 'Left out'],
    rows: [
      ...landmarks.map((landmark) => [
        plain(`${String(landmark.hour)} h`),
        ...figureCells(landmark),
        leftOutCell(landmark.leftOut),
      ]),
      [plain('All together'), ...figureCells(overall), plain(NONE)],
    ],
    empty: 'There is no landmark.',
  };
}

type LeftOut = ForecastReview['landmarks'][number]['leftOut'];
const LEFT_OUT: Readonly<Record<keyof LeftOut, string>> = {
  endedBefore: 'END before',
  notThere: 'not there',
  noForecast: 'no forecast',
  outcomeUnknown: 'outcome unknown',
};

function leftOutCell(leftOut: LeftOut): Cell {
  const names = Object.keys(LEFT_OUT) as (keyof LeftOut)[];
  const all = names.reduce((sum, name) => sum + leftOut[name], 0);
  const parts = names
    .filter((name) => leftOut[name] > 0)
    .map((name) => `${String(leftOut[name])} ${LEFT_OUT[name]}`);
  return { text: all.toLocaleString('en'), ...(all === 0 ? {} : { small: parts.join(', ') }) };
}

export function subgroupSection(review: ForecastReview): Section {
  const { subgroups, groupsHour } = review;
  return {
    heading: 'For whom it is better, for whom worse',
    n: nOf(patientsAt(review), 'patient'),
    counts: `One forecast for each patient: the one known at ${String(groupsHour)} h. Many groups are compared: one that stands out may do so by chance.`,
    table: groupTable('Forecast by group of patients', subgroups, ({ factor, level }) => ({
      text: level === '' ? level : level.charAt(0).toUpperCase() + level.slice(1),
      small: factor,
    })),
  };
}

export function missingSection(review: ForecastReview): Section {
  const { missingInputs, groupsHour } = review;
  return {
    heading: 'When inputs were missing',
    n: nOf(patientsAt(review), 'patient'),
    counts: `One forecast for each patient: the one known at ${String(groupsHour)} h, by what was missing in it. A patient with several missing inputs counts under each.`,
    table: groupTable('Forecast by missing input', missingInputs, ({ level }) =>
      plain(level === 'none' ? 'Nothing missing' : `No ${inputWord(level).toLowerCase()}`),
    ),
  };
}

function groupTable(
  caption: string,
  groups: readonly ForecastGroup[],
  headOf: (group: ForecastGroup) => Cell,
): TableModel {
  return {
    caption,
    columns: ['Group', ...FIGURES],
    rows: groups.map((group) => [headOf(group), ...figureCells(group)]),
    empty: 'No forecast can be judged for any group yet.',
  };
}

function patientsAt({ landmarks, groupsHour }: ForecastReview): number {
  return landmarks.find(({ hour }) => hour === groupsHour)?.patients ?? 0;
}
