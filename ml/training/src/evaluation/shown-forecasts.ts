import type { RiskForecast } from '@endwatch/clinical';
import {
  confusionAt,
  decisionCurve,
  quantileEdges,
  reliability,
  thresholdIntervals,
  thresholdMetrics,
  treatAll,
} from '@endwatch/statistics';
import type { ScoredSnapshot } from '../score-stays.ts';
import { LANDMARK_HOURS } from '../settings.ts';
import type { Cell, Column, Section, Table } from './document.ts';
import { HORIZONS, judgedAt } from './horizon.ts';
import type { LiveJudgement } from './judgement.ts';
import type { Columns } from './performance.ts';
import { columnsOf } from './performance.ts';

type About = Pick<Table, 'n' | 'population'>;

/** Their names in a table, and those of the statistics. */
const SHARES = [
  ['sensitivity', 'recall', 'END at or above it'],
  ['specificity', 'specificity', 'without END below it'],
  ['ppv', 'precision', 'of those at or above it, END'],
] as const;

const POINT_COLUMNS: readonly Column[] = [
  { key: 'hour', label: 'hour', format: 'hours' },
  { key: 'threshold', label: 'from', format: 'score' },
  ...SHARES.flatMap(([key, , label]): Column[] => [
    { key, label, format: 'share' },
    { key: `${key}Ci95`, label: '95 % CI', format: 'share' },
  ]),
];

/** `independent`: each patient comes once, without which no interval means anything. */
function pointCells({ y, p }: Columns, threshold: number, independent: boolean): Row {
  if (y.length === 0) return { threshold };
  const confusion = confusionAt(y, p, threshold);
  const [metrics, intervals] = [thresholdMetrics(confusion), thresholdIntervals(confusion)];
  return {
    threshold,
    ...Object.fromEntries<Cell>(
      SHARES.flatMap(([key, metric]): [string, Cell][] => [
        [key, metrics[metric]],
        [`${key}Ci95`, independent ? intervals[metric] : null],
      ]),
    ),
  };
}

type Row = Readonly<Record<string, Cell>>;
type Landmarks = readonly ScoredSnapshot<RiskForecast>[];

/** The risk of the next 24 h, of landmarks whose outcome is known. */
function next24h(landmarks: Landmarks): Columns {
  return columnsOf(HORIZONS.slice(0, 1).flatMap((horizon) => judgedAt(landmarks, horizon)));
}

function pointTable(landmarks: Landmarks, threshold: number, about: About): Table {
  const hours = LANDMARK_HOURS.filter((hour) => hour > 0);
  return {
    id: 'shown-operating-point',
    title: 'Risk of the next 24 h at the threshold of the high band, by hour of the forecast',
    ...about,
    notes: [
      'Intervals: Wilson. The row of all hours has the same patients several times: no interval.',
    ],
    columns: POINT_COLUMNS,
    rows: [
      ...hours.map((hour) => ({
        hour,
        ...pointCells(
          next24h(landmarks.filter(({ snapshot }) => snapshot.hour === hour)),
          threshold,
          true,
        ),
      })),
      { hour: 'all', ...pointCells(next24h(landmarks), threshold, false) },
    ],
  };
}

const BINS = 10;

/** Without intervals: a patient comes several times. */
function binsTable({ y, p }: Columns, about: About): Table {
  const edges = [...new Set(quantileEdges(p, BINS))];
  const { bins } = reliability(y, p, edges.length < 2 ? [0, 1] : edges);
  return {
    id: 'shown-calibration',
    title: 'Calibration of the risk of the next 24 h, tenths of the forecasts of all hours',
    ...about,
    notes: ['The same patients come several times: no interval.'],
    columns: [
      { key: 'bin', label: 'tenth', format: 'count' },
      { key: 'from', label: 'risk from', format: 'score' },
      { key: 'to', label: 'to', format: 'score' },
      { key: 'n', label: 'n', format: 'count' },
      { key: 'events', label: 'END', format: 'count' },
      { key: 'predicted', label: 'mean risk', format: 'score' },
      { key: 'observed', label: 'share with END', format: 'share' },
    ],
    rows: bins.map(({ lower, upper, n, meanPredicted, observed }, i) => ({
      ...{ bin: i + 1, from: lower, to: upper, n, events: Math.round(observed * n) },
      ...{ predicted: meanPredicted, observed },
    })),
  };
}

const THRESHOLDS: readonly number[] = Array.from({ length: 60 }, (_, k) => (k + 1) / 100);

function decisionTable({ y, p }: Columns, about: About): Table {
  const model = decisionCurve(y, p, THRESHOLDS).netBenefit;
  const everybody = treatAll(y, THRESHOLDS).netBenefit;
  return {
    id: 'shown-decision',
    title: 'Decision curve of the risk of the next 24 h, forecasts of all hours',
    ...about,
    notes: [
      'Net benefit: true positives minus false ones weighted by the odds of the threshold, for each forecast (Vickers & Elkin 2006). Nobody looked at is 0.',
    ],
    columns: [
      { key: 'threshold', label: 'threshold', format: 'score' },
      { key: 'model', label: 'whoever reaches it', format: 'score' },
      { key: 'everybody', label: 'everybody', format: 'score' },
    ],
    rows: THRESHOLDS.map((threshold, i) => ({
      ...{ threshold, model: model[i] ?? null, everybody: everybody[i] ?? null },
    })),
  };
}

/** Of the forecasts that a board showed: what calibration and the operating point are worth, as the quality review has them. */
export function shownForecastSection({ artefact, scored, population }: LiveJudgement): Section {
  const columns = next24h(scored.landmarks);
  const about = { n: columns.y.length, population: `forecasts on ${population}` };
  const { high } = artefact.config.thresholds;
  const isEmpty = columns.y.length === 0;
  return {
    id: 'shown',
    title: 'Calibration, decision curve and operating point of what was shown',
    text: [],
    tables: [
      pointTable(scored.landmarks, high, about),
      ...(isEmpty ? [] : [binsTable(columns, about), decisionTable(columns, about)]),
    ],
    figures: [],
  };
}
