import type { RiskForecast } from '@endwatch/clinical';
import { at } from '@endwatch/statistics';
import type { ScoredSnapshot } from '../score-stays.ts';
import { LANDMARK_HOURS } from '../settings.ts';
import type { Cell, LineFigure, Section, Series, Table } from './document.ts';
import { isInterval } from './document.ts';
import type { Horizon } from './horizon.ts';
import { HORIZONS, judgedAt } from './horizon.ts';
import type { LiveJudgement } from './judgement.ts';
import { PERFORMANCE_COLUMNS, performanceCells } from './performance.ts';
import { weightedPerformance } from './weighted-performance.ts';

type Scored = ScoredSnapshot<RiskForecast>;

function weightedCells(rows: readonly Scored[], horizon: Horizon): Record<string, Cell> {
  const { auc, eo } = weightedPerformance(rows, horizon);
  return { weightedAuc: auc, weightedEo: eo };
}

function rowAt(landmarks: readonly Scored[], hour: number, horizon: Horizon): Record<string, Cell> {
  const rows = landmarks.filter(({ snapshot }) => snapshot.hour === hour);
  const judged = judgedAt(rows, horizon);
  return {
    hour,
    ...performanceCells(judged, true),
    leftOut: rows.length - judged.length,
    ...weightedCells(rows, horizon),
  };
}

function tableOf({ scored, population }: LiveJudgement, horizon: Horizon): Table {
  const { landmarks } = scored;
  const hours = LANDMARK_HOURS.filter((hour) => horizon.until(hour) > hour);
  const rows = hours.map((hour) => rowAt(landmarks, hour, horizon));
  const ahead = landmarks.filter(({ snapshot: { hour } }) => horizon.until(hour) > hour);
  const all = judgedAt(ahead, horizon);
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
    rows: [
      ...rows,
      {
        hour: 'all',
        ...performanceCells(all, false),
        leftOut: ahead.length - all.length,
        ...weightedCells(ahead, horizon),
      },
    ],
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
