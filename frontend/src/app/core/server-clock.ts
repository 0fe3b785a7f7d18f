import { Injectable, type Signal, signal } from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import { SteadyTime } from './steady-time.ts';

const TICK_MS = 15_000;
const CHECK_EVERY_MS = 1_000;
/** A second of jitter on the way is no reason to redraw every age. */
const JITTER_MS = 1_000;
/** So many messages in a row, over so long, must speak of an earlier time before it is believed. */
const WITNESSES = 3;
const WITNESSED_OVER_MS = 8_000;

/**
 * The server's time: a ward's computer may be minutes off, and every age on the screen would be wrong with it.
 * A message can come late but never early, so it is never later than it says. That it is earlier than thought is believed
 * only when several messages agree: one that lay in a buffer while the computer slept must not make old data look new.
 */
@Injectable({ providedIn: 'root' })
export class ServerClock {
  private readonly time = new SteadyTime();
  private readonly ticked = signal<EpochMs>(this.time.read());
  private shift = 0;
  private heard = false;
  private earlier: { since: EpochMs; shift: number; count: number } | null = null;

  /** Moves every 15 s, on the quarter minute; all relative times hang on it. */
  readonly now: Signal<EpochMs> = this.ticked.asReadonly();

  constructor() {
    setInterval(() => {
      this.tick();
    }, CHECK_EVERY_MS);
  }

  read(): EpochMs {
    return this.time.read() + this.shift;
  }

  /** Viewer's time for measuring how long things take; `asServerTime` turns it into what may be shown. */
  elapsed(): EpochMs {
    return this.time.read();
  }

  asServerTime(elapsed: EpochMs): EpochMs {
    return elapsed + this.shift;
  }

  /** Brings `now` up to date where a quarter minute has begun since. */
  tick(): void {
    const quarter = (time: EpochMs): number => Math.floor(time / TICK_MS);
    const now = this.read();
    if (quarter(now) !== quarter(this.ticked())) this.ticked.set(now);
  }

  /** From an answer that carries its time by the way: good enough until the live channel has spoken. */
  hint(at: string | null): void {
    const said = at === null ? Number.NaN : Date.parse(at);
    if (this.heard || !Number.isFinite(said)) return;
    if (Math.abs(said - this.read()) >= 2 * JITTER_MS) this.set(said - this.time.read());
  }

  /**
   * `at`: the server's time in a message that has just arrived.
   * @returns when that was by `elapsed`: now, or in the past where the message was long on its way.
   */
  correct(at: string): EpochMs {
    const elapsed = this.time.read();
    const shift = Date.parse(at) - elapsed;
    if (!Number.isFinite(shift)) return elapsed;
    if (!this.heard || shift >= this.shift + JITTER_MS) this.set(shift);
    else if (shift <= this.shift - JITTER_MS) this.doubt(shift, elapsed);
    else this.earlier = null;
    this.heard = true;
    return Math.min(elapsed, elapsed + shift - this.shift);
  }

  private doubt(shift: number, elapsed: EpochMs): void {
    const before = this.earlier ?? { since: elapsed, shift, count: 0 };
    this.earlier = {
      since: before.since,
      shift: Math.max(before.shift, shift),
      count: before.count + 1,
    };
    const { since, count } = this.earlier;
    if (count >= WITNESSES && elapsed - since >= WITNESSED_OVER_MS) this.set(this.earlier.shift);
  }

  private set(shift: number): void {
    const before = this.shift;
    this.shift = shift;
    this.earlier = null;
    if (Math.abs(shift - before) >= JITTER_MS) this.ticked.set(this.read());
  }
}
