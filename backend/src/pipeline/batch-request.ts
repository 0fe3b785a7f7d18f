import type { ClinicalRecord, LocationRecord } from '@endwatch/clinical';
import { RefusedByStore, type Refusal, type RoundRequest } from './decide-round.ts';
import { nameOf, type DecodedBatch, type Message } from './decode-batch.ts';
import type { LogBatch } from './event-log.ts';
import type { Ids, StoredRejection } from './ports.ts';
import type { RoundTrace } from './tracing.ts';

/** The same whenever the same records are offered, after a failure or by another process. */
export function batchId({ slices }: LogBatch, ids: Ids): string {
  const places = slices.flatMap(({ topic, partition, from, to }) => [
    topic,
    partition,
    from.toString(),
    to.toString(),
  ]);
  return ids.of('batch', ...places);
}

export function tracesOf(
  decoded: DecodedBatch,
  trace: RoundTrace | null,
): (patientId: string) => string | null {
  if (trace === null) return () => null;
  const own = new Map<string, string>();
  for (const { origin, records } of decoded.messages) {
    const traceparent = trace.traceparentOf(origin);
    if (traceparent !== null) for (const { patientId } of records) own.set(patientId, traceparent);
  }
  return (patientId) => own.get(patientId) ?? trace.traceparent;
}

function topicCounts({ slices }: LogBatch): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { topic, records } of slices) counts[topic] = (counts[topic] ?? 0) + records.length;
  return counts;
}

type OnBug = (error: unknown, correlationId: string) => void;

export function requestOf(
  batch: LogBatch,
  decoded: DecodedBatch,
  { onBug, ...about }: Pick<RoundRequest, 'stages' | 'mark'> & { readonly onBug: OnBug },
): RoundRequest {
  const records = new Map<string, ClinicalRecord[]>();
  const sources = new Map<ClinicalRecord | LocationRecord, Message>();
  for (const message of decoded.messages) {
    for (const location of message.locations) sources.set(location, message);
    for (const record of message.records) {
      sources.set(record, message);
      const list = records.get(record.patientId);
      if (list === undefined) records.set(record.patientId, [record]);
      else list.push(record);
    }
  }
  const told = new Set<ClinicalRecord | LocationRecord>();
  return {
    trigger: 'records',
    records,
    touched: [],
    command: null,
    locations: decoded.messages.flatMap((message) => message.locations),
    offsets: batch.slices.map(({ topic, partition, from, to }) => ({ topic, partition, from, to })),
    messageIds: decoded.messageIds,
    rejections: decoded.rejections,
    counts: {
      messages: decoded.messageCount,
      topics: topicCounts(batch),
      repeated: decoded.repeated,
      ignored: decoded.ignored,
    },
    ...about,
    reject: (record, why) => {
      // Once, however often the round is decided.
      if (why.code === 'internal' && !told.has(record)) onBug(why.error, about.mark.id);
      told.add(record);
      return rejectionOf(record, sources.get(record), { why, correlationId: about.mark.id });
    },
  };
}

function rejectionOf(
  record: ClinicalRecord | LocationRecord,
  message: Message | undefined,
  { why, correlationId }: { why: Refusal; correlationId: string },
): StoredRejection {
  if (message === undefined) throw new RangeError('a record came from no message');
  const { value: raw, origin } = message;
  const isPlace = record.type === 'location';
  const resource = isPlace ? `Location/${record.locationId}` : record.resourceKey;
  const patientId = isPlace ? null : record.patientId;
  const detail = why.detail ?? detailOf(why, correlationId);
  return { code: why.code, detail, patientId, resource, raw, origin };
}

function detailOf({ code, error }: Refusal, correlationId: string): string {
  return code === 'merge-conflict'
    ? 'link.other: the patient this one is replaced by was itself replaced by this one'
    : `${failureOf(error)}: correlation ${correlationId}`;
}

/** Other errors' own words may quote a patient. */
function failureOf(error: unknown): string {
  return error instanceof RefusedByStore
    ? `cannot be stored (${error.message})`
    : `processing failed (${nameOf(error)})`;
}
