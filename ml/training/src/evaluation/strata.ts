import type { RiskBand, RiskForecast } from '@endwatch/clinical';
import { bandOf, FORECAST_END_HOURS } from '@endwatch/clinical';
import type { CompetingColumns } from '@endwatch/statistics';
import { aalenJohansen, logRank, settledIncidenceAt, untilHorizon } from '@endwatch/statistics';
import type { ScoredSnapshot } from '../score-stays.ts';
import { SNAPSHOT_HOUR } from '../settings.ts';
import type { Cell, LineFigure, Point, Section, Series, Table } from './document.ts';
import type { JudgedStay } from './evaluation-cohort.ts';
import type { LiveJudgement } from './judgement.ts';
import { judgedStayOf } from './judgement.ts';
import { thinned } from './thinned.ts';
import { trajectoryFigure, trajectoryTables } from './trajectories.ts';

/** From the highest to the lowest, as a ward reads its board. */
export const BANDS: readonly RiskBand[] = ['high', 'medium', 'low'];

export interface Stratum {
  readonly name: string;
  readonly stays: readonly JudgedStay[];
}

/** Hours from admission to END (1), to death or discharge before it (2), or to the end of follow-up (0). */
export function competing({ outcome }: Pick<JudgedStay, 'outcome'>): {
  time: number;
  cause: 0 | 1 | 2;
} {
  const { hours: time, event } = outcome;
  if (event === 'none') return { time, cause: 0 };
  return { time, cause: event === 'end' ? 1 : 2 };
}

function columnsOf(stays: readonly JudgedStay[]): CompetingColumns {
  const rows = stays.map(competing);
  return { time: rows.map(({ time }) => time), cause: rows.map(({ cause }) => cause) };
}

const HORIZONS = [48, FORECAST_END_HOURS] as const;

function incidenceCells(columns: CompetingColumns, hours: number): Record<string, Cell> {
  const row = settledIncidenceAt(columns, aalenJohansen(columns), hours);
  const name = `by${String(hours)}h`;
  return {
    [name]: row?.event.cif ?? null,
    [`${name}Ci95`]:
      row?.event.lower == null || row.event.upper === null
        ? null
        : [row.event.lower, row.event.upper],
    [`competing${String(hours)}h`]: row?.competing.cif ?? null,
  };
}

function incidenceTable(
  strata: readonly Stratum[],
  about: { population: string; n: number },
): Table {
  return {
    id: 'strata-incidence',
    title: `Cumulative incidence of END by band at ${String(SNAPSHOT_HOUR)} h`,
    ...about,
    notes: [
      'Aalen-Johansen from admission; death and discharge before END compete, the end of follow-up censors. Where nobody was censored last the last value holds; otherwise nothing is said past it. Intervals on the log(−log) scale.',
      `Everybody was without END at ${String(SNAPSHOT_HOUR)} h, so nothing happens before.`,
    ],
    columns: [
      { key: 'name', label: 'band', format: 'text' },
      { key: 'n', label: 'n', format: 'count' },
      { key: 'events', label: 'END', format: 'count' },
      { key: 'departed', label: 'died or discharged before', format: 'count' },
      { key: 'by48h', label: 'END by 48 h', format: 'share' },
      { key: 'by48hCi95', label: '95 % CI', format: 'share' },
      { key: 'by168h', label: 'END by 7 days', format: 'share' },
      { key: 'by168hCi95', label: '95 % CI', format: 'share' },
      { key: 'competing168h', label: 'competing by 7 days', format: 'share' },
    ],
    rows: strata.map(({ name, stays }) => {
      const columns = columnsOf(stays);
      const { cause: causes } = columns;
      return {
        name,
        n: stays.length,
        events: causes.filter((cause) => cause === 1).length,
        departed: causes.filter((cause) => cause === 2).length,
        ...incidenceCells(columns, HORIZONS[0]),
        ...incidenceCells(columns, HORIZONS[1]),
      };
    }),
  };
}

function logRankTable(strata: readonly Stratum[], about: { population: string; n: number }): Table {
  const rows = strata.flatMap(({ stays }, group) => stays.map((stay) => ({ stay, group })));
  const columns = {
    time: rows.map(({ stay }) => competing(stay).time),
    event: rows.map(({ stay }) => (stay.followUp.event ? 1 : 0)),
    group: rows.map(({ group }) => group),
  };
  return {
    id: 'strata-log-rank',
    title: 'Do the bands differ? Log-rank test',
    ...about,
    notes: [
      'Of the cause-specific hazard of END: death and discharge count as the end of follow-up.',
    ],
    columns: [
      { key: 'until', label: 'END until', format: 'hours' },
      { key: 'chiSquare', label: 'χ²', format: 'points' },
      { key: 'df', label: 'degrees of freedom', format: 'count' },
      { key: 'p', label: 'p', format: 'p' },
    ],
    rows: HORIZONS.map((until) => {
      const { chiSquare, df, p } = logRank(untilHorizon(columns, until));
      return { until, chiSquare, df, p };
    }),
  };
}

function incidenceFigure(
  strata: readonly Stratum[],
  about: { population: string; n: number },
): LineFigure {
  const series = strata.map(({ name, stays }): Series => {
    const curve = thinned(
      aalenJohansen(columnsOf(stays)).filter(
        ({ time }) => time >= SNAPSHOT_HOUR && time <= FORECAST_END_HOURS,
      ),
    );
    const from: Point = [SNAPSHOT_HOUR, 0];
    return {
      name: `${name} (n = ${String(stays.length)})`,
      kind: 'step',
      points: [from, ...curve.map(({ time, event }): Point => [time, event.cif])],
      limits: [
        null,
        ...curve.map(({ event: { lower, upper } }) =>
          lower === null || upper === null ? null : ([lower, upper] as const),
        ),
      ],
    };
  });
  return {
    id: 'strata-incidence-curve',
    kind: 'lines',
    title: 'Cumulative incidence of END by band',
    ...about,
    notes: ['Bands: 95 % interval.'],
    x: {
      label: 'hours since admission',
      from: 0,
      to: FORECAST_END_HOURS,
      format: 'count',
      step: 24,
    },
    y: { label: 'cumulative incidence of END', from: 0, to: 1, format: 'share' },
    series,
    diagonal: false,
  };
}

/** Who was in hospital without END at the hour of the snapshot, whether examined again or not. */
export function inHospital({ scored }: LiveJudgement): ScoredSnapshot<RiskForecast>[] {
  return [...scored.landmarks, ...scored.unseen].filter(
    ({ stay, snapshot: { hour } }) =>
      hour === SNAPSHOT_HOUR && judgedStayOf(stay).outcome.hours > hour,
  );
}

/** Patients by the band the board showed at the hour of the snapshot; empty bands are left out. */
export function strataOf(judgement: LiveJudgement): Stratum[] {
  const { thresholds } = judgement.artefact.config;
  const there = inHospital(judgement);
  return BANDS.map((name) => ({
    name,
    stays: there
      .filter(({ output }) => bandOf(output.next24h, thresholds) === name)
      .map(({ stay }) => judgedStayOf(stay)),
  })).filter(({ stays }) => stays.length > 0);
}

export function strataSection(judgement: LiveJudgement): Section {
  const { thresholds } = judgement.artefact.config;
  const strata = strataOf(judgement);
  const hour = String(SNAPSHOT_HOUR);
  const about = {
    n: strata.reduce((sum, { stays }) => sum + stays.length, 0),
    population: `${judgement.population}, in hospital and without END at ${hour} h`,
  };
  return {
    id: 'strata',
    title: 'Risk strata and what became of them',
    text: [
      `Bands are those of the board ${hour} h after admission: risk of END within 24 h from ${String(thresholds.high)} is high, from ${String(thresholds.medium)} medium. They go by the live model, because it is what the board shows.`,
    ],
    tables: [
      incidenceTable(strata, about),
      logRankTable(strata, about),
      ...trajectoryTables(strata, about),
    ],
    figures: [incidenceFigure(strata, about), trajectoryFigure(strata, about)],
  };
}
