import type { DataSource } from 'typeorm';
import { CANARY_ALERT, CANARY_NOTICE } from '../domain/canary/canary.ts';
import { CanaryStore, type CanaryAges } from '../pipeline/canary-store.ts';
import { readRows, withClient } from './connection.ts';

const HAND_IN = `
  INSERT INTO notice_outbox (alert_id, told, at)
  SELECT $1, 'first-on-call', clock_timestamp()
  WHERE NOT EXISTS (SELECT FROM notice_outbox WHERE alert_id = $1)
    AND NOT EXISTS (
      SELECT FROM notice n JOIN delivery d ON d.notice_id = n.id
      WHERE n.alert_ids @> ARRAY[$1]::text[] AND d.next_at IS NOT NULL
    )`;

/** A notice a minute is much more than a hospital has: those of the last hour are enough to look at. */
const LET_GO = `
  DELETE FROM notice
  WHERE alert_ids @> ARRAY[$1]::text[] AND created_at < clock_timestamp() - interval '1 hour'`;

/** One row for the whole installation. */
export class TypeormCanaryStore extends CanaryStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async claim(every: number): Promise<number | null> {
    const [row] = await this.#ask<{ number: number }>(
      `UPDATE canary SET number = number + 1, sent_at = clock_timestamp()
       WHERE sent_at <= clock_timestamp() - make_interval(secs => $1) RETURNING number`,
      [every / 1_000],
    );
    if (row === undefined) return null;
    await this.#ask(LET_GO, [CANARY_NOTICE]);
    return row.number;
  }

  async ages(): Promise<CanaryAges> {
    const [row] = await this.#ask<CanaryAges>(
      `SELECT (extract(epoch FROM now.now - sent_at) * 1000)::float8 AS "sentAgo",
         (extract(epoch FROM now.now - handed_out_at) * 1000)::float8 AS "handedOutAgo"
       FROM canary, LATERAL (SELECT clock_timestamp() AS now) now`,
    );
    return row ?? { sentAgo: 0, handedOutAgo: null };
  }

  async handIn(): Promise<void> {
    await this.#ask(HAND_IN, [CANARY_NOTICE]);
  }

  async handedOut(): Promise<void> {
    await this.#ask('UPDATE canary SET handed_out_at = clock_timestamp()');
  }

  async claimTelling(): Promise<boolean> {
    // Who told it may have died before it could be taken back: an hour later it is told anew.
    const told = await this.#ask(
      `UPDATE canary SET told_at = clock_timestamp()
       WHERE told_at IS NULL OR told_at < clock_timestamp() - interval '1 hour' RETURNING told_at`,
    );
    return told.length > 0;
  }

  async takeBack(): Promise<void> {
    await this.#ask(
      `WITH over AS (UPDATE canary SET told_at = NULL WHERE told_at IS NOT NULL RETURNING 1)
       INSERT INTO notice_outbox (alert_id, told, at) SELECT $1, 'clear', clock_timestamp() FROM over`,
      [CANARY_ALERT],
    );
  }

  async #ask<Row extends object>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    return withClient(this.#source, (client) => readRows<Row>(client, text, values));
  }
}
