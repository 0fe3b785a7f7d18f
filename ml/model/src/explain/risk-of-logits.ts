import { HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import { at, conditionalRisk } from '@endwatch/statistics';
import type { LogitCalibration } from '../calibration.ts';
import { calibratedProbabilities } from '../calibration.ts';

/** The horizon of the risk that is explained. */
const AHEAD_HOURS = 24;

/** Risk within the next 24 h (or to 168 h) as a smooth function of uncalibrated logits, for one hour since admission. */
export class RiskOfLogits {
  readonly #calibration: LogitCalibration;
  readonly #hours: number;
  /** Share of each hazard interval that lies ahead. */
  readonly #shares: readonly number[];

  /** Throws a `RangeError` where no forecast is made any more. */
  constructor(calibration: LogitCalibration, hoursSinceAdmission: number) {
    const horizon = at(HAZARD_EDGES_HOURS, HAZARD_EDGES_HOURS.length - 1);
    this.#calibration = calibration;
    this.#hours = Math.max(0, hoursSinceAdmission);
    if (this.#hours >= horizon) {
      throw new RangeError(`nothing is forecast from ${String(horizon)} h after admission on`);
    }
    const until = Math.min(this.#hours + AHEAD_HOURS, horizon);
    this.#shares = HAZARD_EDGES_HOURS.slice(1).map((to, j) => {
      const from = at(HAZARD_EDGES_HOURS, j);
      return Math.max(0, Math.min(to, until) - Math.max(from, this.#hours)) / (to - from);
    });
  }

  risk(logits: ArrayLike<number>): number {
    const hazards = calibratedProbabilities(logits, this.#calibration);
    return conditionalRisk(hazards, this.#hours).next24h ?? 0;
  }

  /**
   * Gradient of the risk by the logits. With r = 1 − Π (1 − hⱼ)^sⱼ, ∂r/∂hⱼ = (1 − r) sⱼ / (1 − hⱼ), and ∂hⱼ/∂logitⱼ = slope hⱼ (1 − hⱼ).
   */
  gradient(logits: ArrayLike<number>): Float64Array {
    const hazards = calibratedProbabilities(logits, this.#calibration);
    const none = 1 - this.risk(logits);
    return Float64Array.from(
      hazards,
      (hazard, j) => none * at(this.#shares, j) * hazard * this.#calibration.slope,
    );
  }
}
