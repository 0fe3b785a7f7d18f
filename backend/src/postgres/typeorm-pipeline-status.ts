import type { DataSource } from 'typeorm';
import { PipelineStatus } from '../pipeline/read-ports.ts';

/** A scorer that has not reported for this long counts as gone. */
const ALIVE_SECONDS = 10;

export class TypeormPipelineStatus extends PipelineStatus {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async lagSeconds(): Promise<number> {
    // With nobody alive the lag is at least the silence of the last one; with no row at all nothing has ever run.
    const [row] = await this.#source.query<{ lag: number | null }[]>(
      `SELECT coalesce(
         max(lag_seconds) FILTER (WHERE reported_at > now() - make_interval(secs => $1)),
         extract(epoch FROM now() - max(reported_at))
       )::float8 AS lag FROM process_status`,
      [ALIVE_SECONDS],
    );
    return Math.max(0, row?.lag ?? 0);
  }

  async report(status: { readonly processId: string; readonly lagSeconds: number }): Promise<void> {
    await this.#source.query(
      `WITH gone AS (DELETE FROM process_status WHERE reported_at < now() - interval '1 day')
       INSERT INTO process_status (process_id, reported_at, lag_seconds) VALUES ($1, now(), $2)
       ON CONFLICT (process_id) DO UPDATE SET reported_at = now(), lag_seconds = $2`,
      [status.processId, status.lagSeconds],
    );
  }
}
