import { HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import type { Artefact, LeadLines, Line } from '@endwatch/ml-model';
import { leadOf, leadShares } from '@endwatch/ml-model';
import { at, cholesky, exposureLoss, logit, solveCholesky, sum } from '@endwatch/statistics';
import { fitCalibration, type JudgedCell } from './calibrate.ts';
import type { ScoredStays } from './score-stays.ts';
import { hazardCells } from './stay-rows.ts';

/** A logit, what happened, and how far ahead the interval began (h). */
export interface LeadCell extends JudgedCell {
  readonly lead: number;
}

/** Within an interval, at its beginning, and half a day and two days before: there a line of its own, in between a mixture of two. */
const LEADS: readonly number[] = [-12, 0, 12, 48];
/** The lead at which every interval is seen by forecasts from nearby. */
const NEAREST = LEADS.indexOf(0);
/**
 * How far the line at lead 0 is expected to lie from the common one, and that of each lead from its neighbour's, as standard deviations of level (where the logits are) and slope. Late intervals have
 * few events, and are drawn to the common line by it; a lead without forecasts has the line of its neighbour.
 */
const SPREAD = [0.3, 0.2] as const;
/** A forecast of what begins within so many hours is near: it makes up the risk of the next 24 h, the one that a ward is shown. */
const NEAR_HOURS = 12;

export function cellsByInterval({ landmarks }: ScoredStays, outputs: number): LeadCell[][] {
  const cells: LeadCell[][] = Array.from({ length: outputs }, () => []);
  for (const { stay, snapshot, output } of landmarks) {
    for (const { interval, y, fraction } of hazardCells(stay, snapshot)) {
      const lead = leadOf(interval, snapshot.hour);
      at(cells, interval).push({ logit: logit(at(output.hazards, interval)), y, fraction, lead });
    }
  }
  return cells;
}

/** Of all intervals together, those that begin soon. */
export function nearCells(scored: ScoredStays): JudgedCell[] {
  return cellsByInterval(scored, HAZARD_EDGES_HOURS.length - 1)
    .flat()
    .filter(isNear);
}

export function isNear({ lead }: LeadCell): boolean {
  return lead < NEAR_HOURS;
}

/**
 * Calibration of each hazard interval by its lead: penalised maximum likelihood, drawn to the line of all near forecasts together and from lead to lead to one another (normal priors, `SPREAD`).
 * `scored`: patients the network never saw, by the uncalibrated network.
 */
export function fitLeadLines(scored: ScoredStays): LeadLines {
  const byInterval = cellsByInterval(scored, HAZARD_EDGES_HOURS.length - 1);
  const common = fitCalibration(byInterval.flat().filter(isNear));
  return { leads: LEADS, lines: byInterval.map((cells) => linesOf(cells, common)) };
}

export function withLeadLines(artefact: Artefact, leadLines: LeadLines): Artefact {
  const { config } = artefact;
  return { ...artefact, config: { ...config, hazard: { ...config.hazard, leadLines } } };
}

const STANDS_STILL = 1e-9;
const MOST_STEPS = 50;
/** Numeric curvature of one cell. */
const STEP = 1e-4;

/** Of one interval. Level and slope of each lead are found as differences from the common line, levels at the mean logit. */
function linesOf(cells: readonly LeadCell[], common: Line): Line[] {
  if (cells.length === 0) return LEADS.map(() => common);
  const centre = sum(cells.map((cell) => cell.logit)) / cells.length;
  const shares = cells.map(({ lead }) => leadShares(LEADS, lead));
  const found = maximised(cells, { common, centre, shares });
  return LEADS.map((_, k) => {
    const [level, slope] = [at(found, 2 * k), at(found, 2 * k + 1)];
    return { intercept: common.intercept + level - slope * centre, slope: common.slope + slope };
  });
}

interface Setting {
  readonly common: Line;
  readonly centre: number;
  readonly shares: readonly (readonly number[])[];
}

/** Newton's method: the likelihood is concave in the logit, the prior strictly so. */
function maximised(cells: readonly LeadCell[], setting: Setting): readonly number[] {
  let found: number[] = LEADS.flatMap(() => [0, 0]);
  for (let i = 0; i < MOST_STEPS; i += 1) {
    const { gradient, curvature } = slopes(cells, setting, found);
    const lower = cholesky(curvature);
    if (lower === null) throw new Error('no lines by lead: the likelihood has no maximum');
    const step = solveCholesky(lower, gradient);
    found = found.map((value, p) => value - at(step, p));
    if (sum(step.map(Math.abs)) < STANDS_STILL) break;
  }
  return found;
}

/** Inverse covariance of the prior, of (level, slope) lead by lead: a walk from lead to lead that starts at the common line. */
const PRECISION: readonly (readonly number[])[] = LEADS.flatMap((_, k) =>
  SPREAD.map((spread, part) => {
    const row = LEADS.flatMap(() => SPREAD.map(() => 0));
    const add = (lead: number, times: number): void => {
      const p = lead * SPREAD.length + part;
      row[p] = at(row, p) + times / spread ** 2;
    };
    if (k === NEAREST) add(k, 1);
    for (const neighbour of [k - 1, k + 1]) {
      if (neighbour < 0 || neighbour >= LEADS.length) continue;
      add(k, 1);
      add(neighbour, -1);
    }
    return row;
  }),
);

/** Of −log likelihood and −log prior together. */
function slopes(
  cells: readonly LeadCell[],
  { common, centre, shares }: Setting,
  found: readonly number[],
): { gradient: number[]; curvature: number[][] } {
  const gradient = PRECISION.map((row) => sum(row.map((value, q) => value * at(found, q))));
  const curvature = PRECISION.map((row) => [...row]);
  cells.forEach((cell, n) => {
    const reach = at(shares, n).flatMap((share) => [share, share * (cell.logit - centre)]);
    const moved = sum(reach.map((x, p) => x * at(found, p)));
    const value = common.intercept + common.slope * cell.logit + moved;
    const by = exposureLoss(value, cell).gradient;
    const bend = (exposureLoss(value + STEP, cell).gradient - by) / STEP;
    reach.forEach((x, p) => {
      if (x === 0) return;
      gradient[p] = at(gradient, p) + by * x;
      const row = at(curvature, p);
      reach.forEach((y, q) => (row[q] = at(row, q) + bend * x * y));
    });
  });
  return { gradient, curvature };
}
