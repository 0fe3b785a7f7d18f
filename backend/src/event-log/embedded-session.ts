import pg from 'pg';
import { murmur2 } from './murmur2.ts';

/** Advisory locks of this class are held by members of a group, one each, with the member's number as object. */
function lockClass(group: string, of: 'members' | 'partitions'): number {
  return murmur2(Buffer.from(`${group}/${of}`));
}

export interface SessionSettings {
  readonly databaseUrl: string;
  readonly group: string;
  readonly channel: string;
  /** Unlike any other living member's; a positive 31-bit number. */
  readonly member: number;
}

const MEMBERS = `
select objid::bigint as member from pg_locks
 where locktype = 'advisory' and granted and objsubid = 2 and classid::bigint = $1
   and database = (select oid from pg_database where datname = current_database())
 order by 1`;

/**
 * One database session that is one member of the group: it holds the member's lock, the locks of the partitions it consumes, and listens.
 * When the session dies, for whatever reason, Postgres frees all of it at once.
 */
export class EmbeddedSession {
  readonly #client: pg.Client;
  readonly #settings: SessionSettings;
  readonly #held = new Set<number>();
  readonly #dead = new AbortController();
  #wake: (payload: string) => void = () => undefined;

  private constructor(client: pg.Client, settings: SessionSettings) {
    this.#client = client;
    this.#settings = settings;
    client.on('notification', (message) => {
      this.#wake(message.payload ?? '');
    });
    client.on('end', () => {
      this.#dead.abort();
      this.#wake('');
    });
  }

  static async open(settings: SessionSettings): Promise<EmbeddedSession> {
    const client = new pg.Client({
      connectionString: settings.databaseUrl,
      application_name: 'endwatch-event-log',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
    });
    // A lost connection is reported as an error event first; `end` follows and is what counts.
    client.on('error', () => undefined);
    const session = new EmbeddedSession(client, settings);
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(settings.channel)}`);
      const key = [lockClass(settings.group, 'members'), settings.member];
      const { rows } = await client.query<{ got: boolean }>(
        'select pg_try_advisory_lock($1::int, $2::int) as got',
        key,
      );
      if (rows[0]?.got !== true) throw new Error('another session holds this member number');
      await session.#tellGroup();
      return session;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** Aborts when the session is gone. */
  get dead(): AbortSignal {
    return this.#dead.signal;
  }

  onWake(wake: (payload: string) => void): void {
    this.#wake = wake;
  }

  /**
   * Makes the held partitions those that fall to this member, partition n to member n modulo their number; what another member has not given
   * back yet is left out. Resolves with what is held now, ascending.
   */
  async settle(partitions: number): Promise<readonly number[]> {
    const { rows } = await this.#client.query<{ member: string }>(MEMBERS, [
      lockClass(this.#settings.group, 'members') >>> 0,
    ]);
    const members = rows.map((row) => Number(row.member));
    const mine = members.indexOf(this.#settings.member);
    const wanted = Array.from({ length: partitions }, (_, partition) => partition).filter(
      (partition) => mine >= 0 && partition % members.length === mine,
    );
    await this.#release([...this.#held].filter((partition) => !wanted.includes(partition)));
    await this.#take(wanted.filter((partition) => !this.#held.has(partition)));
    return [...this.#held].sort((a, b) => a - b);
  }

  async close(): Promise<void> {
    this.#wake = () => undefined;
    if (!this.dead.aborted) {
      await this.#client.query('select pg_advisory_unlock_all()').catch(() => undefined);
      await this.#tellGroup().catch(() => undefined);
    }
    await this.#client.end().catch(() => undefined);
  }

  async #release(partitions: readonly number[]): Promise<void> {
    if (partitions.length === 0) return;
    await this.#client.query(
      'select pg_advisory_unlock($1::int, p) from unnest($2::int[]) as u(p)',
      [lockClass(this.#settings.group, 'partitions'), partitions],
    );
    for (const partition of partitions) this.#held.delete(partition);
    await this.#tellGroup();
  }

  async #take(partitions: readonly number[]): Promise<void> {
    if (partitions.length === 0) return;
    const { rows } = await this.#client.query<{ p: number; got: boolean }>(
      'select p, pg_try_advisory_lock($1::int, p) as got from unnest($2::int[]) as u(p)',
      [lockClass(this.#settings.group, 'partitions'), partitions],
    );
    for (const row of rows) if (row.got) this.#held.add(row.p);
  }

  async #tellGroup(): Promise<void> {
    await this.#client.query('select pg_notify($1, $2)', [this.#settings.channel, 'members']);
  }
}
