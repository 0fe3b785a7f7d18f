import { execFileSync } from 'node:child_process';
import { parquetReadObjects } from 'hyparquet';

export type Row = Readonly<Record<string, unknown>>;

/** An archive as the tar of the system reads it. */
export function filesOf(archive: Buffer): ReadonlyMap<string, Buffer> {
  const tar = (...args: string[]): Buffer =>
    execFileSync('tar', args, { input: archive, maxBuffer: 1e9 });
  const names = tar('-t').toString().trim().split('\n');
  return new Map(names.map((name) => [name, tar('-xO', name)]));
}

/** Of all files of an archive, which are NDJSON. */
export function resourcesOf(files: ReadonlyMap<string, Buffer>): Row[] {
  return [...files.values()].flatMap((text) =>
    text
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Row),
  );
}

export function rowsOf(parquet: Buffer = Buffer.alloc(0)): Promise<Row[]> {
  const { buffer, byteOffset, byteLength } = new Uint8Array(parquet);
  return parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) });
}

/** In the order of their first row. */
export function distinct(rows: readonly Row[], column: string): unknown[] {
  return [...new Set(rows.map((row) => row[column]))];
}
