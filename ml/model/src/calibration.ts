import { at, sigmoid } from '@endwatch/statistics';
import type { Line } from './lead-line.ts';

/** An increasing curve of straight pieces on the logit scale, constant beyond its ends. `x` rises strictly; both have 2 values or more. */
export interface LogitCurve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Recalibration of logits, fitted on patients the network never saw: intercept + slope · logit, then the curve where there is one. */
export interface LogitCalibration extends Line {
  readonly curve?: LogitCurve;
}

/** Of one forecast. */
export interface RowCalibration extends LogitCalibration {
  /** Of each output, before what is common to all. */
  readonly lines?: readonly Line[];
}

export const UNCALIBRATED: LogitCalibration = { intercept: 0, slope: 1 };

/** The piece of a curve that `x` falls on, as a line; constant beyond the ends. */
function pieceAt({ x, y }: LogitCurve, value: number): { from: number; at: number; slope: number } {
  const last = x.length - 1;
  if (value <= at(x, 0)) return { from: value, at: at(y, 0), slope: 0 };
  if (value >= at(x, last)) return { from: value, at: at(y, last), slope: 0 };
  const upper = x.findIndex((knot) => knot > value);
  const [from, to] = [at(x, upper - 1), at(x, upper)];
  return {
    from,
    at: at(y, upper - 1),
    slope: (at(y, upper) - at(y, upper - 1)) / (to - from),
  };
}

const AS_IT_IS: Line = { intercept: 0, slope: 1 };

/** Calibrated logit of one output and its derivative with respect to the network's own. */
export function calibratedLogit(
  logit: number,
  { intercept, slope, curve, lines }: RowCalibration,
  output = 0,
): { readonly value: number; readonly slope: number } {
  const own = lines?.[output] ?? AS_IT_IS;
  const line = intercept + slope * (own.intercept + own.slope * logit);
  const rise = slope * own.slope;
  if (curve === undefined) return { value: line, slope: rise };
  const piece = pieceAt(curve, line);
  return { value: piece.at + piece.slope * (line - piece.from), slope: rise * piece.slope };
}

/** Probabilities of one row of logits, in double precision: the last step must not depend on an engine. */
export function calibratedProbabilities(
  logits: ArrayLike<number>,
  calibration: RowCalibration,
): number[] {
  return Array.from({ length: logits.length }, (_, j) =>
    sigmoid(calibratedLogit(at(logits, j), calibration, j).value),
  );
}
