import { SECOND } from '@endwatch/clinical';
import type { EventLog, LogSubscription } from '../pipeline/event-log.ts';
import type { LogTopics } from '../pipeline/log-topics.ts';
import type { Log } from '../pipeline/log.ts';
import type { Clock } from '../pipeline/ports.ts';
import type { BatchProcessor } from '../pipeline/process-batch.ts';
import type { Backlog, Outages, PipelineStatus } from '../pipeline/read-ports.ts';
import type { ScorerSigns } from '../pipeline/service-state.ts';
import { within } from '../system/within.ts';
import type { BackgroundThread } from './background-thread.ts';
import { GapWatch } from './gap-watch.ts';
import type { LagWatch } from './lag-watch.ts';
import { Repeater } from '../system/repeater.ts';

const WAKE_EVERY = SECOND;
const REPORT_EVERY = 2 * SECOND;
const COUNT_EVERY = 5 * SECOND;
const UPKEEP_EVERY = 3_600 * SECOND;
const SHADOW_EVERY = 10 * SECOND;
const RETRY_START = 3 * SECOND;
const ENDS_WITHIN = 2 * SECOND;
/** A commit that has to be tried again is no standstill. */
const STUCK_AFTER = 10 * SECOND;

export interface ScorerParts {
  readonly eventLog: EventLog;
  readonly processor: BatchProcessor;
  readonly background: Pick<BackgroundThread, 'start' | 'stop'>;
  readonly status: PipelineStatus;
  readonly outages: Outages;
  readonly lag: LagWatch;
  readonly clock: Clock;
  readonly log: Log;
  readonly processId: string;
  readonly topics: LogTopics;
  /** Partitions of tables made ahead, and what is older than the retention let go. */
  readonly upkeep: () => Promise<void>;
  /** Answers stored scores with a second model; null where there is none. */
  readonly shadow: (() => Promise<unknown>) | null;
  /** Told every few seconds what waits in Postgres. */
  readonly onBacklog: (backlog: Backlog) => void;
}

/** What a process of role `scorer` does besides answering: consume the log, wake patients whose time has come, send messages out. */
export class Scorer {
  readonly #parts: ScorerParts;
  readonly #repeaters: readonly Repeater[];
  readonly #gaps = new GapWatch();
  #subscription: LogSubscription | null = null;
  #stopped = false;
  /** Whether the boards know of this process. */
  #told = false;
  #logAway = false;
  #logHeardAt: number;

  constructor(parts: ScorerParts) {
    this.#parts = parts;
    const { clock, log, status } = parts;
    this.#logHeardAt = clock.now();
    const trouble = (what: string) => (error: unknown) => {
      log.warn({ err: error, what }, 'trouble, will be tried again');
    };
    this.#repeaters = [
      new Repeater(WAKE_EVERY, () => this.#wake(), trouble('wake')),
      new Repeater(REPORT_EVERY, () => this.#report(), trouble('status')),
      new Repeater(
        COUNT_EVERY,
        async () => parts.onBacklog(await status.backlog()),
        trouble('count'),
      ),
      new Repeater(UPKEEP_EVERY, parts.upkeep, trouble('upkeep')),
      ...(parts.shadow ? [new Repeater(SHADOW_EVERY, parts.shadow, trouble('shadow'))] : []),
    ];
  }

  /** Whether this process does its work, and if not, why. */
  get health(): { readonly up: boolean; readonly detail: string } {
    const { lag, clock } = this.#parts;
    if (this.#subscription === null) return { up: false, detail: 'has no topics assigned yet' };
    if (!this.#told) return { up: false, detail: 'has not reported yet' };
    const failing = lag.failingSince === null ? 0 : clock.now() - lag.failingSince;
    if (failing > STUCK_AFTER) {
      return { up: false, detail: `cannot save for ${Math.round(failing / SECOND)} s` };
    }
    return { up: true, detail: 'consumes' };
  }

  /** Joins in the background: a log that is away at the start is waited for. */
  start(): void {
    void this.#join();
    for (const repeater of this.#repeaters) repeater.start();
    this.#parts.background.start();
  }

  /** Finishes the batch in hand, gives the partitions back. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([
      this.#subscription?.stop(),
      this.#parts.background.stop(),
      ...this.#repeaters.map((repeater) => repeater.stop()),
    ]);
  }

  async #join(): Promise<void> {
    const { eventLog, processor, lag, clock, topics, log } = this.#parts;
    while (!this.#stopped && !this.#subscription) {
      try {
        await topics.ensure();
        this.#subscription = await eventLog.consume(topics.inbound, {
          load: async (partitions) => {
            const stored = await processor.load(partitions);
            lag.begins(stored);
            return stored;
          },
          assigned: (partitions) => {
            lag.assigned(partitions);
            processor.assigned(partitions);
            log.info({ partitions: partitions.length }, 'partitions assigned');
          },
          handle: (batch) => lag.during(batch, clock, () => processor.handle(batch)),
        });
        // Where it fails, the next one comes by itself.
        await this.#report().catch(() => undefined);
      } catch (error) {
        log.error({ err: error }, 'the event log cannot be joined, will be tried again');
        await new Promise((wait) => setTimeout(wait, RETRY_START));
      }
    }
    if (this.#stopped) await this.#subscription?.stop();
  }

  /** Everybody whose time has come, some at a time: records that came meanwhile have their turn in between. */
  async #wake(): Promise<void> {
    const { processor, clock } = this.#parts;
    const now = clock.now();
    while (!this.#stopped && (await processor.wake(now)) >= processor.wokenAtOnce);
  }

  /** A process that has joined nothing yet says nothing: it works nothing off. */
  async #report(): Promise<void> {
    if (this.#subscription === null) return;
    await this.#askEnds();
    const { status, processId, outages, clock } = this.#parts;
    if (!this.#told) await outages.notice(clock.now());
    const signs = this.#signs();
    await status.report(processId, signs);
    this.#told = true;
    if (signs.logAwaySeconds !== null || signs.failingSeconds !== null) return;
    const now = clock.now();
    const gap = this.#gaps.endedAt(now);
    if (gap !== null) await outages.keep(gap);
    this.#gaps.well(now);
  }

  async #askEnds(): Promise<void> {
    const { eventLog, topics, lag, clock } = this.#parts;
    try {
      lag.ends(await within(ENDS_WITHIN, eventLog.ends(topics.inbound)), clock.now());
    } catch {
      // Whether the log can be reached is what its health says.
    }
    this.#logAway = !eventLog.health().connected;
    if (!this.#logAway) this.#logHeardAt = clock.now();
  }

  #signs(): ScorerSigns {
    const { lag, clock } = this.#parts;
    const now = clock.now();
    const ago = (time: number | null): number | null =>
      time === null ? null : Math.max(0, (now - time) / SECOND);
    return {
      lagSeconds: lag.seconds(now),
      logAwaySeconds: this.#logAway ? ago(this.#logHeardAt) : null,
      failingSeconds: ago(lag.failingSince),
      newestRecordSeconds: ago(lag.newestRecordAt),
    };
  }
}
