import { parquetWriteBuffer } from 'hyparquet-writer';
import type { TableColumn } from '../domain/export/seismometer-tables.ts';

/** Rows of a table as Parquet, Snappy; times are UTC, milliseconds. */
export class ParquetTable {
  readonly #columns: readonly TableColumn[];
  readonly #data: unknown[][];

  constructor(columns: readonly TableColumn[]) {
    this.#columns = columns;
    this.#data = columns.map(() => []);
  }

  add(rows: readonly (readonly unknown[])[]): void {
    for (const row of rows) this.#data.forEach((values, i) => values.push(row[i] ?? null));
  }

  get rows(): number {
    return this.#data[0]?.length ?? 0;
  }

  bytes(): Buffer {
    const columnData = this.#columns.map(({ name, type }, i) => ({
      ...{ name, type, data: this.#data[i] ?? [], nullable: true },
    }));
    return Buffer.from(parquetWriteBuffer({ columnData }));
  }
}
