import { SECOND } from '@endwatch/clinical';
import type { EventLog, LogSubscription } from '../pipeline/event-log.ts';
import type { LogTopics } from '../pipeline/log-topics.ts';
import type { Log } from '../pipeline/log.ts';
import type { OutboxRelay } from '../pipeline/outbox.ts';
import type { Clock } from '../pipeline/ports.ts';
import type { BatchProcessor } from '../pipeline/process-batch.ts';
import type { PipelineStatus } from '../pipeline/read-ports.ts';
import type { LagWatch } from './lag-watch.ts';
import { Repeater } from './repeater.ts';

const WAKE_EVERY = 2 * SECOND;
const REPORT_EVERY = 2 * SECOND;
const UPKEEP_EVERY = 3_600 * SECOND;
const RETRY_START = 3 * SECOND;

export interface ScorerParts {
  readonly eventLog: EventLog;
  readonly processor: BatchProcessor;
  readonly relay: OutboxRelay;
  readonly status: PipelineStatus;
  readonly lag: LagWatch;
  readonly clock: Clock;
  readonly log: Log;
  readonly processId: string;
  readonly topics: LogTopics;
  /** Partitions of tables made ahead, and what is older than the retention let go. */
  readonly upkeep: () => Promise<void>;
}

/** What a process of role `scorer` does besides answering: consume the log, wake patients whose time has come, send messages out. */
export class Scorer {
  readonly #parts: ScorerParts;
  readonly #repeaters: readonly Repeater[];
  #subscription: LogSubscription | null = null;
  #stopped = false;

  constructor(parts: ScorerParts) {
    this.#parts = parts;
    const { processor, clock, status, lag, processId, log } = parts;
    const trouble = (what: string) => (error: unknown) => {
      log.warn({ err: error, what }, 'trouble, will be tried again');
    };
    this.#repeaters = [
      new Repeater(WAKE_EVERY, () => processor.wake(clock.now()), trouble('wake')),
      new Repeater(
        REPORT_EVERY,
        () => status.report({ processId, lagSeconds: lag.seconds(clock.now()) }),
        trouble('status'),
      ),
      new Repeater(UPKEEP_EVERY, parts.upkeep, trouble('upkeep')),
    ];
  }

  get consuming(): boolean {
    return this.#subscription !== null;
  }

  /** Joins in the background: a log that is away at the start is waited for. */
  start(): void {
    void this.#join();
    for (const repeater of this.#repeaters) repeater.start();
    this.#parts.relay.start();
  }

  /** Finishes the batch in hand, gives the partitions back. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all([
      this.#subscription?.stop(),
      this.#parts.relay.stop(),
      ...this.#repeaters.map((repeater) => repeater.stop()),
    ]);
  }

  async #join(): Promise<void> {
    const { eventLog, processor, lag, clock, topics, log } = this.#parts;
    while (!this.#stopped && !this.#subscription) {
      try {
        await topics.ensure();
        this.#subscription = await eventLog.consume(topics.inbound, {
          load: (partitions) => processor.load(partitions),
          assigned: (partitions) => {
            lag.assigned(partitions);
            processor.assigned(partitions);
            log.info({ partitions: partitions.length }, 'partitions assigned');
          },
          handle: (batch) => lag.during(batch, clock, () => processor.handle(batch)),
        });
      } catch (error) {
        log.error({ err: error }, 'the event log cannot be joined, will be tried again');
        await new Promise((wait) => setTimeout(wait, RETRY_START));
      }
    }
    if (this.#stopped) await this.#subscription?.stop();
  }
}
