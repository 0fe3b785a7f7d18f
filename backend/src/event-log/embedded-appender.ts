import type { Pool, PoolClient } from 'pg';
import type { LogPosition } from '../pipeline/event-log.ts';
import type { PlacedRecord } from './topic-partitions.ts';

interface Waiting {
  readonly records: readonly PlacedRecord[];
  readonly bytes: number;
  readonly resolve: (positions: readonly LogPosition[]) => void;
  readonly reject: (error: unknown) => void;
}

const GROUP_BYTES = 8 * 1024 * 1024;
const GROUP_RECORDS = 5_000;
const QUEUED_BYTES = 64 * 1024 * 1024;

/** Group commit: what arrives while one transaction is under way shares the next one. */
export class EmbeddedAppender {
  readonly #pool: Pool;
  readonly #channel: string;
  readonly #queue: Waiting[] = [];
  #queuedBytes = 0;
  #busy = false;

  constructor(pool: Pool, channel: string) {
    this.#pool = pool;
    this.#channel = channel;
  }

  /** Rejects at once when more than 64 MiB already wait: a slow database must not fill the memory of the doors. */
  append(records: readonly PlacedRecord[]): Promise<readonly LogPosition[]> {
    const bytes = records.reduce((sum, record) => sum + record.value.length, 0);
    if (this.#queue.length > 0 && this.#queuedBytes + bytes > QUEUED_BYTES) {
      return Promise.reject(new Error('the event log has too much waiting to be written'));
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ records, bytes, resolve, reject });
      this.#queuedBytes += bytes;
      if (!this.#busy) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    while (this.#queue.length > 0) {
      const group = this.#takeGroup();
      try {
        const positions = await this.#write(group.flatMap((waiting) => waiting.records));
        let from = 0;
        for (const waiting of group) {
          waiting.resolve(positions.slice(from, from + waiting.records.length));
          from += waiting.records.length;
        }
      } catch (error) {
        for (const waiting of group) waiting.reject(error);
      }
    }
    this.#busy = false;
  }

  #takeGroup(): Waiting[] {
    let bytes = 0;
    let records = 0;
    let count = 0;
    for (const waiting of this.#queue) {
      bytes += waiting.bytes;
      records += waiting.records.length;
      if (count > 0 && (bytes > GROUP_BYTES || records > GROUP_RECORDS)) break;
      count += 1;
    }
    const group = this.#queue.splice(0, count);
    this.#queuedBytes -= group.reduce((sum, waiting) => sum + waiting.bytes, 0);
    return group;
  }

  async #write(records: readonly PlacedRecord[]): Promise<readonly LogPosition[]> {
    const client = await this.#pool.connect();
    // Between two queries a lost connection is an event, and one nobody listens to ends the process.
    const onError = (): void => undefined;
    client.on('error', onError);
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const positions = assignOffsets(records, await lockHeads(client, records));
      await insert(client, records, positions);
      await client.query('select pg_notify($1, $2)', [this.#channel, 'records']);
      await client.query('commit');
      return positions;
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = new Error('connection lost');
      });
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }
}

function headKey(topic: string, partition: number): string {
  return `${topic}/${String(partition)}`;
}

/** Locks the touched partitions in one order for all, so that two writers never wait for each other. */
async function lockHeads(
  client: PoolClient,
  records: readonly PlacedRecord[],
): Promise<Map<string, bigint>> {
  const { rows } = await client.query<{ topic: string; partition: number; next_offset: string }>(
    `select topic, partition, next_offset from log_partition
      where (topic, partition) in (select * from unnest($1::text[], $2::int[]))
      order by topic, partition for update`,
    [records.map((record) => record.topic), records.map((record) => record.partition)],
  );
  return new Map(rows.map((row) => [headKey(row.topic, row.partition), BigInt(row.next_offset)]));
}

function assignOffsets(
  records: readonly PlacedRecord[],
  heads: Map<string, bigint>,
): readonly LogPosition[] {
  return records.map(({ topic, partition }) => {
    const key = headKey(topic, partition);
    const offset = heads.get(key);
    if (offset === undefined)
      throw new Error(`topic ${topic} has no partition ${String(partition)}`);
    heads.set(key, offset + 1n);
    return { topic, partition, offset };
  });
}

async function insert(
  client: PoolClient,
  records: readonly PlacedRecord[],
  positions: readonly LogPosition[],
): Promise<void> {
  await client.query(
    `with added as (
       insert into log_record (topic, partition, "offset", key, headers, value)
       select * from unnest($1::text[], $2::int[], $3::bigint[], $4::bytea[], $5::jsonb[], $6::bytea[])
       returning topic, partition, "offset"
     ), heads as (
       select topic, partition, max("offset") + 1 as next_offset from added group by topic, partition
     )
     update log_partition p set next_offset = h.next_offset from heads h
      where p.topic = h.topic and p.partition = h.partition`,
    [
      records.map((record) => record.topic),
      records.map((record) => record.partition),
      positions.map((position) => position.offset.toString()),
      records.map((record) => (record.key === null ? null : Buffer.from(record.key, 'utf8'))),
      records.map((record) => JSON.stringify(storableHeaders(record.headers))),
      records.map((record) => record.value),
    ],
  );
}

/** `jsonb` refuses NUL and lone surrogates; Kafka headers are bytes and would take both. */
function storableHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [clean(name.toLowerCase()), clean(value)]),
  );
}
