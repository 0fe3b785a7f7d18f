import type { DataSource } from 'typeorm';
import { CANARY_ALERT } from '../domain/canary/canary.ts';
import { CanaryStore } from '../pipeline/canary-store.ts';
import { readRows, withClient } from './connection.ts';

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
    return row?.number ?? null;
  }

  async sentAgo(): Promise<number> {
    const [row] = await this.#ask<{ ago: number }>(
      `SELECT (extract(epoch FROM clock_timestamp() - sent_at) * 1000)::float8 AS ago FROM canary`,
    );
    return row?.ago ?? 0;
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
