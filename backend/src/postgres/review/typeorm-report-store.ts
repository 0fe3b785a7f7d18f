import type { EpochMs } from '@endwatch/clinical';
import { monthReportSchema, type KeptReport, type MonthReport } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { ReportStore } from '../../pipeline/monthly-reports.ts';
import { inTransaction, readRows, withClient } from '../connection.ts';
import { storableJson, toTimestamp } from '../storable.ts';

interface ReportRow {
  readonly month: string;
  readonly provisional: boolean;
  readonly composed_at: EpochMs;
  readonly composed_by: string | null;
  readonly model_version: string;
  readonly stays: number;
  readonly ends: number;
}

const ALL = `SELECT DISTINCT ON (month) month, provisional, composed_at, composed_by, model_version, stays, ends
  FROM review_report ORDER BY month DESC, provisional`;
const FIND = 'SELECT body FROM review_report WHERE month = $1 ORDER BY provisional LIMIT 1';
const COLUMNS = 'month, provisional, composed_at, composed_by, model_version, stays, ends, body';
const KEEP = `INSERT INTO review_report (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)`;

export class TypeormReportStore extends ReportStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async all(): Promise<readonly KeptReport[]> {
    const rows = await withClient(this.#source, (client) => readRows<ReportRow>(client, ALL, []));
    return rows.map(({ composed_at, composed_by, model_version, ...row }) => ({
      ...{ ...row, composedAt: new Date(composed_at).toISOString(), composedBy: composed_by },
      modelVersion: model_version,
    }));
  }

  async find(month: string): Promise<MonthReport | null> {
    const [row] = await withClient(this.#source, (client) =>
      readRows<{ body: unknown }>(client, FIND, [month]),
    );
    return row ? monthReportSchema.parse(row.body) : null;
  }

  keep(report: MonthReport): Promise<boolean> {
    const { month, provisional, composedAt, composedBy, modelVersion, stays, ends } = report;
    const values = [
      ...[month, provisional, toTimestamp(Date.parse(composedAt)), composedBy, modelVersion],
      ...[stays, ends, storableJson(report)],
    ];
    return inTransaction(this.#source, async (client) => {
      // One after the other, so that a provisional report never comes back beside the final one.
      await client.query('SELECT pg_advisory_xact_lock($1)', [REPORT_LOCK]);
      const [final] = await readRows(
        client,
        'SELECT 1 FROM review_report WHERE month = $1 AND NOT provisional',
        [month],
      );
      if (final) return { keep: false, value: false };
      await client.query('DELETE FROM review_report WHERE month = $1', [month]);
      await client.query(KEEP, values);
      return { keep: true, value: true };
    });
  }
}

/** Any number that all processes of Endwatch agree on. */
const REPORT_LOCK = 4_190_238;
