import { storableJson, storableText } from './storable.ts';

/** Types of columns that rows are written to. */
export type SqlType =
  | 'text'
  | 'integer'
  | 'smallint'
  | 'bigint'
  | 'double precision'
  | 'boolean'
  | 'uuid'
  | 'bytea'
  /** From `EpochMs`. */
  | 'timestamptz'
  | 'jsonb'
  | 'json';

/** JSON that is text already. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Values of one column as an array parameter in the binary form of Postgres' own protocol: no digits, quotes or escapes to be written here and read
 * there. null and undefined are NULL.
 */
export function binaryArray(type: SqlType, values: readonly unknown[]): Buffer {
  return binaryColumn(type, values, (value) => value);
}

/** The same for what `of` says of each row. */
export function binaryColumn<Row>(
  type: SqlType,
  rows: readonly Row[],
  of: (row: Row) => unknown,
): Buffer {
  const { oid, write } = FORMS[type];
  const target = new Target(HEADER + rows.length * LIKELY);
  target.int32(rows.length === 0 ? 0 : 1);
  target.int32(1);
  target.int32(oid);
  if (rows.length === 0) return target.written;
  target.int32(rows.length);
  target.int32(1);
  for (const row of rows) {
    const value = of(row);
    if (value === null || value === undefined) {
      target.word(-1);
      continue;
    }
    const start = target.at;
    target.word(0);
    write(target, value);
    target.lengthSince(start);
  }
  return target.written;
}

const HEADER = 20;
const LIKELY = 24;

/** Bytes that grow as they are written. */
class Target {
  bytes: Buffer;
  view: DataView;
  at = 0;

  constructor(size: number) {
    this.bytes = Buffer.allocUnsafe(size);
    this.view = viewOf(this.bytes);
  }

  get written(): Buffer {
    return this.bytes.subarray(0, this.at);
  }

  room(size: number): void {
    if (this.at + size <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + size));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
    this.view = viewOf(larger);
  }

  byte(value: number): void {
    this.room(1);
    this.bytes[this.at] = value;
    this.at += 1;
  }

  /** These throw a RangeError for what does not fit. */
  int16(value: number): void {
    this.room(2);
    this.at = this.bytes.writeInt16BE(value, this.at);
  }

  int32(value: number): void {
    this.room(4);
    this.at = this.bytes.writeInt32BE(value, this.at);
  }

  int64(value: bigint): void {
    this.room(8);
    this.at = this.bytes.writeBigInt64BE(value, this.at);
  }

  /** The lowest 32 bits, unchecked. */
  word(value: number): void {
    this.room(4);
    this.view.setInt32(this.at, value);
    this.at += 4;
  }

  double(value: number): void {
    this.room(8);
    this.view.setFloat64(this.at, value);
    this.at += 8;
  }

  /** Of the value whose length stands at `start`. */
  lengthSince(start: number): void {
    this.view.setInt32(start, this.at - start - 4);
  }

  /** Short plain text, which most is, goes byte by byte: a call for each would cost more. */
  text(value: string): void {
    this.room(value.length * 3);
    const start = this.at;
    if (value.length <= SHORT) {
      const { bytes } = this;
      let index = 0;
      for (; index < value.length; index += 1) {
        const code = value.charCodeAt(index);
        if (code === 0 || code > 127) break;
        bytes[start + index] = code;
      }
      this.at = start + index;
      if (index === value.length) return;
    }
    this.at = start + this.bytes.write(storableText(value), start, 'utf8');
  }
}

const SHORT = 48;

function viewOf({ buffer, byteOffset, length }: Buffer): DataView {
  return new DataView(buffer, byteOffset, length);
}

interface Form {
  readonly oid: number;
  readonly write: (target: Target, value: unknown) => void;
}

/** Milliseconds from 1970 to where Postgres counts from, 2000. */
const POSTGRES_EPOCH = 946_684_800_000;

const FORMS: Readonly<Record<SqlType, Form>> = {
  text: { oid: 25, write: (target, value) => target.text(value as string) },
  integer: { oid: 23, write: (target, value) => target.int32(value as number) },
  smallint: { oid: 21, write: (target, value) => target.int16(value as number) },
  bigint: { oid: 20, write: (target, value) => target.int64(BigInt(value as number | bigint)) },
  'double precision': { oid: 701, write: (target, value) => target.double(value as number) },
  boolean: { oid: 16, write: (target, value) => target.byte(value === true ? 1 : 0) },
  uuid: {
    oid: 2950,
    write: (target, value) => {
      target.room(16);
      target.at += target.bytes.write((value as string).replaceAll('-', ''), target.at, 'hex');
    },
  },
  bytea: {
    oid: 17,
    write: (target, value) => {
      const bytes = value as Buffer;
      target.room(bytes.length);
      target.at += bytes.copy(target.bytes, target.at);
    },
  },
  timestamptz: { oid: 1184, write: writeTime },
  jsonb: {
    oid: 3802,
    write: (target, value) => {
      target.byte(1);
      target.text(jsonOf(value));
    },
  },
  json: { oid: 114, write: (target, value) => target.text(jsonOf(value)) },
};

function jsonOf(value: unknown): string {
  return value instanceof JsonText ? value.text : storableJson(value);
}

/** Microseconds since 2000, exact to the millisecond; throws for what is no time. */
function writeTime(target: Target, value: unknown): void {
  const time = Math.trunc(value as number);
  const micros = (time - POSTGRES_EPOCH) * 1000;
  if (!Number.isSafeInteger(micros)) {
    target.int64(BigInt(new Date(time).getTime() - POSTGRES_EPOCH) * 1000n);
    return;
  }
  const high = Math.floor(micros / 0x1_0000_0000);
  target.word(high);
  target.word(micros - high * 0x1_0000_0000);
}
