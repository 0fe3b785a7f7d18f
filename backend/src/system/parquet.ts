import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer, schemaFromColumnData } from 'hyparquet-writer';
import type { TableColumn } from '../domain/export/seismometer-tables.ts';

/** Rows of a table as Parquet, Snappy; times are UTC, milliseconds, and do not say so: pandas makes no `datetime64[ns]`, which seismometer asks for, of those that do. */
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
    const times = this.#columns.filter(({ type }) => type === 'TIMESTAMP').map(timeElement);
    const columnData = this.#columns.map(({ name, type }, i) => ({
      ...{ name, data: this.#data[i] ?? [] },
      ...(type === 'TIMESTAMP' ? {} : { type, nullable: true }),
    }));
    const schema = schemaFromColumnData({
      columnData,
      schemaOverrides: Object.fromEntries(times.map((element) => [element.name, element])),
    });
    const untyped = columnData.map(({ name, data }) => ({ name, data }));
    return Buffer.from(parquetWriteBuffer({ columnData: untyped, schema }));
  }
}

function timeElement({ name }: TableColumn): SchemaElement {
  return {
    ...{ name, type: 'INT64', repetition_type: 'OPTIONAL' },
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' },
  };
}
