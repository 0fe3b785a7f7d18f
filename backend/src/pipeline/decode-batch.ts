import type { ClinicalRecord, EpochMs, LocationRecord } from '@endwatch/clinical';
import type { LogBatch, LogRecord } from './event-log.ts';
import type { Decoded, MessageDecoder, MessageId, Origin, StoredRejection } from './ports.ts';
import { Turns } from './turns.ts';

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
  const turns = new Turns();
  for (const record of fresh) {
    const turn = turns.due();
    if (turn !== null) await turn;
    const { value } = record;
    const origin = originOf(record, options);
    const reading = decodeOne(value, origin, options);
    // A turn of the event loop for each record would cost as much as reading it.
    const said =
      reading instanceof Promise
        ? await reading.catch((error: unknown) => failed(error, options))
        : reading;
    messages.push({ value, origin, records: said.records, locations: said.locations });
    for (const each of said.rejections) rejections.push({ ...each, raw: value, origin });
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
  const keys: (string | null)[] = [];
  /** Ids that nobody has taken yet. */
  const open = new Map<string, MessageId>();
  for (const record of all) {
    const id = messageIdOf(record);
    const key = id === null ? null : keyOf(id);
    keys.push(key);
    if (id !== null && key !== null) open.set(key, id);
  }
  if (open.size === 0) return { fresh: all, messageIds: [] };
  for (const seen of await seenMessages([...open.values()])) open.delete(keyOf(seen));
  const messageIds = [...open.values()];
  const fresh = all.filter((_, index) => {
    const key = keys[index] ?? null;
    // The first of several with one id takes it.
    return key === null || open.delete(key);
  });
  return { fresh, messageIds };
}

function decodeOne(
  value: Buffer,
  origin: Origin,
  options: DecodeOptions,
): Decoded | Promise<Decoded> {
  try {
    return options.decoder.decode(value, origin);
  } catch (error) {
    return failed(error, options);
  }
}

/** A decoder that throws is our bug, not the message's: kept as `internal`, and the stream goes on. */
function failed(error: unknown, { roundId, onBug }: DecodeOptions): Decoded {
  onBug(error, roundId);
  const detail = `reading the message failed (${nameOf(error)}): correlation ${roundId}`;
  return {
    records: [],
    locations: [],
    rejections: [{ code: 'internal', detail, patientId: null, resource: null }],
    ignored: {},
  };
}

/** Name of an error without its words, which may quote a patient. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function messageIdOf({ headers }: LogRecord): MessageId | null {
  const { ce_source: source, ce_id: id } = headers;
  return source === undefined || id === undefined || id === '' ? null : { source, id };
}

/** The length comes first so that no two ids share a key. */
function keyOf({ source, id }: MessageId): string {
  return `${source.length} ${source}${id}`;
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
