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

/** What was put under one id, in the order in which it was put. */
export interface PatientRows<Row> {
  readonly id: string;
  readonly rows: readonly Row[];
}

/** Between an id and a row; JSON has none of it inside a text. */
const AFTER_ID = '\t';

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
    const line = `${JSON.stringify(patientId)}${AFTER_ID}${JSON.stringify(row)}`;
    this.#waiting[this.#last.bucket]?.push(line);
    this.#held += line.length;
    if (this.#held > WAITING) await this.#write();
  }

  /** Every patient with all rows, in an order that depends on the ids alone. Must be asked for once everything has been put. */
  async *patients<Row>(): AsyncIterable<PatientRows<Row>> {
    await this.#write();
    for (let bucket = 0; bucket < this.count; bucket += 1) {
      yield* parsed<Row>(await this.#lines(bucket));
    }
  }

  /** Rows of one bucket as text, by id. */
  async #lines(bucket: number): Promise<ReadonlyMap<string, readonly string[]>> {
    const lines = new Map<string, string[]>();
    const path = this.#path(bucket);
    if (!existsSync(path)) return lines;
    for await (const line of linesOf(createReadStream(path))) {
      const to = line.indexOf(AFTER_ID);
      const id = line.slice(0, to);
      const row = line.slice(to + 1);
      const own = lines.get(id);
      if (own) own.push(row);
      else lines.set(id, [row]);
    }
    return lines;
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

/** Only the rows of the patient whose turn it is are more than text. */
function* parsed<Row>(lines: ReadonlyMap<string, readonly string[]>): Iterable<PatientRows<Row>> {
  const patients = [...lines]
    .map(([text, own]) => ({ id: JSON.parse(text) as string, own }))
    .map((one) => ({ ...one, hash: hashOf(one.id) }))
    .sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1));
  for (const { id, own } of patients) yield { id, rows: own.map((row) => JSON.parse(row) as Row) };
}

/** Bytes of a cohort that are in memory at once, as text. */
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
