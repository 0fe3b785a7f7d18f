import type { EpochMs } from '@endwatch/clinical';
import { Clock } from '../pipeline/ports.ts';

/** A clock that stands until it is set. */
export class FixedClock extends Clock {
  private at: EpochMs;

  constructor(at: EpochMs) {
    super();
    this.at = at;
  }

  now(): EpochMs {
    return this.at;
  }

  set(at: EpochMs): void {
    this.at = at;
  }
}
