import { DAY, HOUR, type EpochMs } from '@endwatch/clinical';
import { offsetAt } from '../on-call/plan-shifts.ts';

/** A moment on the site's wall. */
export interface WallHour {
  /** Hours since 1970 as the wall counts them: one for each date and hour. */
  readonly index: number;
  readonly hour: number;
  /** 1 = Monday. */
  readonly weekday: number;
}

/** The site's wall clock for many moments: how far it is ahead of UTC is looked up once a day, once an hour where it changes. */
export class SiteClock {
  readonly timeZone: string;
  readonly #offsets = new Map<EpochMs, number>();

  constructor(timeZone: string) {
    this.timeZone = timeZone;
  }

  /** Milliseconds since 1970 as the wall counts them. */
  wall(at: EpochMs): number {
    const day = Math.floor(at / DAY) * DAY;
    const offset = this.#offset(day);
    const isSteady = offset === this.#offset(day + DAY);
    return at + (isSteady ? offset : this.#offset(Math.floor(at / HOUR) * HOUR));
  }

  hourOf(at: EpochMs): WallHour {
    const index = Math.floor(this.wall(at) / HOUR);
    const day = Math.floor(index / 24);
    // 1 January 1970 was a Thursday.
    return { index, hour: index - 24 * day, weekday: ((day + 3) % 7) + 1 };
  }

  /** `2026-03`. */
  monthOf(at: EpochMs): string {
    return new Date(this.wall(at)).toISOString().slice(0, 7);
  }

  #offset(at: EpochMs): number {
    const known = this.#offsets.get(at);
    if (known !== undefined) return known;
    const offset = offsetAt(at, this.timeZone);
    this.#offsets.set(at, offset);
    return offset;
  }
}
