import type { EpochMs } from '@endwatch/clinical';
import type { Alert } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import type { ShiftEvents } from '../domain/handover/shift-events.ts';
import { HandoverQueries } from '../pipeline/read-ports.ts';
import { MOVED_BY } from './people-names.ts';

interface AlertRow {
  readonly patient_id: string;
  readonly kind: Alert['kind'];
  readonly at: Date;
  readonly to_state: Alert['state'];
  readonly by: string;
  readonly reason: string;
}

interface ReportRow {
  readonly patient_id: string;
  readonly at: Date;
  readonly title: string | null;
  readonly text: string;
}

const ALERTS = `SELECT a.patient_id, a.kind, t.at, t.to_state, ${MOVED_BY}, t.reason
  FROM alert a JOIN alert_transition t ON t.alert_id = a.id
  WHERE a.patient_id = ANY($1::text[]) AND t.at >= $2 ORDER BY t.id`;

/** The newest version of each that was not taken back. */
const REPORTS = `SELECT patient_id, effective_at AS at, title, text FROM (
    SELECT DISTINCT ON (patient_id, resource_key) * FROM report WHERE patient_id = ANY($1::text[])
    ORDER BY patient_id, resource_key, version DESC
  ) newest WHERE NOT retracted AND coalesce(issued_at, effective_at) >= $2 ORDER BY effective_at`;

/** As it was known when the shift began. */
const RISKS = `SELECT w.id AS patient_id, s.next24h FROM unnest($1::text[]) AS w(id) CROSS JOIN LATERAL (
    SELECT next24h FROM score WHERE patient_id = w.id AND as_of <= $2 AND as_of > $2::timestamptz - interval '24 hours'
      AND known_at <= $2 ORDER BY as_of DESC, known_at DESC LIMIT 1
  ) s`;

export class TypeormHandoverQueries extends HandoverQueries {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async since(
    patientIds: readonly string[],
    from: EpochMs,
  ): Promise<ReadonlyMap<string, ShiftEvents>> {
    const asked = [patientIds, new Date(from).toISOString()];
    const [alerts, reports, risks] = await Promise.all([
      this.#source.query<AlertRow[]>(ALERTS, asked),
      this.#source.query<ReportRow[]>(REPORTS, asked),
      this.#source.query<{ patient_id: string; next24h: number }[]>(RISKS, asked),
    ]);
    return new Map(
      patientIds.map((id): [string, ShiftEvents] => [
        id,
        {
          riskBefore: risks.find((row) => row.patient_id === id)?.next24h ?? null,
          alerts: alerts
            .filter((row) => row.patient_id === id)
            .map(({ kind, at, to_state, by, reason }) => ({
              ...{ kind, at: at.getTime(), to: to_state, by, reason },
            })),
          reports: reports
            .filter((row) => row.patient_id === id)
            .map(({ at, title, text }) => ({ at: at.getTime(), title, text })),
        },
      ]),
    );
  }
}
