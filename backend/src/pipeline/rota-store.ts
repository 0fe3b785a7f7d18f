import type { EpochMs } from '@endwatch/clinical';
import type { Interval, Shift } from '../domain/on-call/rota.ts';

export interface RotaChange {
  readonly withdraw: readonly string[];
  readonly add: readonly Shift[];
  readonly by: string;
  readonly at: EpochMs;
}

/** Who is on duty. Nothing is ever overwritten: a shift that is changed is withdrawn, and another one made. */
export abstract class RotaStore {
  /** Shifts that hold and touch the time, by their beginning. */
  abstract shifts(within: Interval): Promise<readonly Shift[]>;
  /** All of it or nothing; false when one of those to withdraw does not hold any more. */
  abstract change(change: RotaChange): Promise<boolean>;
}
