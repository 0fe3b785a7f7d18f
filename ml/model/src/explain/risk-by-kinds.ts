import { FEATURE_NAMES } from '@endwatch/clinical';
import type { InputKind } from '../input-kinds.ts';
import { FEATURES_OF, TREATMENT } from '../input-kinds.ts';
import { KINDS_WITH_LINES } from '../missing-line.ts';
import { REPORT, type Player } from './players.ts';
import type { RiskOfLogits } from './risk-of-logits.ts';

/** The kinds of input that a finding belongs to, a bit for each of `KINDS_WITH_LINES`: once it is known, they are not missing as a whole. */
export function kindsOf({ name, features }: Player): number {
  let kinds = 0;
  KINDS_WITH_LINES.forEach((kind, i) => {
    const tells =
      kind === 'reports'
        ? name === REPORT
        : features.some((f) => FEATURES_OF[kind].includes(f) && FEATURE_NAMES[f] !== TREATMENT);
    if (tells) kinds |= 1 << i;
  });
  return kinds;
}

/** The risk of logits when only some kinds of input are known: patients who lack a kind have a calibration of their own. */
export class RiskByKinds {
  readonly #made: (RiskOfLogits | undefined)[] = [];
  readonly #riskWithout: (missing: readonly InputKind[]) => RiskOfLogits;

  constructor(riskWithout: (missing: readonly InputKind[]) => RiskOfLogits) {
    this.#riskWithout = riskWithout;
  }

  /** `kinds`: as in `kindsOf`. */
  knowing(kinds: number): RiskOfLogits {
    const known = this.#made[kinds];
    if (known) return known;
    const missing = KINDS_WITH_LINES.filter((_, i) => (kinds & (1 << i)) === 0);
    return (this.#made[kinds] = this.#riskWithout(missing));
  }
}
