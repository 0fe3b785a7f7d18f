import { HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import type { Artefact, NetworkShape } from '@endwatch/ml-model';
import { weightShapes } from '@endwatch/ml-model';
import { at, logit, sum } from '@endwatch/statistics';
import type { JudgedCell } from './calibrate.ts';
import { fitCalibration } from './calibrate.ts';
import type { ScoredStays } from './score-stays.ts';
import { hazardCells } from './stay-rows.ts';

/** Intercept and slope of one output on the logit scale. */
export interface Line {
  readonly intercept: number;
  readonly slope: number;
}

const UNCHANGED: Line = { intercept: 0, slope: 1 };

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

function lineOf(cells: readonly JudgedCell[]): Line {
  try {
    const { intercept, slope } = fitCalibration(cells);
    return { intercept, slope };
  } catch {
    // Too few events, or all of one kind: the interval has no line of its own.
    return UNCHANGED;
  }
}

/**
 * Calibration of each hazard interval: its own intercept and slope, drawn towards those of all intervals together the more, the fewer events it has
 * (empirical-Bayes weight n / (n + 60)). One slope for all makes early forecasts too timid and late ones too bold. `scored`: patients the network
 * never saw, by the uncalibrated network.
 */
export function intervalLines(scored: ScoredStays, outputs: number): Line[] {
  const byInterval = cellsByInterval(scored, outputs);
  const common = lineOf(byInterval.flat());
  return byInterval.map((cells) => {
    const events = sum(cells.map(({ y }) => y));
    if (events === 0) return common;
    const own = lineOf(cells);
    const weight = own === UNCHANGED ? 0 : events / (events + HALF_WEIGHT_EVENTS);
    return {
      intercept: weight * own.intercept + (1 - weight) * common.intercept,
      slope: weight * own.slope + (1 - weight) * common.slope,
    };
  });
}

type Slices = ReadonlyMap<string, Float32Array>;

/** Views of a network's weights by name. */
function slicesOf(weights: Float32Array, shape: NetworkShape): Slices {
  const slices = new Map<string, Float32Array>();
  let offset = 0;
  for (const [name, sizes] of weightShapes(shape)) {
    const size = sizes.reduce((a, b) => a * b, 1);
    slices.set(name, weights.subarray(offset, offset + size));
    offset += size;
  }
  return slices;
}

function slice(slices: Slices, name: string): Float32Array {
  const found = slices.get(name);
  if (found === undefined) throw new RangeError(`the network has no weight "${name}"`);
  return found;
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
  const slices = slicesOf(weights, shape);
  const common = slices.get('common/kernel') ?? null;
  stretch(slice(slices, 'output/kernel'), common && common.subarray(0, shape.fusionHidden), lines);
  stretch(slice(slices, 'output/wide'), common && common.subarray(shape.fusionHidden), lines);
  const bias = slice(slices, 'output/bias');
  lines.forEach(({ intercept, slope }, j) => (bias[j] = intercept + slope * (bias[j] ?? 0)));
  return {
    ...artefact,
    weights,
    provenance: { ...artefact.provenance, intervalCalibration: lines },
  };
}
