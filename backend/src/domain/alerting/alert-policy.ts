import { HOUR, MINUTE } from '@endwatch/clinical';
import { SHIPPED_EXAMINATIONS } from '../examination/examination-rules.ts';
import type { ModelThresholds } from '../rescoring/model-manifest.ts';
import { DEFAULT_ESCALATION, type EscalationPolicy } from './escalation.ts';

/** When a forecast rings. */
export interface RiskLimits {
  /** Raised at or above. */
  readonly on: number;
  /** Ends below: not higher than `on`, so that a risk near the limit does not ring twice. */
  readonly off: number;
  /** The risk must have stayed above the limit this long: one wild reading is no alert. */
  readonly minimumDuration: number;
  /** A forecast older than this raises nothing: history that arrives late rings no bell at the bedside. */
  readonly oldest: number;
  /** A further rise that asks again. */
  readonly risingBy: number;
}

/** When alerts are raised and when they end, as data. Times in milliseconds, risks as probabilities within the next 24 h. */
export interface AlertPolicy {
  readonly risk: RiskLimits;
  /** How long after an examination was due the reminder comes. */
  readonly overdueGrace: number;
  /** How long it is held back at most while nothing at all comes of the patient: then it is raised whatever the reason. */
  readonly overdueHeldBack: number;
  /** Who is told when nobody does anything. */
  readonly escalation: EscalationPolicy;
  /** Of the clock on the wall that its hours are of. */
  readonly timeZone: string;
  /** An END observed longer ago than this is a fact on the board, not an alert. */
  readonly oldestEnd: number;
}

/**
 * Thresholds come from the model's artefact, the rest are the house's: re-alert after a further +0.10 and not retroactively, after the
 * alarm-fatigue conventions of Bonafide 2015 and the Joint Commission's NPSG.06.01.01.
 */
export function alertPolicyFor(
  thresholds: ModelThresholds,
  settings: {
    readonly minimumDuration?: number;
    readonly escalation?: EscalationPolicy;
    readonly timeZone?: string;
  } = {},
): AlertPolicy {
  return {
    risk: {
      on: thresholds.high,
      off: thresholds.highOff,
      minimumDuration: settings.minimumDuration ?? 2 * MINUTE,
      oldest: HOUR,
      risingBy: 0.1,
    },
    overdueGrace: SHIPPED_EXAMINATIONS.overdueGrace,
    overdueHeldBack: HOUR,
    oldestEnd: 24 * HOUR,
    escalation: settings.escalation ?? DEFAULT_ESCALATION,
    timeZone: settings.timeZone ?? 'UTC',
  };
}
