import {
  DEFAULT_ESCALATION,
  NO_ESCALATION,
  type EscalationPolicy,
} from '../domain/alerting/escalation.ts';
import { NO_HOURS } from '../domain/alerting/ward-hours.ts';
import { CANARY_WARD } from '../domain/canary/canary.ts';
import { SettingStore, WardSetting } from './setting.ts';

/** One that was set before wards had hours has none. */
export type KeptEscalation = Omit<EscalationPolicy, keyof typeof NO_HOURS> &
  Partial<Pick<EscalationPolicy, keyof typeof NO_HOURS>>;

export function escalationOf(kept: KeptEscalation): EscalationPolicy {
  return { ...NO_HOURS, ...kept };
}

/** Who is told when nobody takes an alert, as administrators have set it for the house or a ward. */
export abstract class EscalationStore extends SettingStore<KeptEscalation> {}

export class EscalationSetting extends WardSetting<KeptEscalation, EscalationPolicy> {
  constructor(store: Pick<EscalationStore, 'newest' | 'all'>) {
    super(store, DEFAULT_ESCALATION, escalationOf);
  }

  override of(ward: string | null): EscalationPolicy {
    return ward === CANARY_WARD ? NO_ESCALATION : super.of(ward);
  }
}
