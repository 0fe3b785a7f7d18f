import type { EpochMs } from '@endwatch/clinical';

/** The two clocks drift apart by far less between two readings; more is a sleep, or somebody set the clock. */
const STEP_MS = 1_000;

/**
 * The viewer's own time, good for measuring how long something took: never runs back, never stands still. The wall clock alone
 * may be set back by minutes; the page's own clock alone stands still while a laptop's lid is down. A wall clock set forward
 * counts as time gone by: then things look older than they are for a moment, which is the safe side.
 */
export class SteadyTime {
  private readonly start: EpochMs = Date.now();
  private readonly origin = performance.now();
  private wall = this.start;
  private own = this.origin;
  private slept = 0;

  read(): EpochMs {
    const wall = Date.now();
    const own = performance.now();
    const step = wall - this.wall - (own - this.own);
    if (step > STEP_MS) this.slept += step;
    this.wall = wall;
    this.own = own;
    return this.start + Math.round(own - this.origin + this.slept);
  }
}
