import { query } from '../harness/system.ts';

const HOURS = 324;
const EXAMINATIONS = 26;
const SCORES = 168;

/**
 * Stretches each stay of the ward over 14 days by copying what the product itself stored of it: an examination every 12 h, a score every hour of
 * a week, and vital signs until the table holds `observations` rows.
 */
export async function stretchStays(
  url: string,
  { patients, observations }: { patients: number; observations: number },
): Promise<void> {
  await copy(url, 'observation', {
    at: 'effective_at',
    id: 'record_id',
    kind: `resource_key LIKE '%-nihss'`,
    step: '12 hours',
    copies: EXAMINATIONS,
  });
  const [stored] = await query<{ n: number }>(
    url,
    'SELECT count(*)::integer AS n FROM observation',
  );
  const copies = Math.ceil((observations - (stored?.n ?? 0)) / patients);
  await copy(url, 'observation', {
    at: 'effective_at',
    id: 'record_id',
    kind: `resource_key LIKE '%-hr'`,
    step: `-${String((HOURS * 3_600) / copies)} seconds`,
    copies,
  });
  await copy(url, 'score', {
    at: 'as_of',
    id: 'id',
    kind: 'superseded_at IS NULL AND as_of = (SELECT max(as_of) FROM score n WHERE n.patient_id = t.patient_id)',
    step: '-1 hour',
    copies: SCORES,
  });
  await query(url, 'VACUUM ANALYZE');
}

interface Copies {
  readonly at: string;
  readonly id: string;
  readonly kind: string;
  readonly step: string;
  readonly copies: number;
}

async function copy(url: string, into: string, what: Copies): Promise<void> {
  const { at, id, kind, step, copies } = what;
  const named = await query<{ name: string }>(
    url,
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [into],
  );
  const columns = named.map(({ name }) => name);
  const fresh = `md5(t.${id}::text || ' ' || k)`;
  const changed: Readonly<Record<string, string>> = {
    [at]: `t.${at} + k * $1::interval`,
    [id]: id === 'record_id' ? `${fresh}::uuid` : fresh,
    resource_key: `t.resource_key || '-' || k`,
  };
  const values = columns.map((column) => changed[column] ?? `t.${column}`);
  await query(
    url,
    `INSERT INTO ${into} (${columns.join(', ')})
     SELECT ${values.join(', ')} FROM ${into} t, generate_series(1, $2::integer) k WHERE ${kind}`,
    [step, copies],
  );
}
