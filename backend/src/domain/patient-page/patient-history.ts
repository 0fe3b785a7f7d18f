import type { EpochMs } from '@endwatch/clinical';
import type { Alert } from '@endwatch/contracts';
import type { AlertState, AlertTransition } from '../alerting/alert.ts';
import type { LocationDirectory } from '../board/placement.ts';
import type { StoredPatient, StoredScore } from '../patient-state/stored-patient.ts';

/** A score, and from when on it did not hold any more; null = it still does. */
export type PastScore = StoredScore & { readonly supersededAt: EpochMs | null };

/** An alert as it stood from `knownAt` until its next version. */
export interface AlertVersion {
  readonly knownAt: EpochMs;
  readonly alert: AlertState;
}

/** One line of an alert's history, with what alert it is of. */
export interface AlertEvent extends Omit<AlertTransition, 'told'> {
  readonly kind: Alert['kind'];
  readonly priority: Alert['priority'];
}

/** Every version of everything about one patient: what was known at any moment can be worked out of it. */
export interface PatientHistory {
  /** The whole stay, every version. */
  readonly stored: StoredPatient;
  /** Superseded ones too, newest `asOf` first. */
  readonly scores: readonly PastScore[];
  /** In the order in which they were written. */
  readonly alerts: readonly AlertVersion[];
  readonly alertEvents: readonly AlertEvent[];
  /** As it is now: places are not versioned. */
  readonly directory: LocationDirectory;
}
