import { Injectable, type Signal, signal } from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';

const TICK_MS = 15_000;

/** The server's time: a ward's computer may be minutes off, and every age on the screen would be wrong with it. */
@Injectable({ providedIn: 'root' })
export class ServerClock {
  private readonly ticked = signal<EpochMs>(Date.now());
  private shift = 0;

  /** Moves every 15 s, on the quarter minute; all relative times hang on it. */
  readonly now: Signal<EpochMs> = this.ticked.asReadonly();

  constructor() {
    this.scheduleTick();
  }

  /** Milliseconds to add to the viewer's clock. */
  get offset(): number {
    return this.shift;
  }

  read(): EpochMs {
    return Date.now() + this.shift;
  }

  /** `at`: the server's time in a message that has just arrived. */
  correct(at: string): void {
    const shift = Date.parse(at) - Date.now();
    // A second of jitter on the way is no reason to redraw every age.
    if (!Number.isFinite(shift) || Math.abs(shift - this.shift) < 1_000) return;
    this.shift = shift;
    this.ticked.set(this.read());
  }

  private scheduleTick(): void {
    setTimeout(
      () => {
        this.ticked.set(this.read());
        this.scheduleTick();
      },
      TICK_MS - (this.read() % TICK_MS) + 5,
    );
  }
}
