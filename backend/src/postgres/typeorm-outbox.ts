import type { DataSource } from 'typeorm';
import { Outbox, type OutboxRow } from '../pipeline/outbox.ts';

/** One sender at a time keeps the order; the number only has to be the same everywhere. */
const SENDER_LOCK = 4_190_234;
/** A sender that hangs (suspended, cut off) keeps its session open and would keep everybody else from sending: Postgres ends such a session. */
const SILENT_SENDER = '15s';

export class TypeormOutbox extends Outbox {
  readonly #source: DataSource;
  #holder: ReturnType<DataSource['createQueryRunner']> | null = null;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async next(limit: number): Promise<readonly OutboxRow[] | null> {
    if (!(await this.#isSender())) return null;
    const rows = await this.#source.query<OutboxRow[]>(
      'SELECT id::text, topic, key, headers, value FROM outbox ORDER BY outbox.id LIMIT $1',
      [limit],
    );
    return rows;
  }

  async sent(ids: readonly string[]): Promise<void> {
    await this.#source.query('DELETE FROM outbox WHERE id = ANY($1::bigint[])', [ids]);
  }

  async release(): Promise<void> {
    const holder = this.#holder;
    this.#holder = null;
    if (!holder) return;
    try {
      await holder.query('SELECT pg_advisory_unlock($1)', [SENDER_LOCK]);
      await holder.query('RESET idle_session_timeout');
    } catch {
      // The session is gone, and the lock with it.
    } finally {
      await holder.release();
    }
  }

  /** The lock lives in a session of its own: it goes when the process or its connection goes, or when nothing is heard of it. */
  async #isSender(): Promise<boolean> {
    if (this.#holder) {
      try {
        await this.#holder.query('SELECT 1');
        return true;
      } catch {
        await this.release();
      }
    }
    const runner = this.#source.createQueryRunner();
    try {
      const [row] = (await runner.query('SELECT pg_try_advisory_lock($1) AS held', [
        SENDER_LOCK,
      ])) as { held: boolean }[];
      if (row?.held) {
        this.#holder = runner;
        await runner.query(`SET idle_session_timeout = '${SILENT_SENDER}'`);
      }
    } finally {
      if (this.#holder !== runner) await runner.release();
    }
    return this.#holder === runner;
  }
}
