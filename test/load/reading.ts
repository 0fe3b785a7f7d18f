import pg from 'pg';
import { bearer } from '../harness/access.ts';
import { query, type Endwatch } from '../harness/system.ts';
import type { PartResult, Row } from './bench-part.ts';
import { measureExplaining } from './explaining.ts';
import { halfAndMost, ms } from './figures.ts';
import { processorSeconds } from './processor.ts';
import { lastStatements, scansOf } from './statements.ts';

const WARM = 20;
const ABOUT = /\b(observation|score|board_row|board_event)\b/;

interface Read {
  readonly url: string;
  readonly endwatch: Endwatch;
  readonly ward: string;
  readonly times: number;
  /** Whether the tables are so large that reading one from end to end is wrong. */
  readonly large: boolean;
}

/** What the page of a patient and the board of a ward cost to read, beside the floor of the same server. Wrong is only a sequential scan. */
export async function measureReading({
  url,
  endwatch,
  ward,
  times,
  large,
}: Read): Promise<PartResult> {
  const found = await query<{ id: string }>(
    url,
    'SELECT patient_id AS id FROM board_row WHERE ward_id = $1 ORDER BY 1',
    [ward],
  );
  const patient = (n: number): string => found[(n * 37) % found.length]?.id ?? '';
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const bare = async (text: string, values: string[] = []): Promise<void> => {
    await client.query({ name: text, text, values });
  };
  const get = (path: string): Promise<void> => fetched(endwatch.address + path);
  const paths = {
    trajectory: (n: number): string => `/api/patients/${patient(n)}/trajectory`,
    board: (): string => `/api/wards/${ward}/board`,
  };
  const answered = async (path: (n: number) => string): Promise<string> => {
    const before = processorSeconds(endwatch.pid);
    const took = await timed(times, (n) => get(path(n)));
    const own = (processorSeconds(endwatch.pid) - before) / (times + WARM);
    return `${halfAndMost(took)}; processor ${ms(own * 1_000)}`;
  };
  const examinations = 'SELECT * FROM observation WHERE patient_id = $1 AND NOT routine';
  const tile = 'SELECT body FROM board_row WHERE ward_id = $1';
  const [trajectory, board] = [await answered(paths.trajectory), await answered(paths.board)];
  const statements = await statementsOf(url, [
    () => get(paths.trajectory(1)),
    () => get(paths.board()),
  ]);
  const floor = {
    trajectory: halfAndMost(await timed(times, (n) => bare(examinations, [patient(n)]))),
    board: halfAndMost(await timed(times, () => bare(tile, [ward]))),
    answer: halfAndMost(await timed(times, () => get('/health/live'))),
    select: halfAndMost(await timed(times, () => bare('SELECT 1'))),
  };
  await client.end();
  const target = 'p95 < 20 ms';
  const rows: Row[] = [
    {
      what: 'trajectory of a patient, p50 / p95 (floor: its rows in SQL)',
      endwatch: trajectory,
      floor: floor.trajectory,
      target,
    },
    {
      what: `board of ${String(found.length)} patients, p50 / p95 (floor: its rows in SQL)`,
      endwatch: board,
      floor: floor.board,
      target,
    },
    {
      what: 'an answer without a query, p50 / p95 (floor: SELECT 1)',
      endwatch: floor.answer,
      floor: floor.select,
    },
    await measureExplaining({ url, address: endwatch.address, ward, times }),
  ];
  return { rows, ...(await plans({ url, large }, statements)) };
}

async function statementsOf(
  url: string,
  asks: readonly (() => Promise<void>)[],
): Promise<Set<string>> {
  const statements = new Set<string>();
  for (let n = 0; n < WARM; n++) {
    for (const ask of asks) {
      const asked = ask();
      for (const text of await lastStatements(url, ABOUT)) statements.add(text);
      await asked;
      for (const text of await lastStatements(url, ABOUT)) statements.add(text);
    }
  }
  return statements;
}

async function plans(
  { url, large }: Pick<Read, 'url' | 'large'>,
  statements: ReadonlySet<string>,
): Promise<Omit<PartResult, 'rows'>> {
  const details = ['Plans of the statements that the product ran for them:'];
  const wrong: string[] = [];
  for (const statement of statements) {
    const short = statement.replaceAll(/\s+/g, ' ').trim().slice(0, 120);
    const scans = await scansOf(url, statement);
    details.push(`  ${short}`, ...scans.map((scan) => `      ${scan}`));
    if (
      large &&
      scans.some((scan) => /× Seq Scan.* on (observation|score|board_event)/.test(scan))
    ) {
      wrong.push(`a sequential scan: ${short}`);
    }
  }
  if (statements.size === 0) wrong.push('no statement of the product was seen');
  return { details, wrong };
}

async function timed(times: number, work: (n: number) => Promise<void>): Promise<number[]> {
  const took: number[] = [];
  for (let n = -WARM; n < times; n++) {
    const start = performance.now();
    await work(Math.abs(n));
    if (n >= 0) took.push(performance.now() - start);
  }
  return took;
}

async function fetched(url: string): Promise<void> {
  const response = await fetch(url, { headers: await bearer(url) });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url}: ${String(response.status)}`);
}
