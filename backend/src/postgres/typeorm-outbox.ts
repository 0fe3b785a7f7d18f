import type { DataSource } from 'typeorm';
import { Outbox, type OutboxRow, type Waiting } from '../pipeline/outbox.ts';
import { readRows, withClient } from './connection.ts';
import { scoreOf, type ScoreRow } from './score.mapper.ts';

/** One sender at a time keeps the order; the number only has to be the same everywhere. */
const SENDER_LOCK = 4_190_234;
/** A sender that hangs (suspended, cut off) keeps its session open and would keep everybody else from sending: Postgres ends such a session. */
const SILENT_SENDER = '15s';

type WaitingScore = { readonly list_id: string } & (ScoreRow | { readonly id: null });

/** In one row of `score_outbox`. */
export const SCORES_TOGETHER = 250;

/** As many lists as it takes. One whose scores are gone (retention) is named all the same, so that it can be struck off. */
const NEXT_SCORES = `
  SELECT list.id AS list_id, s.*
  FROM (
    SELECT *, sum(count) OVER (ORDER BY id) - count AS before FROM (SELECT * FROM score_outbox ORDER BY id LIMIT $1) oldest
  ) list
  CROSS JOIN LATERAL unnest(list.patient_ids, list.as_of, list.score_ids) WITH ORDINALITY AS r(patient_id, as_of, id, n)
  LEFT JOIN score s ON s.patient_id = r.patient_id AND s.as_of = r.as_of AND s.id = r.id
  WHERE list.before < $1
  ORDER BY list.id, r.n`;

export class TypeormOutbox extends Outbox {
  readonly #source: DataSource;
  #holder: ReturnType<DataSource['createQueryRunner']> | null = null;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async next(limit: number): Promise<Waiting | null> {
    if (!(await this.#isSender())) return null;
    const messages = await this.#source.query<OutboxRow[]>(
      'SELECT id::text, topic, key, headers, value FROM outbox ORDER BY outbox.id LIMIT $1',
      [limit],
    );
    const rows = await withClient(this.#source, (client) =>
      readRows<WaitingScore>(client, NEXT_SCORES, [limit]),
    );
    return {
      messages,
      scores: rows.flatMap((row) => (row.id === null ? [] : [scoreOf(row)])),
      scoreIds: [...new Set(rows.map((row) => row.list_id))],
    };
  }

  async sent({ messages, scoreIds }: Waiting): Promise<void> {
    await withClient(this.#source, async (client) => {
      if (messages.length > 0) {
        const ids = messages.map(({ id }) => id);
        await client.query('DELETE FROM outbox WHERE id = ANY($1::bigint[])', [ids]);
      }
      if (scoreIds.length > 0) {
        await client.query('DELETE FROM score_outbox WHERE id = ANY($1::bigint[])', [scoreIds]);
      }
    });
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
