import { FORECAST_END_HOURS, type RiskForecast } from '@endwatch/clinical';
import {
  at,
  conditionalRisk,
  kaplanMeier,
  kaplanMeierAt,
  mean,
  ratio,
  timeDependentAuc,
} from '@endwatch/statistics';
import type { ScoredSnapshot } from '../score-stays.ts';
import { LANDMARK_HOURS } from '../settings.ts';
import type { Cell, LineFigure, Section, Series, Table } from './document.ts';
import { isInterval } from './document.ts';
import type { LiveJudgement } from './judgement.ts';
import { outcomeBy } from './judgement.ts';
import type { Judged } from './performance.ts';
import { PERFORMANCE_COLUMNS, performanceCells } from './performance.ts';

/** A horizon of the live model. */
export interface Horizon {
  readonly id: 'next24h' | 'by48h' | 'by7d';
  readonly title: string;
  /** Hour since admission up to which END counts, seen from a landmark. */
  readonly until: (landmark: number) => number;
  readonly forecast: (output: RiskForecast) => number | null;
  readonly oracle: (hazards: readonly number[], landmark: number) => number | null;
}

export const HORIZONS: readonly Horizon[] = [
  {
    id: 'next24h',
    title: 'END within the next 24 h',
    until: (landmark) => Math.min(landmark + 24, FORECAST_END_HOURS),
    forecast: ({ next24h }) => next24h,
    oracle: (hazards, landmark) => conditionalRisk(hazards, landmark).next24h,
  },
  {
    id: 'by48h',
    title: 'END by 48 h from admission',
    until: () => 48,
    forecast: ({ by48h }) => by48h,
    oracle: (hazards, landmark) => conditionalRisk(hazards, landmark).by48h,
  },
  {
    id: 'by7d',
    title: 'END by 7 days from admission',
    until: () => FORECAST_END_HOURS,
    forecast: ({ by7d }) => by7d,
    oracle: (hazards, landmark) => conditionalRisk(hazards, landmark).by168h,
  },
];

type Scored = ScoredSnapshot<RiskForecast>;

/** Forecasts at a landmark whose outcome is known by the horizon. */
export function judgedAt(landmarks: readonly Scored[], horizon: Horizon): Judged[] {
  return landmarks.flatMap(({ stay, snapshot: { hour }, output }): Judged[] => {
    const y = outcomeBy(stay.followUp, horizon.until(hour));
    const p = horizon.forecast(output);
    if (y === null || p === null) return [];
    return [{ y, p, oracle: stay.trueHazards && horizon.oracle(stay.trueHazards, hour) }];
  });
}

/** A hair: who was followed to the very end of a horizon was seen without END there. */
const HAIR = 1e-6;

/** The same with those whose follow-up stopped early weighted for instead of left out. */
function weighted(rows: readonly Scored[], horizon: Horizon): Record<string, Cell> {
  const marked = rows.flatMap(({ stay, snapshot: { hour }, output }) => {
    const marker = horizon.forecast(output);
    const { time, event } = stay.followUp;
    return marker === null ? [] : [{ time: time - hour + (event ? 0 : HAIR), event, marker, hour }];
  });
  const [first] = marked;
  if (first === undefined) return {};
  const columns = {
    time: marked.map(({ time }) => time),
    event: marked.map(({ event }) => (event ? 1 : 0)),
    marker: marked.map(({ marker }) => marker),
  };
  const ahead = horizon.until(first.hour) - first.hour;
  const { survival } = kaplanMeierAt(kaplanMeier(columns), ahead);
  return {
    weightedAuc: timeDependentAuc(columns, [ahead]).auc[0] ?? null,
    weightedEo: survival === null ? null : ratio(mean(columns.marker), 1 - survival),
  };
}

function rowAt(landmarks: readonly Scored[], hour: number, horizon: Horizon): Record<string, Cell> {
  const rows = landmarks.filter(({ snapshot }) => snapshot.hour === hour);
  const judged = judgedAt(rows, horizon);
  return {
    hour,
    ...performanceCells(judged, true),
    leftOut: rows.length - judged.length,
    ...weighted(rows, horizon),
  };
}

function tableOf({ scored, population }: LiveJudgement, horizon: Horizon): Table {
  const { landmarks } = scored;
  const hours = LANDMARK_HOURS.filter((hour) => horizon.until(hour) > hour);
  const rows = hours.map((hour) => rowAt(landmarks, hour, horizon));
  const all = judgedAt(landmarks, horizon);
  return {
    id: `landmark-${horizon.id}`,
    title: `Live model, ${horizon.title}, by hour of the forecast`,
    n: all.length,
    population: `forecasts on ${population}, still followed and without END at the hour`,
    notes: [
      'Left out: follow-up stopped before the horizon, so nobody knows. The last two columns keep them: AUC with censoring weights (Uno 2007), observed risk by Kaplan-Meier. Where many are left out, those are the ones to read.',
      'At 0 h nothing has arrived yet: everybody has the same risk.',
      'The row of all hours has the same patients several times: no interval.',
    ],
    columns: [
      { key: 'hour', label: 'hour', format: 'hours' },
      ...PERFORMANCE_COLUMNS.filter(({ key }) => key !== 'inTheLarge'),
      { key: 'leftOut', label: 'left out', format: 'count' },
      { key: 'weightedAuc', label: 'AUC, weighted', format: 'score' },
      { key: 'weightedEo', label: 'E:O, weighted', format: 'ratio' },
    ],
    rows: [...rows, { hour: 'all', ...performanceCells(all, false) }],
  };
}

/** Curves from the rows of a table, for what `key` names. */
function curve({ title, rows }: Table, key: 'auc' | 'oracleAuc'): Series {
  const known = rows.flatMap(({ hour, [key]: value, aucCi95 }) =>
    typeof hour === 'number' && hour > 0 && typeof value === 'number'
      ? [{ point: [hour, value] as const, limits: isInterval(aucCi95) ? aucCi95 : null }]
      : [],
  );
  const points = known.map(({ point }) => point);
  if (key === 'oracleAuc') return { name: 'true hazard, next 24 h', kind: 'points', points };
  return { name: title, kind: 'line', points, limits: known.map(({ limits }) => limits) };
}

function figureOf(tables: readonly Table[], { scored, population }: LiveJudgement): LineFigure {
  const curves = tables.map((table) => curve(table, 'auc'));
  const [next24h] = tables;
  const oracle = next24h ? curve(next24h, 'oracleAuc') : null;
  return {
    id: 'landmark-auc',
    kind: 'lines',
    title: 'Discrimination by hour of the forecast',
    n: scored.landmarks.length,
    population: `forecasts on ${population}`,
    notes: ['Band: 95 % interval (DeLong) of the forecast for the next 24 h.'],
    x: { label: 'hours since admission', from: 0, to: 120, format: 'count', step: 24 },
    y: { label: 'AUC', from: 0.4, to: 1, format: 'ratio' },
    series: [
      // One band is readable, three are not.
      ...curves.map(({ limits, ...one }, i): Series => {
        const name = at(HORIZONS, i).title;
        return i === 0 && limits ? { ...one, name, limits } : { ...one, name };
      }),
      ...(oracle && oracle.points.length > 0 ? [oracle] : []),
    ],
    diagonal: false,
  };
}

/** How well the live model forecasts at each hour, for each of its horizons. */
export function byLandmark(judgement: LiveJudgement): Section {
  const tables = HORIZONS.map((horizon) => tableOf(judgement, horizon));
  return {
    id: 'landmarks',
    title: 'Live model by hour since admission',
    text: [
      'The live model rescores whenever data arrive. It is judged at fixed hours with what had arrived by then, on patients still in follow-up and without END.',
      ...(judgement.cohort.stays.some(({ trueHazards }) => trueHazards !== null)
        ? [
            'The true hazard is what the generator knew at admission. Values change in the hours before END, so a later forecast can do better than it. It is the hazard of the deterioration itself, not of its charting: its E:O is not to be asked for. Of the attainable: (AUC − .5) / (AUC of the true hazard − .5).',
          ]
        : []),
    ],
    tables,
    figures: [figureOf(tables, judgement)],
  };
}
