import pg from 'pg';

/** Refused user or password, a database that is not there, a host that nobody knows: waiting does not help. */
const REFUSED: ReadonlySet<unknown> = new Set(['28P01', '28000', '3D000', 'ENOTFOUND']);
const OLDEST = 150_000;
const NAME = 'DATABASE_URL is (a value that is not shown)';

/** One line that says why this address will not do, to end a start with; null where it does, and where nobody answers now. */
export async function databaseProblem(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; version: string }>(
      `SELECT current_setting('server_version_num')::integer AS number, current_setting('server_version') AS version`,
    );
    const [server] = rows;
    if (!server || server.number >= OLDEST) return null;
    return `${NAME}, a PostgreSQL ${server.version}; allowed: PostgreSQL 15 or later`;
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (!REFUSED.has(code)) return null;
    return `${NAME}, which is refused (${String(code)}); allowed: a host, database, user and password that exist`;
  } finally {
    await client.end().catch(() => undefined);
  }
}
