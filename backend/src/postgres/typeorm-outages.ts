import { DAY, MINUTE, type EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import { Outages, type OutageList } from '../pipeline/read-ports.ts';

/** A restart is no outage. */
const LONG = 5 * MINUTE;

interface Row {
  readonly from_time: Date;
  readonly to_time: Date;
  readonly patient_id: string;
  readonly name: string;
  readonly bed: string | null;
  readonly open_alert: boolean;
}

/** An alert that was open then, or a fact from then: what would have been decided on while nobody did. */
const OPEN = `
  SELECT o.from_time, o.to_time, b.patient_id, b.body ->> 'name' AS name, b.body ->> 'bed' AS bed, a.open AS open_alert
  FROM outage o CROSS JOIN board_row b
  CROSS JOIN LATERAL (
    SELECT EXISTS (
      SELECT 1 FROM alert WHERE patient_id = b.patient_id AND raised_at < o.to_time
        AND (state <> 'resolved' OR state_since >= o.from_time)
    ) AS open
  ) a
  WHERE o.to_time > $2 AND b.ward_id = $1
    AND (a.open OR EXISTS (
      SELECT 1 FROM observation WHERE patient_id = b.patient_id AND effective_at >= o.from_time AND effective_at < o.to_time
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
      [iso(now), iso(now - LONG)],
    );
  }

  async open(ward: string, now: EpochMs): Promise<readonly OutageList[]> {
    const rows = await this.#source.query<Row[]>(OPEN, [ward, iso(now - DAY)]);
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
