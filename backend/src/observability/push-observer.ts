import type { Log } from '../pipeline/log.ts';
import { PushWatch, type Push } from '../pipeline/read-ports.ts';
import type { Tracing } from '../pipeline/tracing.ts';
import type { Metrics } from './metrics.ts';

/** Counts, times and logs what screens are sent, with the rounds it comes from. */
export class PushObserver extends PushWatch {
  readonly #metrics: Metrics;
  readonly #log: Log;
  readonly #tracing: Tracing | null;

  constructor(metrics: Metrics, log: Log, tracing: Tracing | null) {
    super();
    this.#metrics = metrics;
    this.#log = log.child({ part: 'live' });
    this.#tracing = tracing;
  }

  override viewers(count: () => number): void {
    this.#metrics.watch('viewers', 'Live viewers of this process', () => [[{}, count()]]);
  }

  override joined(how: 'first' | 'gap' | 'snapshot' | 'refused', events: number): void {
    this.#metrics.joins.inc({ answer: how });
    this.#metrics.gapEvents.inc(events);
  }

  override pushed(push: Push): void {
    const { events, viewers, sentAt } = push;
    this.#tracing?.pushed(push);
    this.#metrics.pushed.inc(events.length);
    let slowest = 0;
    for (const { writtenAt, brokerAt } of events) {
      if (writtenAt !== null) {
        const seconds = secondsBetween(writtenAt, sentAt);
        slowest = Math.max(slowest, seconds);
        this.#metrics.push.observe(seconds);
      }
      if (brokerAt !== null) this.#metrics.recordToPush.observe(secondsBetween(brokerAt, sentAt));
    }
    const rounds = [...new Set(events.map(({ roundId }) => roundId))];
    this.#log.info({ rounds, events: events.length, viewers, slowest }, 'pushed');
  }
}

/** Clocks of two machines may differ by more than a push takes. */
function secondsBetween(from: number, to: number): number {
  return Math.max(0, (to - from) / 1000);
}
