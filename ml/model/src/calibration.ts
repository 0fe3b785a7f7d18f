import { at, sigmoid } from '@endwatch/statistics';

/** Logistic recalibration of logits, fitted on patients the network never saw: logit' = intercept + slope · logit. */
export interface LogitCalibration {
  readonly intercept: number;
  readonly slope: number;
}

export const UNCALIBRATED: LogitCalibration = { intercept: 0, slope: 1 };

/** Probabilities of one row of logits, in double precision: the last step must not depend on an engine. */
export function calibratedProbabilities(
  logits: ArrayLike<number>,
  { intercept, slope }: LogitCalibration,
): number[] {
  return Array.from({ length: logits.length }, (_, j) =>
    sigmoid(intercept + slope * at(logits, j)),
  );
}
