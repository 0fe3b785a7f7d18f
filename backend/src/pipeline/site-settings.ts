import type { EpochMs } from '@endwatch/clinical';
import {
  DEFAULT_ESCALATION,
  NO_ESCALATION,
  type EscalationPolicy,
} from '../domain/alerting/escalation.ts';
import { CANARY_WARD } from '../domain/canary/canary.ts';

export interface EscalationVersion {
  /** Null = every ward that has none of its own. */
  readonly ward: string | null;
  /** Null = as the house has it. */
  readonly value: EscalationPolicy | null;
  readonly at: EpochMs;
  readonly by: string;
}

/** What an administrator has set. Nothing is overwritten: the newest holds. */
export abstract class SettingsStore {
  /** The one that holds of each ward, and of the house. */
  abstract escalations(): Promise<readonly EscalationVersion[]>;
  /** Newest first. */
  abstract versions(ward: string | null): Promise<readonly EscalationVersion[]>;
  abstract setEscalation(version: EscalationVersion): Promise<void>;
}

/** The settings as this process knows them: looked up now and then, so that no round waits for them. */
export class SiteSettings {
  readonly #store: Pick<SettingsStore, 'escalations'>;
  #house: EscalationPolicy = DEFAULT_ESCALATION;
  #wards: ReadonlyMap<string, EscalationPolicy> = new Map();

  constructor(store: Pick<SettingsStore, 'escalations'>) {
    this.#store = store;
  }

  /** Rejects, and keeps what was known, when they cannot be read. */
  async refresh(): Promise<void> {
    const all = await this.#store.escalations();
    const wards = new Map<string, EscalationPolicy>();
    let house = DEFAULT_ESCALATION;
    for (const { ward, value } of all) {
      if (value === null) continue;
      if (ward === null) house = value;
      else wards.set(ward, value);
    }
    this.#house = house;
    this.#wards = wards;
  }

  escalationFor(ward: string | null): EscalationPolicy {
    if (ward === CANARY_WARD) return NO_ESCALATION;
    return (ward === null ? undefined : this.#wards.get(ward)) ?? this.#house;
  }
}
