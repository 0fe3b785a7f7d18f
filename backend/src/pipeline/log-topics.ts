import {
  INBOUND_STREAMS,
  OUTBOUND_STREAMS,
  topicName,
  type InboundStream,
  type OutboundStream,
} from '@endwatch/contracts';
import type { EventLog } from './event-log.ts';

/** The topics of the log. A process that only serves needs them, and how many partitions they have, as much as one that consumes. */
export class LogTopics {
  readonly inbound: readonly string[];
  readonly #eventLog: Pick<EventLog, 'ensureTopics'>;
  readonly #outbound: readonly string[];
  #known: Promise<void> | null = null;

  constructor(eventLog: Pick<EventLog, 'ensureTopics'>, prefix: string) {
    const named = (streams: readonly (InboundStream | OutboundStream)[]): string[] =>
      streams.map((stream) => topicName(prefix, stream));
    this.#eventLog = eventLog;
    this.inbound = named(INBOUND_STREAMS);
    this.#outbound = named(OUTBOUND_STREAMS);
  }

  /** Makes what is missing. Once it worked it is not done again; after a failure the next caller tries. */
  ensure(): Promise<void> {
    this.#known ??= this.#eventLog
      .ensureTopics(this.inbound, this.#outbound)
      .catch((error: unknown) => {
        this.#known = null;
        throw error;
      });
    return this.#known;
  }
}
