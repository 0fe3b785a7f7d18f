import { HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import { at, sigmoid } from '@endwatch/statistics';
import type { RowCalibration } from '../calibration.ts';
import { calibratedLogit } from '../calibration.ts';

/** The horizon of the risk that is explained. */
const AHEAD_HOURS = 24;

/**
 * Risk within the next 24 h (or to 168 h) as a smooth function of uncalibrated logits, for one hour since admission: `conditionalRisk` of
 * libs/statistics in closed form, since it is asked thousands of times for one explanation.
 */
export class RiskOfLogits {
  readonly #calibration: RowCalibration;
  /** Share of each hazard interval that lies ahead. */
  readonly #shares: Float64Array;

  /** Throws a `RangeError` where no forecast is made any more. */
  constructor(calibration: RowCalibration, hoursSinceAdmission: number) {
    const horizon = at(HAZARD_EDGES_HOURS, HAZARD_EDGES_HOURS.length - 1);
    const hours = Math.max(0, hoursSinceAdmission);
    if (hours >= horizon) {
      throw new RangeError(`nothing is forecast from ${String(horizon)} h after admission on`);
    }
    const until = Math.min(hours + AHEAD_HOURS, horizon);
    this.#calibration = calibration;
    this.#shares = Float64Array.from(HAZARD_EDGES_HOURS.slice(1), (to, j) => {
      const from = at(HAZARD_EDGES_HOURS, j);
      return Math.max(0, Math.min(to, until) - Math.max(from, hours)) / (to - from);
    });
  }

  /** 1 − Π (1 − hⱼ)^sⱼ, where log(1 − hⱼ) = −log(1 + exp(logitⱼ)). */
  risk(logits: Float64Array): number {
    let rate = 0;
    for (let j = 0; j < this.#shares.length; j += 1) {
      const share = this.#shares[j] ?? 0;
      if (share > 0) {
        rate += share * softplus(calibratedLogit(logits[j] ?? 0, this.#calibration, j).value);
      }
    }
    return -Math.expm1(-rate);
  }

  /** ∂risk/∂logitⱼ = (1 − risk) sⱼ hⱼ · slope of the calibration. */
  gradient(logits: Float64Array): Float64Array {
    const none = 1 - this.risk(logits);
    return logits.map((logit, j) => {
      const { value, slope } = calibratedLogit(logit, this.#calibration, j);
      return none * (this.#shares[j] ?? 0) * sigmoid(value) * slope;
    });
  }
}

function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
