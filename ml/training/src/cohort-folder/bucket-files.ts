import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Lines that wait in memory before they are written. */
const WAITING = 4_000;

/**
 * Rows of many patients in any order, put by so that each patient's can be read together: a cohort that does not fit into memory is cut into
 * parts that do. In the system's temporary folder, for as long as it is open.
 */
export class BucketFiles {
  readonly #folder: string;
  readonly #waiting: string[][];

  private constructor(folder: string, buckets: number) {
    this.#folder = folder;
    this.#waiting = Array.from({ length: buckets }, () => []);
  }

  static async open(buckets: number): Promise<BucketFiles> {
    return new BucketFiles(await mkdtemp(join(tmpdir(), 'endwatch-cohort-')), buckets);
  }

  get count(): number {
    return this.#waiting.length;
  }

  /** @param row anything that JSON can hold */
  async put(patientId: string, row: unknown): Promise<void> {
    const bucket = bucketOf(patientId, this.count);
    const lines = this.#waiting[bucket] ?? [];
    lines.push(JSON.stringify(row));
    if (lines.length >= WAITING) await this.#write(bucket);
  }

  /** Rows of one bucket in the order in which they were put. */
  async *rows<Value>(bucket: number): AsyncIterable<Value> {
    await this.#write(bucket);
    const input = createReadStream(this.#path(bucket));
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      yield JSON.parse(line) as Value;
    }
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  #path(bucket: number): string {
    return join(this.#folder, String(bucket));
  }

  async #write(bucket: number): Promise<void> {
    const lines = this.#waiting[bucket]?.splice(0) ?? [];
    await appendFile(this.#path(bucket), lines.map((line) => `${line}\n`).join(''));
  }
}

/** The same for the same id, whatever the order of the rows. */
export function bucketOf(id: string, buckets: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE() % buckets;
}
