import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { RowProblem } from './problem.ts';

/** Every row and field that is not used, as a CSV file that is written while the cohort is read. */
export class ProblemList {
  readonly #file: WriteStream;

  private constructor(file: WriteStream) {
    this.#file = file;
    this.#write(['file', 'line', 'field', 'reason']);
  }

  static async open(path: string): Promise<ProblemList> {
    await mkdir(dirname(path), { recursive: true });
    return new ProblemList(createWriteStream(path));
  }

  add({ file, line, field, reason }: RowProblem): void {
    this.#write([file, String(line), field ?? '', reason]);
  }

  async close(): Promise<void> {
    this.#file.end();
    await once(this.#file, 'finish');
  }

  #write(cells: readonly string[]): void {
    this.#file.write(stringify([[...cells]]));
  }
}
