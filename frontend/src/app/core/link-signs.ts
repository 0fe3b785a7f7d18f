import type { EpochMs } from '@endwatch/clinical';
import type { Trouble } from '@endwatch/contracts';
import { type Connection, type Refusal, judgeConnection } from './connection.ts';
import type { ServerClock } from './server-clock.ts';

/** What one ward's link shows of itself. Moments are kept by the viewer's own time and told by the server's. */
export class LinkSigns {
  connected = false;
  complete = false;
  refusal: Refusal | null = null;
  lagSeconds = 0;
  trouble: Trouble | null = null;
  private lastSignOfLife: EpochMs | null = null;
  private askedAt: EpochMs = 0;
  private quietFrom: EpochMs = 0;
  private notLiveSince: EpochMs | null = null;
  private readonly clock: ServerClock;

  constructor(clock: ServerClock) {
    this.clock = clock;
  }

  /** Another ward is asked for; the connection stays what it is. */
  begin(): void {
    this.complete = false;
    this.refusal = null;
    this.lagSeconds = 0;
    this.trouble = null;
    this.lastSignOfLife = null;
    this.notLiveSince = null;
    this.askedAt = this.clock.elapsed();
  }

  /** A fresh connection gets its own time to speak before it too is called silent. */
  opened(): void {
    this.connected = true;
    this.quietFrom = this.clock.elapsed();
  }

  closed(): void {
    this.connected = false;
    this.complete = false;
  }

  aliveAt(moment: EpochMs): void {
    this.lastSignOfLife = Math.max(moment, this.lastSignOfLife ?? moment);
    this.quietFrom = Math.max(moment, this.quietFrom);
  }

  silentFor(): number {
    return this.clock.elapsed() - this.quietFrom;
  }

  judge(): Connection {
    const shown = (moment: EpochMs): EpochMs => this.clock.asServerTime(moment);
    const orNull = (moment: EpochMs | null): EpochMs | null =>
      moment === null ? null : shown(moment);
    const now = this.clock.elapsed();
    const { connected, complete, lagSeconds, trouble, refusal } = this;
    const next = judgeConnection(
      {
        connected,
        complete,
        lagSeconds,
        trouble,
        refusal,
        lastSignOfLife: orNull(this.lastSignOfLife),
        askedAt: shown(this.askedAt),
        notLiveSince: orNull(this.notLiveSince),
      },
      shown(now),
    );
    if (next.state === 'live') this.notLiveSince = null;
    else if (next.state !== 'connecting') this.notLiveSince ??= now;
    return next;
  }
}
