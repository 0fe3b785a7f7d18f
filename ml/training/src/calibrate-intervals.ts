import { HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import type { Artefact } from '@endwatch/ml-model';
import { named, weightSlices } from '@endwatch/ml-model';
import { at, logit, sum } from '@endwatch/statistics';
import type { JudgedCell } from './calibrate.ts';
import { calibrationOf, fitCalibration } from './calibrate.ts';
import type { ScoredStays } from './score-stays.ts';
import { hazardCells } from './stay-rows.ts';

/** Intercept and slope of one output on the logit scale. */
export interface Line {
  readonly intercept: number;
  readonly slope: number;
}

/** Events at which an interval's own line weighs as much as the common one: late intervals have few. */
const HALF_WEIGHT_EVENTS = 60;

/**
 * Only intervals that begin within so many hours of the forecast are looked at: they make up the risk of the next 24 h, the one that a ward is shown.
 * Forecasts from further away are less extreme, and would make the near ones too timid.
 */
const NEAR_HOURS = 12;

function cellsByInterval({ landmarks }: ScoredStays, outputs: number): JudgedCell[][] {
  const cells: JudgedCell[][] = Array.from({ length: outputs }, () => []);
  for (const { stay, snapshot, output } of landmarks) {
    for (const { interval, y, fraction } of hazardCells(stay, snapshot)) {
      if (at(HAZARD_EDGES_HOURS, interval) >= snapshot.hour + NEAR_HOURS) continue;
      at(cells, interval).push({ logit: logit(at(output.hazards, interval)), y, fraction });
    }
  }
  return cells;
}

/** Of all intervals together. */
export function nearCells(scored: ScoredStays): JudgedCell[] {
  return cellsByInterval(scored, HAZARD_EDGES_HOURS.length - 1).flat();
}

/**
 * Calibration of each hazard interval: its own intercept and slope, drawn towards those of all intervals together the more, the fewer events it has
 * (weight n / (n + `HALF_WEIGHT_EVENTS`), after empirical Bayes). `scored`: patients the network never saw, by the uncalibrated network.
 */
export function intervalLines(scored: ScoredStays, outputs: number): Line[] {
  const byInterval = cellsByInterval(scored, outputs);
  const common = fitCalibration(byInterval.flat());
  return byInterval.map((cells) => {
    const events = sum(cells.map(({ y }) => y));
    // Too few events, or all of one kind: the interval has no line of its own.
    const own = events === 0 ? null : calibrationOf(cells);
    if (own === null) return common;
    const weight = events / (events + HALF_WEIGHT_EVENTS);
    return {
      intercept: weight * own.intercept + (1 - weight) * common.intercept,
      slope: weight * own.slope + (1 - weight) * common.slope,
    };
  });
}

/** `own` · slope + `common` · (slope − 1) for each output: what is common to all outputs can only be changed for one by what is its own. */
function stretch(own: Float32Array, common: Float32Array | null, lines: readonly Line[]): void {
  const outputs = lines.length;
  for (let i = 0; i < own.length; i += 1) {
    const { slope } = at(lines, i % outputs);
    const shared = common?.[Math.floor(i / outputs)] ?? 0;
    own[i] = slope * (own[i] ?? 0) + (slope - 1) * shared;
  }
}

/** The hazard network with the lines worked into its last layer: serving computes what it always did. Exact but for the rounding of the weights. */
export function withIntervalLines(artefact: Artefact, lines: readonly Line[]): Artefact {
  const { shape } = artefact.config.hazard;
  if (lines.length !== shape.outputs) throw new RangeError('one line for each output');
  const weights = artefact.weights.slice();
  const slices = weightSlices(shape, weights);
  const common = slices.get('common/kernel') ?? null;
  stretch(named(slices, 'output/kernel'), common && common.subarray(0, shape.fusionHidden), lines);
  stretch(named(slices, 'output/wide'), common && common.subarray(shape.fusionHidden), lines);
  const bias = named(slices, 'output/bias');
  lines.forEach(({ intercept, slope }, j) => (bias[j] = intercept + slope * (bias[j] ?? 0)));
  return {
    ...artefact,
    weights,
    provenance: { ...artefact.provenance, intervalCalibration: lines },
  };
}
