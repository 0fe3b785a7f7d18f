import type { BoardEvent } from '@endwatch/contracts';

/** `missed`: numbers that never arrived, because the server no longer kept them; `refetched`: those asked for again. */
export interface Tally {
  readonly sequence: number;
  readonly missed: number;
  readonly refetched: number;
}

/** How far one ward's numbered events have come on this screen: no number twice, none left out. */
export class EventSequence {
  private reached: number | null = null;
  private missed = 0;
  private refetched = 0;
  private readonly ward: string;

  constructor(ward: string) {
    this.ward = ward;
  }

  /** Number of the last event shown; null before the first snapshot. */
  get last(): number | null {
    return this.reached;
  }

  get tally(): Tally {
    return { sequence: this.reached ?? 0, missed: this.missed, refetched: this.refetched };
  }

  /** A snapshot replaces everything. `asked`: for events; what lies between it and what was shown will then never arrive. */
  restart(sequence: number, asked: boolean): void {
    if (asked && this.reached !== null) this.missed += Math.max(0, sequence - this.reached);
    this.reached = sequence;
  }

  countRefetched(events: number): void {
    this.refetched += events;
  }

  /** Takes what follows without a hole. `whole` is false where something is missing in between. */
  take(events: readonly BoardEvent[]): { readonly news: BoardEvent[]; readonly whole: boolean } {
    const news: BoardEvent[] = [];
    for (const event of events) {
      const last = this.reached ?? 0;
      if (event.ward !== this.ward || event.sequence <= last) continue;
      if (event.sequence !== last + 1) return { news, whole: false };
      news.push(event);
      this.reached = event.sequence;
    }
    return { news, whole: true };
  }
}
