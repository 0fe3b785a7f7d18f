import { DAY, HOUR } from '@endwatch/clinical';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { maintainPartitions } from './partitions.ts';
import { NOW } from './testing/effects.ts';
import { TypeormPatientQueries } from './typeorm-patient-queries.ts';
import { TypeormPatientStore } from './typeorm-patient-store.ts';

/** 500 stays of 14 days with 2,000 facts each: three in four are vital signs, the rest are examinations. Scores every hour of seven days. */
const PATIENTS = 500;
const FACTS = 2_000;
const STAY_MS = 14 * DAY;
const SCORES = 168;
const FROM = NOW - STAY_MS;

const LOAD_PATIENTS = `
  INSERT INTO patient (patient_id, partition, version, admitted_at, newest_fact_at)
  SELECT 'p' || p, 0, 1, to_timestamp($1::float8 / 1000), to_timestamp($2::float8 / 1000) FROM generate_series(1, $3::int) p`;
const LOAD_FACTS = `
  INSERT INTO observation (patient_id, effective_at, record_id, fact_no, fact, value, loinc, routine, retracted, broker_at, ingested_at,
    resource_key, version, status)
  SELECT 'p' || p, t, md5(p || ' ' || n)::uuid, 0, CASE WHEN n % 4 = 0 THEN 'nihss-total' ELSE 'heart-rate' END, n % 30, '8867-4', n % 4 <> 0,
    false, t, t, 'Observation/' || n, '1', 'final'
  FROM generate_series(0, $4::int - 1) n, generate_series(1, $3::int) p,
    LATERAL (SELECT to_timestamp(($1::float8 + n * ($2::float8 - $1::float8) / $4) / 1000) AS t) AS moment`;
const LOAD_SCORES = `
  INSERT INTO score (patient_id, as_of, id, known_at, hours_since_admission, next24h, hazards, model_version, code_version, feature_set,
    feature_values, feature_missing, feature_ages, report_keys, missing, out_of_population)
  SELECT 'p' || p, t, 's' || p || '-' || h, t, h, 0.1, '', 'm', 'c', 'f', '', '', '', '[]', '[]', '[]'
  FROM generate_series(0, $3::int - 1) h, generate_series(1, $2::int) p,
    LATERAL (SELECT to_timestamp($1::float8 / 1000) + h * interval '1 hour' AS t) AS moment`;

let url: string;
let source: DataSource;

beforeAll(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url, poolSize: 2 }).initialize();
  await maintainPartitions(source, { now: NOW, retentionDays: null });
  await source.query(LOAD_PATIENTS, [FROM, NOW, PATIENTS]);
  await source.query(LOAD_FACTS, [FROM, NOW, PATIENTS, FACTS]);
  await source.query(LOAD_SCORES, [FROM, PATIENTS, SCORES]);
  await source.query('ANALYZE');
}, 300_000);
afterAll(async () => {
  await source.destroy();
  await dropDatabase(url);
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

function scansOf(node: PlanNode): string[] {
  const relation = node['Relation Name'];
  const own = relation ? [`${node['Node Type']} ${node['Index Name'] ?? ''} on ${relation}`] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}

/** The statements that `work` sends, with their parameters. */
async function statementsOf(work: () => Promise<unknown>): Promise<pg.QueryConfig<unknown[]>[]> {
  const spy = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return spy.mock.calls.map(([config]) => config as unknown as pg.QueryConfig<unknown[]>);
  } finally {
    spy.mockRestore();
  }
}

async function planOf({ text, values }: pg.QueryConfig<unknown[]>): Promise<string[]> {
  const [row] = await source.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  const plan = row?.['QUERY PLAN'][0]?.Plan;
  return plan ? scansOf(plan) : [];
}

/** Reading an empty partition from end to end is reading nothing. */
async function emptyTables(): Promise<ReadonlySet<string>> {
  const rows = await source.query<{ name: string }[]>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relpages = 0",
  );
  return new Set(rows.map(({ name }) => name));
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 31; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[15] ?? NaN;
}

describe('at 1,000,000 observations', () => {
  it('a stay and its scores are read through indexes only', async () => {
    const store = new TypeormPatientStore(source);
    const queries = new TypeormPatientQueries(source);
    const [row] = await source.query<{ n: number }[]>('SELECT count(*)::int AS n FROM observation');
    expect(row?.n).toBe(PATIENTS * FACTS);
    const reads = {
      'whole stay': () => queries.patient('p250'),
      'course of the stay': () => queries.examinations('p250'),
      'scores of the stay': () => queries.scores('p250', FROM, NOW),
      'for scoring, one patient': () => store.loadPatients(['p250']),
      'for scoring, 20 patients': () =>
        store.loadPatients(Array.from({ length: 20 }, (_, p) => `p${p + 1}`)),
      'every record for scoring': () => store.loadWhole(['p250']),
      'score by id': () => queries.score('s250-100'),
    };
    const report: string[] = [];
    const empty = await emptyTables();
    for (const [name, read] of Object.entries(reads)) {
      const plans = await Promise.all((await statementsOf(read)).map(planOf));
      const scans = plans
        .flat()
        .filter((scan) => /on (observation|score)/.test(scan))
        .filter((scan) => !empty.has(scan.split(' on ')[1] ?? ''));
      expect(scans.length).toBeGreaterThan(0);
      expect(scans.filter((scan) => scan.startsWith('Seq Scan'))).toEqual([]);
      const kinds = Object.entries(
        Object.groupBy(scans, (scan) => scan.replaceAll(/_?p\d{8}/g, '')),
      );
      const summary = kinds.map(([kind, of]) => `    ${of?.length ?? 0} × ${kind}`);
      report.push(`${name}: median ${(await medianMs(read)).toFixed(1)} ms`, ...summary);
    }
    process.stdout.write(`${report.join('\n')}\n`);
    const stay = await queries.patient('p250');
    expect(stay?.records).toHaveLength(FACTS);
    const scores = await queries.scores('p250', FROM, NOW);
    expect(scores.at(-1)?.asOf).toBe(FROM + (SCORES - 1) * HOUR);
  }, 300_000);
});
