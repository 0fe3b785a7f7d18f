import type { EpochMs } from '@endwatch/clinical';
import { LONG_OUTAGE, type Gap } from '../pipeline/read-ports.ts';

/** Times in which this process lived and could not work: Postgres or the log was away, nothing could be saved, or the machine slept. */
export class GapWatch {
  #wellAt: EpochMs | null = null;

  /** The time that is over now that all is well; null where it was short. */
  endedAt(now: EpochMs): Gap | null {
    const from = this.#wellAt;
    return from === null || now - from <= LONG_OUTAGE ? null : { from, to: now };
  }

  well(now: EpochMs): void {
    this.#wellAt = now;
  }
}
