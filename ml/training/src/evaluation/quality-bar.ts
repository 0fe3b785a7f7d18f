import { compareAucPaired, mean } from '@endwatch/statistics';
import { comparatorRisks } from '../comparators/comparator-logits.ts';
import type { ComparatorSet } from '../comparators/comparator.ts';
import { LANDMARK_HOURS } from '../settings.ts';
import { admissionForecasts } from './admission-forecasts.ts';
import type { Horizon } from './horizon.ts';
import { HORIZONS, judgedAt } from './horizon.ts';
import { weightedPerformance } from './weighted-performance.ts';
import type { Judgement } from './judgement.ts';
import { performanceCells } from './performance.ts';

/** What a model has to reach on patients it never saw. */
export const BARS = {
  /** (AUC − .5) of the model over (AUC − .5) of the true hazard. */
  leastAttained: 0.95,
  slope: [0.9, 1.1],
  expectedToObserved: [0.95, 1.05],
  /** Of Concat-Fusion against one kind of input alone; paired DeLong. */
  p: 0.001,
} as const;

/** A forecast at one hour, or at all hours together, of one cohort. */
export interface BarRow {
  readonly horizon: Horizon['id'];
  readonly hour: number | 'all';
  readonly auc: number | null;
  readonly oracleAuc: number | null;
  readonly slope: number | null;
  readonly eo: number | null;
  readonly events: number;
}

/** Concat-Fusion minus a rival on one cohort. */
export interface RivalRow {
  readonly rival: string;
  readonly difference: number;
  /** Null where the two cannot be tested against each other. */
  readonly p: number | null;
}

export interface BarOfCohort {
  readonly seed: number;
  readonly patients: number;
  readonly rows: readonly BarRow[];
  readonly rivals: readonly RivalRow[];
}

type Scored = Judgement['scored']['landmarks'][number];

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Only the slope is of those alone whose outcome is known: there is no weighted one. */
function rowOf(horizon: Horizon, hour: BarRow['hour'], rows: readonly Scored[]): BarRow {
  const cells = performanceCells(judgedAt(rows, horizon), false);
  return {
    horizon: horizon.id,
    hour,
    ...weightedPerformance(rows, horizon),
    slope: number(cells['slope']),
    events: number(cells['events']) ?? 0,
  };
}

/** The first forecast is the same for everybody: nothing has arrived. */
const TELLING_HOURS = LANDMARK_HOURS.filter((hour) => hour > 0);

function rowsOf({ scored: { landmarks } }: Judgement, horizon: Horizon): BarRow[] {
  const telling = landmarks.filter(({ snapshot }) => snapshot.hour > 0);
  const hours = TELLING_HOURS.filter((hour) => horizon.until(hour) > hour);
  const at = (hour: number): Scored[] => telling.filter(({ snapshot }) => snapshot.hour === hour);
  return [
    ...hours.map((hour) => rowOf(horizon, hour, at(hour))),
    rowOf(horizon, 'all', hours.flatMap(at)),
  ];
}

const ALONE = ['structured-only', 'report-only'] as const;

function rivalsOf(judgement: Judgement, set: ComparatorSet): RivalRow[] {
  const forecasts = admissionForecasts(judgement);
  const y = forecasts.map((one) => one.y);
  if (new Set(y).size < 2) return [];
  const snapshots = forecasts.map(({ snapshot }) => snapshot);
  const risks = new Map(
    comparatorRisks(set, snapshots).map((one) => [one.comparator.id, one.risks]),
  );
  const fusion = risks.get('concat-fusion') ?? [];
  return ALONE.map((rival) => {
    const { difference, p } = compareAucPaired(y, fusion, risks.get(rival) ?? []);
    return { rival, difference, p };
  });
}

/** How far one cohort of unseen patients lets the model come. */
export function barOfCohort(
  judgement: Judgement,
  seed: number,
  comparators: ComparatorSet | null,
): BarOfCohort {
  return {
    seed,
    patients: judgement.cohort.patients,
    rows: HORIZONS.flatMap((horizon) => rowsOf(judgement, horizon)),
    rivals: comparators ? rivalsOf(judgement, comparators) : [],
  };
}

type Figure = 'auc' | 'oracleAuc' | 'slope' | 'eo';

/** Least and greatest of the cohorts; null where no cohort has one. */
export type Range = readonly [least: number, greatest: number] | null;

/** Mean over cohorts of one hour and horizon, and how far the cohorts lie apart. `attained` is the quotient of the means: one cohort may have too few END for a quotient of its own. */
export interface BarLine {
  readonly horizon: Horizon['id'];
  readonly hour: BarRow['hour'];
  readonly events: number;
  readonly auc: number | null;
  readonly oracleAuc: number | null;
  readonly attained: number | null;
  readonly slope: number | null;
  readonly eo: number | null;
  readonly ranges: Readonly<Record<Figure, Range>>;
  readonly met: { readonly attained: boolean; readonly slope: boolean; readonly eo: boolean };
}

const within = (value: number | null, [from, to]: readonly [number, number]): boolean =>
  value !== null && value >= from && value <= to;

const known = (rows: readonly BarRow[], figure: Figure): number[] =>
  rows.flatMap((row) => (row[figure] === null ? [] : [row[figure]]));

function meanOf(rows: readonly BarRow[], figure: Figure): number | null {
  const values = known(rows, figure);
  return values.length === 0 ? null : mean(values);
}

const rangeOf = (values: readonly number[]): Range =>
  values.length === 0 ? null : [Math.min(...values), Math.max(...values)];

function rangesOf(rows: readonly BarRow[]): BarLine['ranges'] {
  const range = (figure: Figure): Range => rangeOf(known(rows, figure));
  return {
    auc: range('auc'),
    oracleAuc: range('oracleAuc'),
    slope: range('slope'),
    eo: range('eo'),
  };
}

function lineOf(rows: readonly BarRow[], { horizon, hour }: BarRow): BarLine {
  const own = rows.filter((row) => row.horizon === horizon && row.hour === hour);
  const [auc, oracleAuc] = [meanOf(own, 'auc'), meanOf(own, 'oracleAuc')];
  const attained = auc === null || oracleAuc === null ? null : (auc - 0.5) / (oracleAuc - 0.5);
  const [slope, eo] = [meanOf(own, 'slope'), meanOf(own, 'eo')];
  return {
    ...{ horizon, hour, auc, oracleAuc, attained, slope, eo },
    events: own.reduce((sum, row) => sum + row.events, 0),
    ranges: rangesOf(own),
    met: {
      attained: attained !== null && attained >= BARS.leastAttained,
      slope: within(slope, BARS.slope),
      eo: within(eo, BARS.expectedToObserved),
    },
  };
}

export interface RivalLine {
  readonly rival: string;
  readonly difference: number;
  readonly range: Range;
  readonly greatestP: number | null;
  readonly met: boolean;
}

export interface QualityBar {
  readonly lines: readonly BarLine[];
  readonly rivals: readonly RivalLine[];
}

/** Null where one of them is not known. */
function greatest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length < values.length ? null : Math.max(...known);
}

/** All cohorts together. */
export function qualityBar(cohorts: readonly BarOfCohort[]): QualityBar {
  const rows = cohorts.flatMap((one) => one.rows);
  const rivals = cohorts.flatMap((one) => one.rivals);
  return {
    lines: (cohorts[0]?.rows ?? []).map((row) => lineOf(rows, row)),
    rivals: ALONE.flatMap((rival) => {
      const own = rivals.filter((one) => one.rival === rival);
      if (own.length === 0) return [];
      const greatestP = greatest(own.map(({ p }) => p));
      const differences = own.map((one) => one.difference);
      const [difference, range] = [mean(differences), rangeOf(differences)];
      return [
        {
          rival,
          difference,
          range,
          greatestP,
          met: greatestP !== null && greatestP < BARS.p && difference > 0,
        },
      ];
    }),
  };
}
