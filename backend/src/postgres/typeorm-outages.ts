import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import { LONG_OUTAGE, Outages, type Gap, type OutageList } from '../pipeline/read-ports.ts';
import { inTransaction } from './connection.ts';

interface Row {
  readonly from_time: Date;
  readonly to_time: Date;
  readonly patient_id: string;
  readonly name: string;
  readonly bed: string | null;
  readonly open_alert: boolean;
}

/** Whoever was there then and had an alert open, or has a fact from then: what would have been decided on while nobody did. It is there until it is ticked or they have left. */
const OPEN = `
  SELECT o.from_time, o.to_time, b.patient_id, b.body ->> 'name' AS name, b.body ->> 'bed' AS bed, a.open AS open_alert
  FROM outage o CROSS JOIN board_row b
  CROSS JOIN LATERAL (
    SELECT EXISTS (
      SELECT 1 FROM alert WHERE patient_id = b.patient_id AND raised_at < o.to_time
        AND (state <> 'resolved' OR state_since >= o.from_time)
    ) AS open
  ) a
  WHERE b.ward_id = $1 AND coalesce((b.body ->> 'admittedAt')::timestamptz < o.to_time, true)
    AND (a.open OR EXISTS (
      SELECT 1 FROM observation WHERE patient_id = b.patient_id AND effective_at >= o.from_time AND effective_at < o.to_time
    ) OR EXISTS (
      SELECT 1 FROM report WHERE patient_id = b.patient_id AND effective_at >= o.from_time AND effective_at < o.to_time
    ))
    AND NOT EXISTS (SELECT 1 FROM outage_check c WHERE c.from_time = o.from_time AND c.patient_id = b.patient_id)
  ORDER BY o.from_time DESC, bed, b.patient_id`;

export class TypeormOutages extends Outages {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async notice(now: EpochMs): Promise<void> {
    await this.#source.query(
      `INSERT INTO outage (from_time, to_time)
       SELECT max(reported_at), $1::timestamptz FROM process_status HAVING max(reported_at) < $2::timestamptz
       ON CONFLICT DO NOTHING`,
      [iso(now), iso(now - LONG_OUTAGE)],
    );
  }

  /** Processes that were cut off together are well again together: the first says so, of another one's time what is left is kept. */
  async keep({ from, to }: Gap): Promise<void> {
    await inTransaction(this.#source, async (client) => {
      await client.query('LOCK TABLE outage IN SHARE ROW EXCLUSIVE MODE');
      await client.query(
        `INSERT INTO outage (from_time, to_time)
         SELECT begun, $2::timestamptz FROM (
           SELECT greatest($1::timestamptz, max(to_time)) AS begun FROM outage WHERE from_time < $2 AND to_time > $1
         ) AS rest
         WHERE $2::timestamptz - begun > make_interval(secs => $3)
         ON CONFLICT DO NOTHING`,
        [iso(from), iso(to), LONG_OUTAGE / 1000],
      );
      return { keep: true, value: undefined };
    });
  }

  async open(ward: string): Promise<readonly OutageList[]> {
    const rows = await this.#source.query<Row[]>(OPEN, [ward]);
    const outages = Map.groupBy(rows, (row) => row.from_time.getTime());
    return [...outages.values()].flatMap((group): OutageList[] => {
      const [first] = group;
      if (first === undefined) return [];
      return [
        {
          ...{ from: first.from_time.getTime(), to: first.to_time.getTime() },
          patients: group.map(({ patient_id, name, bed, open_alert }) => ({
            ...{ patientId: patient_id, name, bed, openAlert: open_alert },
          })),
        },
      ];
    });
  }

  async tick(
    { from, patientId }: { readonly from: EpochMs; readonly patientId: string },
    { by, at }: { readonly by: string; readonly at: EpochMs },
  ): Promise<void> {
    // Times of outages are kept to the microsecond; a page knows milliseconds.
    await this.#source.query(
      `INSERT INTO outage_check (from_time, patient_id, by, at)
       SELECT from_time, $2, $3, $4 FROM outage WHERE date_trunc('milliseconds', from_time) = $1::timestamptz
       ON CONFLICT DO NOTHING`,
      [iso(from), patientId, by, iso(at)],
    );
  }
}

function iso(time: EpochMs): string {
  return new Date(time).toISOString();
}
