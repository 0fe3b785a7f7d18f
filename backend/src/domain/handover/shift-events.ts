import type { EpochMs } from '@endwatch/clinical';
import type { Alert } from '@endwatch/contracts';

export interface ShiftReport {
  readonly at: EpochMs;
  readonly title: string | null;
  readonly text: string;
}

/** Of one patient, since a shift began. */
export interface ShiftEvents {
  readonly riskBefore: number | null;
  readonly alerts: readonly {
    readonly kind: Alert['kind'];
    readonly at: EpochMs;
    readonly to: Alert['state'];
    readonly by: string;
    readonly reason: string;
  }[];
  readonly reports: readonly ShiftReport[];
}
