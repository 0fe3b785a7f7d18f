import type { EpochMs } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { StayKey } from '../../domain/review/stay-filter.ts';
import { CohortStore, type Cohort, type NamedCohort } from '../../pipeline/review-stays.ts';
import { prepared, readRows, withClient } from '../connection.ts';
import { nameOf } from '../people-names.ts';
import { storableJson, storableText, toTimestamp } from '../storable.ts';

interface CohortRow {
  readonly id: string;
  readonly name: string;
  readonly created_at: EpochMs;
  readonly created_by: string;
  readonly filter: unknown;
  readonly stays: readonly StayKey[];
}

interface NamedRow extends CohortRow {
  readonly created_by_name: string;
}

const COLUMNS = 'id, name, created_at, created_by, filter, stays';
const NAMED = `SELECT ${COLUMNS}, ${nameOf('created_by')} AS created_by_name FROM review_cohort
  ORDER BY created_at DESC, id`;

export class TypeormCohortStore extends CohortStore {
  readonly #source: DataSource;

  constructor(source: DataSource) {
    super();
    this.#source = source;
  }

  async all(): Promise<readonly NamedCohort[]> {
    const rows = await this.#read<NamedRow>(NAMED, []);
    return rows.map((row) => ({ ...cohortOf(row), createdByName: row.created_by_name }));
  }

  async find(id: string): Promise<Cohort | null> {
    const [row] = await this.#read(`SELECT ${COLUMNS} FROM review_cohort WHERE id = $1`, [id]);
    return row ? cohortOf(row) : null;
  }

  async save({ id, name, createdAt, createdBy, filter, stays }: Cohort): Promise<void> {
    const values = [
      ...[id, storableText(name), toTimestamp(createdAt), createdBy],
      ...[storableJson(filter), storableJson(stays)],
    ];
    const text = `INSERT INTO review_cohort (${COLUMNS})
      VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb)`;
    await withClient(this.#source, (client) => client.query({ ...prepared(text), values }));
  }

  async remove(id: string): Promise<boolean> {
    const rows = await this.#read('DELETE FROM review_cohort WHERE id = $1 RETURNING id', [id]);
    return rows.length > 0;
  }

  #read<Row extends object = CohortRow>(
    text: string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    return withClient(this.#source, (client) => readRows<Row>(client, text, values));
  }
}

function cohortOf(row: CohortRow): Cohort {
  return {
    ...{ id: row.id, name: row.name, createdAt: row.created_at, createdBy: row.created_by },
    ...{ filter: row.filter, stays: row.stays },
  };
}
