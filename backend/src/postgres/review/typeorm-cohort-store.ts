import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { StayKey } from '../../domain/review/stay-filter.ts';
import { CohortStore, type Cohort } from '../../pipeline/review-stays.ts';
import { prepared, readRows, withClient } from '../connection.ts';
import { storableJson, storableText, toTimestamp } from '../storable.ts';

interface CohortRow {
  readonly id: string;
  readonly name: string;
  readonly created_at: EpochMs;
  readonly created_by: string;
  readonly filter: unknown;
  readonly stays: readonly StayKey[];
}

const COHORTS = 'SELECT id, name, created_at, created_by, filter, stays FROM review_cohort';

export class TypeormCohortStore extends CohortStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async all(): Promise<readonly Cohort[]> {
    const rows = await this.#read(`${COHORTS} ORDER BY created_at DESC, id`, []);
    return rows.map(cohortOf);
  }

  async find(id: string): Promise<Cohort | null> {
    const [row] = await this.#read(`${COHORTS} WHERE id = $1`, [id]);
    return row ? cohortOf(row) : null;
  }

  async save({ id, name, createdAt, createdBy, filter, stays }: Cohort): Promise<void> {
    const values = [
      ...[id, storableText(name), toTimestamp(createdAt), createdBy],
      ...[storableJson(filter), storableJson(stays)],
    ];
    const text = `INSERT INTO review_cohort (id, name, created_at, created_by, filter, stays)
      VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb)`;
    await withClient(this.#source, (client) => client.query({ ...prepared(text), values }));
  }

  async remove(id: string): Promise<boolean> {
    const rows = await this.#read(
      'DELETE FROM review_cohort WHERE id = $1 RETURNING id, name, created_at, created_by, filter, stays',
      [id],
    );
    return rows.length > 0;
  }

  #read(text: string, values: readonly unknown[]): Promise<readonly CohortRow[]> {
    return withClient(this.#source, (client) => readRows<CohortRow>(client, text, values));
  }
}

function cohortOf(row: CohortRow): Cohort {
  return {
    ...{ id: row.id, name: row.name, createdAt: row.created_at, createdBy: row.created_by },
    ...{ filter: row.filter, stays: row.stays },
  };
}
