import { query } from '../harness/system.ts';

/** Of stored observations: about patients who left; the rest about those in house. */
const PAST_SHARE = 0.8;
const PER_PAST_PATIENT = 1_000;
/** Days over which those who left were here, the last of them before the product's own first partition. */
const PAST_DAYS = 90;
const RECENT_DAYS = 17;
const OBSERVATIONS_PER_SCORE = 20;
const TABLES = [
  { table: 'observation', by: 'effective_at', id: 'record_id', fresh: '::uuid' },
  { table: 'score', by: 'as_of', id: 'id', fresh: '' },
] as const;
type Table = (typeof TABLES)[number];

/**
 * Lets a database look as after months: vital signs of those in house over their whole stay, and of patients who have left over the last three
 * months, with their scores, in daily partitions as the product would have made them. Copies rows that the product itself wrote. No process of
 * the product may run.
 */
export async function fillHistory(url: string, observations: number): Promise<void> {
  for (const { table } of TABLES) await pastPartitions(url, table);
  const past = Math.ceil((observations * PAST_SHARE) / PER_PAST_PATIENT);
  await inHouse(url, Math.round(observations * (1 - PAST_SHARE)));
  const [observation, score] = TABLES;
  await left(url, observation, { patients: past, each: PER_PAST_PATIENT });
  await left(url, score, {
    patients: past,
    each: Math.max(1, Math.round(PER_PAST_PATIENT / OBSERVATIONS_PER_SCORE)),
  });
  await query(
    url,
    `INSERT INTO patient (patient_id, partition, version, admitted_at, discharged_at, newest_fact_at)
     SELECT 'past-' || n, n % 12, 1, now() - interval '1 day' * $2, now() - interval '1 day' * $3, now() - interval '1 day' * $3
     FROM generate_series(1, $1::integer) n`,
    [past, PAST_DAYS, RECENT_DAYS],
  );
  await query(url, 'VACUUM ANALYZE');
  await query(url, 'CHECKPOINT');
}

async function pastPartitions(url: string, table: string): Promise<void> {
  await query(
    url,
    `DO $$ DECLARE day date; BEGIN
       FOR n IN ${String(RECENT_DAYS)}..${String(RECENT_DAYS + PAST_DAYS + 1)} LOOP
         day := (now() AT TIME ZONE 'UTC')::date - n;
         EXECUTE format('CREATE TABLE IF NOT EXISTS ${table}_p%s PARTITION OF ${table} FOR VALUES FROM (%L) TO (%L)',
           to_char(day, 'YYYYMMDD'), day::text || ' 00:00:00+00', (day + 1)::text || ' 00:00:00+00');
       END LOOP;
     END $$`,
  );
}

/** A vital sign every so often from each admission until the first that is stored. */
async function inHouse(url: string, rows: number): Promise<void> {
  const [table] = TABLES;
  await copy(url, table, {
    from: `(SELECT DISTINCT ON (o.patient_id) o.*, p.admitted_at FROM observation o JOIN patient p USING (patient_id)
       WHERE o.routine AND p.discharged_at IS NULL ORDER BY o.patient_id, o.effective_at DESC) t,
      (SELECT greatest(1, $1::integer / greatest(1, (SELECT count(*) FROM patient)))::integer AS each) size,
      generate_series(1, size.each) k`,
    at: 't.admitted_at + (now() - t.admitted_at) * k / (size.each + 1)',
    key: `t.patient_id || '-before-' || k`,
    patient: 't.patient_id',
    values: [rows],
  });
}

async function left(
  url: string,
  table: Table,
  { patients, each }: { patients: number; each: number },
): Promise<void> {
  await copy(url, table, {
    from: `(SELECT * FROM ${table.table} WHERE patient_id LIKE 'load-%' LIMIT 1) t,
      generate_series(1, $1::integer) n, generate_series(1, $2::integer) k`,
    // A stay of ten days, begun on one of the days.
    at: `now() - interval '1 day' * (${String(RECENT_DAYS + 11)} + n % ${String(PAST_DAYS - 12)}) + interval '10 days' * k / $2::integer`,
    key: `'past-' || n || '-' || k`,
    patient: `'past-' || n`,
    values: [patients, each],
  });
}

interface Copies {
  readonly from: string;
  readonly at: string;
  readonly key: string;
  readonly patient: string;
  readonly values: readonly number[];
}

/** Every column as in the row copied, but for whose it is, when, and its ids. */
async function copy(url: string, { table, by, id, fresh }: Table, what: Copies): Promise<void> {
  const named = await query<{ name: string }>(
    url,
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
  const changed: Readonly<Record<string, string>> = {
    [by]: what.at,
    [id]: `md5(${what.key})${fresh}`,
    patient_id: what.patient,
    resource_key: `'Observation/' || ${what.key}`,
  };
  const columns = named.map(({ name }) => name);
  const values = columns.map((column) => changed[column] ?? `t.${column}`);
  await query(
    url,
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${what.from}`,
    [...what.values],
  );
}
