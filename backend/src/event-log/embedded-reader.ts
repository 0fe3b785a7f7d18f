import type { Pool } from 'pg';
import type { LogBatch, LogRecord, LogSlice, NextOffset } from '../pipeline/event-log.ts';

export interface ReadLimits {
  readonly records: number;
  readonly bytes: number;
}

interface Row {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly headers: Record<string, string>;
  readonly value: Buffer;
  readonly at_ms: string;
  readonly next_offset: string;
}

/**
 * Takes what the log took first, of all partitions, until a limit is reached, at least one record: topics are read at one pace, so that an
 * examination is not known long before the vital signs of the same hour. What is taken of a partition is always its next records without a hole,
 * because the running sum only grows and a record counts as no older than the one before it.
 */
const READ = `
with wanted as (
  select w.topic, w.partition, w.next, p.next_offset
    from unnest($1::text[], $2::int[], $3::bigint[]) as w(topic, partition, next)
    join log_partition p on p.topic = w.topic and p.partition = w.partition and p.next_offset > w.next
), candidate as (
  select w.topic, w.partition, w.next_offset, r."offset", r.bytes,
         max(r.at) over (partition by w.topic, w.partition order by r."offset") as age
    from wanted w
    cross join lateral (
      select "offset", at, octet_length(value) as bytes from log_record
       where topic = w.topic and partition = w.partition and "offset" >= w.next
       order by "offset" limit $4
    ) r
), counted as (
  select *, row_number() over taking as nth, sum(bytes) over taking - bytes as before from candidate
  window taking as (order by age, topic, partition, "offset" rows unbounded preceding)
)
select c.topic, c.partition, c."offset", c.next_offset, r.key, r.headers, r.value,
       floor(extract(epoch from r.at) * 1000)::bigint as at_ms
  from counted c
  join log_record r on r.topic = c.topic and r.partition = c.partition and r."offset" = c."offset"
 where c.nth <= $4 and c.before < $5
 order by c.topic, c.partition, c."offset"`;

/** Next records of each partition, from its offset on. */
export async function readBatch(
  pool: Pool,
  positions: readonly NextOffset[],
  limits: ReadLimits,
): Promise<LogBatch> {
  const { rows } = await pool.query<Row>(READ, [
    positions.map((position) => position.topic),
    positions.map((position) => position.partition),
    positions.map((position) => position.offset.toString()),
    limits.records,
    limits.bytes,
  ]);
  const slices: LogSlice[] = [];
  for (const { topic, partition, offset } of positions) {
    const mine = rows.filter((row) => row.topic === topic && row.partition === partition);
    const last = mine.at(-1);
    if (last === undefined) continue;
    slices.push({
      topic,
      partition,
      from: offset,
      to: BigInt(last.offset) + 1n,
      records: mine.map(toRecord),
      highWatermark: BigInt(last.next_offset),
    });
  }
  return { slices };
}

function toRecord(row: Row): LogRecord {
  return {
    topic: row.topic,
    partition: row.partition,
    offset: BigInt(row.offset),
    key: row.key === null ? null : row.key.toString('utf8'),
    value: row.value,
    headers: row.headers,
    timestamp: Number(row.at_ms),
  };
}
