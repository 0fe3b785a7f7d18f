import type { EpochMs } from '@endwatch/clinical';
import type { Preferences, PreferencesChange } from '@endwatch/contracts';

export interface PreferenceVersion {
  readonly username: string;
  readonly value: PreferencesChange;
  readonly at: EpochMs;
}

/** What an account has chosen for itself. */
export abstract class PreferenceStore {
  /** Patients of wards other than these (null = every ward), and those whose stay is over, are left out. Empty when nothing was chosen. */
  abstract read(username: string, wards: readonly string[] | null): Promise<Preferences>;
  /** Replaces what there was of the same; the rest stays. */
  abstract write(version: PreferenceVersion): Promise<void>;
}
