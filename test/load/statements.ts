import { query } from '../harness/system.ts';

/** Statements about `tables` that the product's connections ran last, word for word, as the server has them. */
export async function lastStatements(url: string, tables: RegExp): Promise<string[]> {
  const rows = await query<{ query: string }>(
    url,
    `SELECT DISTINCT query FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  return rows
    .map((row) => row.query)
    .filter((text) => /^\s*SELECT/i.test(text) && tables.test(text));
}

/** Reading so few pages from end to end is reading nothing; an index would be one page more. */
const FEW_PAGES = 8;

/** Scans of a statement's plan for any parameters, alike ones counted: "20 × Index Scan … on observation_p*". */
export async function scansOf(url: string, statement: string): Promise<string[]> {
  const plan = await query<{ 'QUERY PLAN': string }>(
    url,
    `EXPLAIN (GENERIC_PLAN, COSTS OFF) ${statement}`,
  );
  const small = await query<{ name: string }>(
    url,
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relpages <= ${String(FEW_PAGES)}`,
  );
  const nothing = new Set(small.map(({ name }) => name));
  const scans = plan
    .map((row) => row['QUERY PLAN'].replace(/^[\s>-]*/, ''))
    .filter((line) => /Scan .*on /.test(line) && !/Bitmap Index Scan/.test(line))
    .filter((line) => !nothing.has(/ on (\w+)/.exec(line)?.[1] ?? ''));
  const alike = Object.groupBy(scans, (scan) =>
    scan.replaceAll(/_?p\d{8}/g, '_p*').replaceAll(/_\d+\b/g, ''),
  );
  return Object.entries(alike).map(([scan, all]) => `${String(all?.length ?? 0)} × ${scan}`);
}
