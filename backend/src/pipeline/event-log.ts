import type { EpochMs } from '@endwatch/clinical';

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

export interface NextOffset extends TopicPartition {
  /** The first offset whose effects are not yet in Postgres. */
  readonly offset: bigint;
}

/** One record as it lies in the log. */
export interface LogRecord extends TopicPartition {
  readonly offset: bigint;
  readonly key: string | null;
  readonly value: Buffer;
  /** Header values as UTF-8 text; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** When the log took it. */
  readonly timestamp: EpochMs;
}

/** What one topic-partition contributes to a micro-batch: records from `from` (inclusive) to `to` (exclusive; offsets may have holes). */
export interface LogSlice extends TopicPartition {
  readonly from: bigint;
  readonly to: bigint;
  readonly records: readonly LogRecord[];
  /** Newest offset of the partition + 1, as the broker said with this fetch: tells how far behind we are. */
  readonly highWatermark: bigint;
}

/** Everything that one round of fetching brought, at most one slice for each topic-partition. */
export interface LogBatch {
  readonly slices: readonly LogSlice[];
}

/**
 * `committed`: effects and offsets are durable. `fenced`: somebody else owns at least one of the partitions, nothing was written; the log
 * asks `load` again and seeks to what Postgres says.
 */
export type BatchOutcome = 'committed' | 'fenced';

/** What the log calls. A rejected promise from `handle` means "try again later": the log backs off with jitter and offers the batch again. */
export interface LogConsumer {
  /** Stored offset of every partition asked for; 0 where nothing is stored. No record is handled before this answered. */
  load(partitions: readonly TopicPartition[]): Promise<readonly NextOffset[]>;
  handle(batch: LogBatch): Promise<BatchOutcome>;
  /** Partition numbers (the same for every inbound topic) that this process now owns: replaces what it owned before. Called before the first batch. */
  assigned(partitions: readonly number[]): void;
}

export interface LogSubscription {
  /** Finishes the batch in hand, gives the partitions back, resolves. */
  stop(): Promise<void>;
}

export interface NewLogRecord {
  readonly topic: string;
  /** Decides the partition; null only for records that belong to no patient. */
  readonly key: string | null;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export interface LogPosition extends TopicPartition {
  readonly offset: bigint;
}

/** State of the connection, for readiness and the board's own words. */
export interface LogHealth {
  readonly connected: boolean;
  readonly detail: string;
}

/** Kafka, or the same thing in a Postgres table. Both adapters pass one contract test. */
export abstract class EventLog {
  /**
   * Appends and resolves only when every record is durable, in the order given, with the position of each. Rejects when it is not known that
   * all of them are: the caller must not acknowledge, and may append again (consumers drop repeats by `ce_source` + `ce_id`).
   */
  abstract append(records: readonly NewLogRecord[]): Promise<readonly LogPosition[]>;
  /** Consumes the inbound topics as a member of the scorer group; resolves once joined. */
  abstract consume(topics: readonly string[], consumer: LogConsumer): Promise<LogSubscription>;
  /**
   * Creates topics that are missing, all with the same number of partitions. Of `topics` those that exist must agree, or it rejects and says what
   * differs; `others`, which nobody reads together, may have any number.
   */
  abstract ensureTopics(topics: readonly string[], others?: readonly string[]): Promise<void>;
  /** Where every partition of these topics ends: the offset that its next record will get. Rejects when nobody answers. */
  abstract ends(topics: readonly string[]): Promise<readonly NextOffset[]>;
  abstract health(): LogHealth;
  abstract close(): Promise<void>;
}
