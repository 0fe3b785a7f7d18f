import type { EventLog, NewLogRecord } from './event-log.ts';
import type { Log } from './log.ts';
import type { OutgoingScore } from './outgoing.ts';

export interface OutboxRow extends NewLogRecord {
  readonly id: string;
}

/** The next that shall be sent. */
export interface Waiting {
  readonly messages: readonly OutboxRow[];
  readonly scores: readonly OutgoingScore[];
  /** What `scores` were asked for with, to be struck off with them. */
  readonly scoreIds: readonly string[];
}

/** How many, by topic. */
export type MessagesSent = ReadonlyMap<string, number>;

/** Messages out, written in the transaction of what they tell of. */
export abstract class Outbox {
  /** Oldest first, of each kind; null while another process is the one that sends. */
  abstract next(limit: number): Promise<Waiting | null>;
  abstract sent(waiting: Waiting): Promise<void>;
}

const BATCH = 500;
const IDLE_MS = 500;
const TROUBLE_MS = 5_000;

/** Publishes the outbox at least once and in order; what was sent but not struck off is sent again, with the same `ce_id`. */
export class OutboxRelay {
  readonly #outbox: Outbox;
  readonly #eventLog: EventLog;
  readonly #log: Log;
  readonly #onSent: (sent: MessagesSent) => void;
  readonly #scoreMessage: (score: OutgoingScore) => NewLogRecord;
  readonly #pause: (milliseconds: number) => Promise<void>;
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(
    parts: {
      readonly outbox: Outbox;
      readonly eventLog: EventLog;
      readonly log: Log;
      readonly onSent?: (sent: MessagesSent) => void;
      readonly scoreMessage: (score: OutgoingScore) => NewLogRecord;
    },
    pause: (milliseconds: number) => Promise<void>,
  ) {
    this.#outbox = parts.outbox;
    this.#eventLog = parts.eventLog;
    this.#scoreMessage = parts.scoreMessage;
    this.#log = parts.log.child({ part: 'relay' });
    this.#onSent = parts.onSent ?? (() => undefined);
    this.#pause = pause;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        const sent = await this.#once();
        if (sent < BATCH) await this.#pause(IDLE_MS);
      } catch (error) {
        this.#log.warn({ err: error }, 'messages out could not be sent');
        await this.#pause(TROUBLE_MS);
      }
    }
  }

  async #once(): Promise<number> {
    const waiting = await this.#outbox.next(BATCH);
    if (!waiting) return 0;
    const records = [...waiting.messages, ...waiting.scores.map(this.#scoreMessage)];
    if (records.length === 0 && waiting.scoreIds.length === 0) return 0;
    if (records.length > 0) await this.#eventLog.append(records);
    await this.#outbox.sent(waiting);
    this.#onSent(byTopic(records));
    return records.length;
  }
}

function byTopic(records: readonly NewLogRecord[]): MessagesSent {
  const counts = new Map<string, number>();
  for (const { topic } of records) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}
