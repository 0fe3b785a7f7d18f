import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import { CANARY_WARD } from '../domain/canary/canary.ts';
import { PipelineStatus, type Backlog } from '../pipeline/read-ports.ts';
import type { ScorerReport, ScorerSigns, StatusReading } from '../pipeline/service-state.ts';
import { giveUp, readRows, withClient } from './connection.ts';

export class TypeormPipelineStatus extends PipelineStatus {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async read(): Promise<StatusReading> {
    return withClient(this.#source, async (client) => {
      const rows = await readRows<Row>(client, READ);
      const readOnly = rows[0]?.read_only ?? false;
      // Begun while the database could not be written, a session says so for ever: the next reading asks a new one.
      if (readOnly) giveUp(client);
      return { now: rows[0]?.now ?? 0, readOnly, scorers: rows.flatMap(reportOf) };
    });
  }

  async backlog(): Promise<Backlog> {
    return withClient(this.#source, async (client) => {
      const alerts = await readRows<Backlog['alerts'][number]>(client, OPEN_ALERTS, [CANARY_WARD]);
      const [outbox] = await readRows<Backlog['outbox']>(client, OUTBOX);
      return { alerts, outbox: outbox ?? { waiting: 0, oldestSeconds: 0 } };
    });
  }

  async report(processId: string, signs: ScorerSigns): Promise<void> {
    await withClient(this.#source, (client) =>
      client.query(REPORT, [
        processId,
        signs.lagSeconds,
        signs.logAwaySeconds,
        signs.failingSeconds,
        signs.newestRecordSeconds,
      ]),
    );
  }
}

const OPEN_ALERTS = `
  SELECT kind, state, count(*)::integer AS count FROM alert WHERE state <> 'resolved' AND ward_id IS DISTINCT FROM $1
  GROUP BY kind, state`;

const OUTBOX = `
  SELECT coalesce(sum(messages), 0)::integer AS waiting, coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS "oldestSeconds"
  FROM (
    (SELECT created_at, 1 AS messages FROM outbox ORDER BY id LIMIT 100000)
    UNION ALL (SELECT created_at, count FROM score_outbox ORDER BY id LIMIT 10000)
  ) AS o`;

interface Row {
  readonly now: EpochMs;
  readonly read_only: boolean;
  readonly reported_at: EpochMs | null;
  readonly lag_seconds: number;
  readonly log_away_since: EpochMs | null;
  readonly failing_since: EpochMs | null;
  readonly newest_record_at: EpochMs | null;
}

function reportOf(row: Row): readonly ScorerReport[] {
  if (row.reported_at === null) return [];
  return [
    {
      reportedAt: row.reported_at,
      lagSeconds: row.lag_seconds,
      logAwaySince: row.log_away_since,
      failingSince: row.failing_since,
      newestRecordAt: row.newest_record_at,
    },
  ];
}

/** One row at least: whether Postgres takes writes is asked too. */
const READ = `
  SELECT clock_timestamp() AS now, s.*,
    pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS read_only
  FROM (SELECT) AS always
  LEFT JOIN process_status s ON s.reported_at > now() - interval '1 day'`;

const REPORT = `
  WITH gone AS (DELETE FROM process_status WHERE reported_at < now() - interval '1 day')
  INSERT INTO process_status (process_id, reported_at, lag_seconds, log_away_since, failing_since, newest_record_at)
  VALUES ($1, now(), $2, now() - make_interval(secs => $3), now() - make_interval(secs => $4), now() - make_interval(secs => $5))
  ON CONFLICT (process_id) DO UPDATE SET
    reported_at = excluded.reported_at, lag_seconds = excluded.lag_seconds, log_away_since = excluded.log_away_since,
    failing_since = excluded.failing_since, newest_record_at = excluded.newest_record_at`;
