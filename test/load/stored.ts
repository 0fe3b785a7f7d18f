import pg from 'pg';
import { query } from '../harness/system.ts';

/** What stands in the tables of the product. */
export interface Stored {
  /** Versions of FHIR resources about patients. */
  readonly records: number;
  readonly scores: number;
  readonly rejections: number;
  /** Their codes and how many of each; null = there are none. */
  readonly rejected: string | null;
  /** Messages out that nobody was sent yet. */
  readonly waiting: number;
}

export async function stored(url: string): Promise<Stored> {
  const [row] = await query<Stored>(
    url,
    // A version's first fact, or its mark that it has none. What was copied in about patients long gone does not count.
    `SELECT ((SELECT count(*) FROM observation WHERE fact_no <= 0 AND patient_id NOT LIKE 'past-%')
         + (SELECT count(*) FROM clinical_record) + (SELECT count(*) FROM report))::integer AS records,
       (SELECT count(*)::integer FROM score) AS scores,
       (SELECT count(*)::integer FROM rejection) AS rejections,
       (SELECT string_agg(n || ' × ' || code || ': ' || detail, '; ') FROM (
          SELECT code, min(detail) AS detail, count(*) AS n FROM rejection GROUP BY code) by_code) AS rejected,
       (SELECT count(*)::integer FROM outbox) AS waiting`,
  );
  return row!;
}

/** Bytes that the database takes, and that the server has written ahead since it exists. */
export interface Volume {
  readonly stored: number;
  readonly written: number;
}

export async function volume(url: string): Promise<Volume> {
  const [row] = await query<{ stored: number; written: number }>(
    url,
    `SELECT pg_database_size(current_database())::float8 AS stored,
       pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 AS written`,
  );
  return row!;
}

/** Asks, on one connection, how many log records are committed with their effects. */
export class Progress {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async open(url: string): Promise<Progress> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return new Progress(client);
  }

  async records(): Promise<number> {
    const { rows } = await this.#client.query<{ done: number }>({
      name: 'progress',
      text: 'SELECT coalesce(sum(next_offset), 0)::integer AS done FROM consumer_offset',
    });
    return rows[0]?.done ?? 0;
  }

  /** Where the product reads on, by "topic/partition". */
  async offsets(): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.#client.query<{ place: string; next: number }>({
      name: 'offsets',
      text: `SELECT topic || '/' || partition AS place, next_offset::integer AS next FROM consumer_offset`,
    });
    return new Map(rows.map(({ place, next }) => [place, next]));
  }

  /** Patients whose time has come: hours to be filled, alerts to be looked at; and lists of scores that nobody was told yet. */
  async due(): Promise<number> {
    const { rows } = await this.#client.query<{ due: number }>(
      `SELECT ((SELECT count(*) FROM patient WHERE next_wake_at <= now()) + (SELECT count(*) FROM score_outbox))::integer AS due`,
    );
    return rows[0]?.due ?? 0;
  }

  close(): Promise<void> {
    return this.#client.end();
  }
}
