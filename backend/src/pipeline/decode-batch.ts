import type { ClinicalRecord, EpochMs, LocationRecord } from '@endwatch/clinical';
import type { LogBatch, LogRecord } from './event-log.ts';
import type { Decoded, MessageDecoder, MessageId, Origin, StoredRejection } from './ports.ts';

/** One message that is taken, with what it says. */
export interface Message {
  readonly value: Buffer;
  readonly origin: Origin;
  readonly records: readonly ClinicalRecord[];
  readonly locations: readonly LocationRecord[];
}

export interface DecodedBatch {
  readonly messages: readonly Message[];
  /** Of messages taken now: `ce_source` and `ce_id`. */
  readonly messageIds: readonly MessageId[];
  readonly rejections: readonly StoredRejection[];
  readonly ignored: Readonly<Record<string, number>>;
  readonly messageCount: number;
  /** Repeats, told by their id. */
  readonly repeated: number;
}

export interface DecodeOptions {
  readonly decoder: MessageDecoder;
  readonly door: Origin['door'];
  readonly now: EpochMs;
  readonly roundId: string;
  readonly onBug: (error: unknown, correlationId: string) => void;
  readonly seenMessages: (ids: readonly MessageId[]) => Promise<readonly MessageId[]>;
}

/** Bytes to records. What was taken before, here or in an earlier batch, is not taken again; nothing that one message says stops another. */
export async function decodeBatch(batch: LogBatch, options: DecodeOptions): Promise<DecodedBatch> {
  const all = batch.slices.flatMap((slice) => slice.records);
  const { fresh, messageIds } = await withoutRepeats(all, options);
  const messages: Message[] = [];
  const rejections: StoredRejection[] = [];
  const ignored: Record<string, number> = {};
  for (const record of fresh) {
    const origin = originOf(record, options);
    const said = await decodeOne(record.value, origin, options);
    messages.push({ value: record.value, origin, ...said });
    rejections.push(...said.rejections.map((each) => ({ ...each, raw: record.value, origin })));
    for (const [type, count] of Object.entries(said.ignored)) {
      ignored[type] = (ignored[type] ?? 0) + count;
    }
  }
  return {
    messages,
    messageIds,
    rejections,
    ignored,
    messageCount: all.length,
    repeated: all.length - fresh.length,
  };
}

async function withoutRepeats(
  all: readonly LogRecord[],
  { seenMessages }: DecodeOptions,
): Promise<{ fresh: readonly LogRecord[]; messageIds: readonly MessageId[] }> {
  const named = new Map<string, MessageId>();
  for (const record of all) {
    const id = messageIdOf(record);
    if (id !== null) named.set(keyOf(id), id);
  }
  const seen = named.size === 0 ? [] : await seenMessages([...named.values()]);
  const taken = new Set(seen.map(keyOf));
  const messageIds: MessageId[] = [];
  const fresh = all.filter((record) => {
    const id = messageIdOf(record);
    if (id === null) return true;
    if (taken.has(keyOf(id))) return false;
    taken.add(keyOf(id));
    messageIds.push(id);
    return true;
  });
  return { fresh, messageIds };
}

/** A decoder that throws is our bug, not the message's: kept as `internal`, and the stream goes on. */
async function decodeOne(
  value: Buffer,
  origin: Origin,
  { decoder, roundId, onBug }: DecodeOptions,
): Promise<Decoded> {
  try {
    const decoded = decoder.decode(value, origin);
    return decoded instanceof Promise ? await decoded : decoded;
  } catch (error) {
    onBug(error, roundId);
    const detail = `reading the message failed (${nameOf(error)}): correlation ${roundId}`;
    return {
      records: [],
      locations: [],
      rejections: [{ code: 'internal', detail, patientId: null, resource: null }],
      ignored: {},
    };
  }
}

/** Name of an error without its words, which may quote a patient. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function messageIdOf({ headers }: LogRecord): MessageId | null {
  const { ce_source: source, ce_id: id } = headers;
  return source === undefined || id === undefined || id === '' ? null : { source, id };
}

function keyOf({ source, id }: MessageId): string {
  return JSON.stringify([source, id]);
}

function originOf(record: LogRecord, { door, now, roundId }: DecodeOptions): Origin {
  return {
    door,
    topic: record.topic,
    partition: record.partition,
    offset: record.offset,
    key: record.key,
    headers: record.headers,
    brokerAt: record.timestamp,
    ingestedAt: now,
    correlationId: roundId,
  };
}
