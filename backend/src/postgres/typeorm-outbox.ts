import type { DataSource } from 'typeorm';
import { Outbox, type OutboxRow, type Waiting } from '../pipeline/outbox.ts';
import type { OutgoingScore } from '../pipeline/outgoing.ts';
import { readRows, withClient } from './connection.ts';
import { OUTGOING_SCORE, outgoingScoreOf, type OutgoingScoreRow } from './score.mapper.ts';

/** One sender at a time keeps the order; the number only has to be the same everywhere. */
const SENDER_LOCK = 4_190_234;
/** A sender that hangs (suspended, cut off) keeps its session open and would keep everybody else from sending: Postgres ends such a session. */
const SILENT_SENDER = '15s';

/** One row of `score_outbox`: the keys of scores, aligned. */
interface ScoreList {
  readonly id: string;
  readonly patient_ids: readonly string[];
  /** As Postgres writes them, exact to the microsecond. */
  readonly as_of: readonly string[];
  readonly score_ids: readonly string[];
}

/** In one row of `score_outbox`. */
export const SCORES_TOGETHER = 250;

/** As many lists as it takes. */
const NEXT_LISTS = `
  SELECT id, patient_ids, as_of::text[], score_ids
  FROM (
    SELECT *, sum(count) OVER (ORDER BY id) - count AS before FROM (SELECT * FROM score_outbox ORDER BY id LIMIT $1) oldest
  ) list
  WHERE before < $1
  ORDER BY id`;

/**
 * Each score by its whole key. The limit inside keeps the planner from reading every partition from end to end and joining afterwards, as it
 * would for keys whose number it does not know.
 */
const SCORES_OF_LISTS = `
  SELECT s.*
  FROM unnest($1::text[], $2::timestamptz[], $3::text[]) WITH ORDINALITY AS r(patient_id, as_of, id, n)
  CROSS JOIN LATERAL (
    SELECT ${OUTGOING_SCORE} FROM score WHERE score.patient_id = r.patient_id AND score.as_of = r.as_of AND score.id = r.id LIMIT 1
  ) s
  ORDER BY r.n`;

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
    const lists = await withClient(this.#source, (client) =>
      readRows<ScoreList>(client, NEXT_LISTS, [limit]),
    );
    return {
      messages,
      scores: await this.#scoresOf(lists),
      scoreIds: lists.map(({ id }) => id),
    };
  }

  /** In the order of the lists, without those that are no longer kept. */
  async #scoresOf(lists: readonly ScoreList[]): Promise<OutgoingScore[]> {
    if (lists.length === 0) return [];
    const keys = [
      lists.flatMap((list) => list.patient_ids),
      lists.flatMap((list) => list.as_of),
      lists.flatMap((list) => list.score_ids),
    ];
    const rows = await withClient(this.#source, (client) =>
      readRows<OutgoingScoreRow>(client, SCORES_OF_LISTS, keys),
    );
    return rows.map(outgoingScoreOf);
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
