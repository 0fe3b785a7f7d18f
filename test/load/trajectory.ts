import { loadavg } from 'node:os';
import pg from 'pg';
import { Endwatch, PostgresServer, query } from '../harness/system.ts';
import { BusyWard } from './busy-ward.ts';
import { ms, spread, table, type Line } from './figures.ts';
import { stretchStays } from './long-stays.ts';
import { processorSeconds } from './processor.ts';
import { lastStatements, scansOf } from './statements.ts';

const PATIENTS = 500;
const OBSERVATIONS = 1_000_000;
const TIMES = 200;
const WARM = 20;
const ABOUT = /\b(observation|score)\b/;

/** `npm run load:trajectory`: what reading costs at a million observations, beside the floor of the same server. Fails only on a sequential scan. */
async function main(): Promise<number> {
  const postgres = new PostgresServer();
  let endwatch: Endwatch | null = null;
  try {
    const url = await postgres.database('load');
    endwatch = await new Endwatch({ DATABASE_URL: url, ENDWATCH_PARTITIONS: '4' }).ready();
    const ward = new BusyWard(endwatch, { patients: PATIENTS, admittedHoursAgo: 14 * 24 - 6 });
    await ward.fill();
    await stretchStays(url, { patients: PATIENTS, observations: OBSERVATIONS });
    return await report({ url, endwatch, ward });
  } finally {
    await endwatch?.stop();
    await postgres.stop();
  }
}

interface Filled {
  readonly url: string;
  readonly endwatch: Endwatch;
  readonly ward: BusyWard;
}

async function report({ url, endwatch, ward }: Filled): Promise<number> {
  const get = (path: string): Promise<void> => fetched(endwatch.address + path);
  const patient = (n: number): string => ward.patients[(n * 37) % ward.patients.length] ?? '';
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const bare = async (text: string, values: string[] = []): Promise<void> => {
    await client.query({ name: text, text, values });
  };
  const statements = new Set<string>();
  /** Wall time, and the product's own processor time for each answer: on a busy machine the two lie far apart. */
  const answered = async (path: (n: number) => string): Promise<string> => {
    const before = processorSeconds(endwatch.pid);
    const times = await timed((n) => get(path(n)));
    const own = (processorSeconds(endwatch.pid) - before) / (TIMES + WARM);
    return `${spread(times)}, own processor time ${ms(own * 1_000)}`;
  };
  const trajectory = await answered((n) => `/api/patients/${patient(n)}/trajectory`);
  for (let n = 0; n < WARM; n++) {
    const asked = get(`/api/patients/${patient(n)}/trajectory`);
    for (const text of await lastStatements(url, ABOUT)) statements.add(text);
    await asked;
    for (const text of await lastStatements(url, ABOUT)) statements.add(text);
  }
  const rows = 'SELECT * FROM observation WHERE patient_id = $1 AND NOT routine';
  const lines: Line[] = [
    [
      'load average',
      loadavg()
        .map((load) => load.toFixed(1))
        .join(' '),
    ],
    ['in the tables', await counts(url)],
    ['trajectory of a patient', trajectory],
    ['board of a ward of 500', await answered(() => `/api/wards/${ward.id}/board`)],
    ['floor: GET /health/live', await answered(() => '/health/live')],
    ['floor: SELECT 1', spread(await timed(() => bare('SELECT 1')))],
    ["floor: a stay's lasting facts in SQL", spread(await timed((n) => bare(rows, [patient(n)])))],
    ['one answer', await sizes(endwatch, ward)],
  ];
  await client.end();
  const title = `${String(OBSERVATIONS)} observations, each asked ${String(TIMES)} times, one after the other`;
  process.stdout.write(
    `${table(title, lines)}\nplans of the statements the product ran for a trajectory\n`,
  );
  let sequential = 0;
  for (const statement of statements) {
    const scans = await scansOf(url, statement);
    sequential += scans.filter((scan) => scan.includes('× Seq Scan')).length;
    process.stdout.write(`  ${statement.replaceAll(/\s+/g, ' ').slice(0, 150)}\n`);
    for (const scan of scans) process.stdout.write(`      ${scan}\n`);
  }
  process.stdout.write(
    `${String(statements.size)} statements, ${String(sequential)} sequential scans\n`,
  );
  return statements.size > 0 && sequential === 0 ? 0 : 1;
}

async function timed(work: (n: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let n = -WARM; n < TIMES; n++) {
    const start = performance.now();
    await work(Math.abs(n));
    if (n >= 0) times.push(performance.now() - start);
  }
  return times;
}

async function fetched(url: string): Promise<void> {
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url}: ${String(response.status)}`);
}

async function counts(url: string): Promise<string> {
  const [row] = await query<{ observations: number; scores: number }>(
    url,
    `SELECT (SELECT count(*)::integer FROM observation) AS observations, (SELECT count(*)::integer FROM score) AS scores`,
  );
  return `${String(row?.observations ?? 0)} observations, ${String(row?.scores ?? 0)} scores`;
}

async function sizes(endwatch: Endwatch, ward: BusyWard): Promise<string> {
  const { assessments, risk } = await endwatch.json<{ assessments: unknown[]; risk: unknown[] }>(
    `/api/patients/${ward.patients[1] ?? ''}/trajectory`,
  );
  return `${String(assessments.length)} examinations, ${String(risk.length)} scores`;
}

process.exitCode = await main();
