import { createHash } from 'node:crypto';
import { createReadStream, existsSync, rmSync } from 'node:fs';
import { appendFile, mkdtemp } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesOf } from './lines-of.ts';

/** Characters that wait in memory before they are written. */
const WAITING = 16 * 1024 * 1024;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function leave(signal: NodeJS.Signals): void {
  process.exit(128 + constants.signals[signal]);
}

/**
 * Rows of many patients in any order, put by so that each patient's can be read together: a cohort that does not fit into memory is cut into
 * parts that do. In the system's temporary folder, for as long as it is open.
 */
export class BucketFiles {
  readonly #folder: string;
  readonly #waiting: string[][];
  #held = 0;
  /** Rows of one patient mostly follow one another. */
  #last = { id: '', bucket: 0 };

  private constructor(folder: string, buckets: number) {
    this.#folder = folder;
    this.#waiting = Array.from({ length: buckets }, () => []);
    this.#last = { id: '', bucket: bucketOf('', buckets) };
    // What patients' data there is goes, however the program ends.
    process.once('exit', this.#remove);
    for (const signal of SIGNALS) process.on(signal, leave);
  }

  static async open(buckets: number): Promise<BucketFiles> {
    return new BucketFiles(await mkdtemp(join(tmpdir(), 'endwatch-cohort-')), buckets);
  }

  get count(): number {
    return this.#waiting.length;
  }

  /** @param row anything that JSON can hold */
  async put(patientId: string, row: unknown): Promise<void> {
    if (patientId !== this.#last.id) {
      this.#last = { id: patientId, bucket: bucketOf(patientId, this.count) };
    }
    const line = JSON.stringify(row);
    this.#waiting[this.#last.bucket]?.push(line);
    this.#held += line.length;
    if (this.#held > WAITING) await this.#write();
  }

  /** Rows of one bucket in the order in which they were put. */
  async rows<Value>(bucket: number): Promise<Value[]> {
    await this.#write();
    const path = this.#path(bucket);
    if (!existsSync(path)) return [];
    const rows: Value[] = [];
    for await (const line of linesOf(createReadStream(path))) rows.push(JSON.parse(line) as Value);
    return rows;
  }

  close(): void {
    for (const signal of SIGNALS) process.off(signal, leave);
    process.off('exit', this.#remove);
    this.#remove();
  }

  readonly #remove = (): void => {
    rmSync(this.#folder, { recursive: true, force: true });
  };

  #path(bucket: number): string {
    return join(this.#folder, String(bucket));
  }

  async #write(): Promise<void> {
    if (this.#held === 0) return;
    this.#held = 0;
    for (const [bucket, lines] of this.#waiting.entries()) {
      if (lines.length === 0) continue;
      this.#waiting[bucket] = [];
      await appendFile(this.#path(bucket), `${lines.join('\n')}\n`);
    }
  }
}

/** Bytes of a cohort that are in memory at once; as records about ten times as many. */
const BUCKET_BYTES = 6 * 1024 * 1024;
const MOST_BUCKETS = 1024;

/** As many as it takes for rows of so many bytes. */
export function bucketsFor(bytes: number): Promise<BucketFiles> {
  return BucketFiles.open(Math.min(MOST_BUCKETS, 1 + Math.ceil(bytes / BUCKET_BYTES)));
}

/** A whole number below 2³² that is the same for the same text wherever and whenever it is asked for. */
export function hashOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE();
}

/** Ascends with the hash, so that going through the buckets, and in each by hash, is one order for any number of buckets. */
export function bucketOf(id: string, buckets: number): number {
  return Math.floor((hashOf(id) / 2 ** 32) * buckets);
}
