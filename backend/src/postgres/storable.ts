import { hash } from 'node:crypto';
import { endianness } from 'node:os';
import type { EpochMs } from '@endwatch/clinical';

const NUL = /\u0000/g;

/** What Postgres can keep as text: no NUL, no half of a surrogate pair. Anything else would make a batch fail for ever. */
export function storableText(text: string): string {
  if (text.isWellFormed() && !text.includes('\u0000')) return text;
  return text.replace(NUL, '\uFFFD').toWellFormed();
}

/** As JSON writes what Postgres cannot keep; a backslash before it may make it mean something else, which is found out then. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/;

export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  if (!UNSTORABLE.test(text)) return text;
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? storableText(inner) : inner,
  );
}

/** ISO 8601 in UTC, exact to the millisecond; years above 9999 as Postgres writes them. */
export function toTimestamp(time: EpochMs): string {
  return new Date(time).toISOString().replace(/^\+0*/, '');
}

/** `2026-03-29 00:30:15.137+00`, up to microseconds; other forms by the slow way. */
export function epochMsOf(text: string): EpochMs {
  if (text.length < 22 || text[4] !== '-' || text[10] !== ' ' || !text.endsWith('+00')) {
    return new Date(text).getTime();
  }
  const digits = (from: number, to: number): number => Number(text.slice(from, to));
  const ms = text[19] === '.' ? digits(20, Math.min(23, text.length - 3)) : 0;
  const scale = text[19] === '.' ? 10 ** Math.max(0, 3 - (text.length - 23)) : 1;
  return (
    Date.UTC(
      digits(0, 4),
      digits(5, 7) - 1,
      digits(8, 10),
      digits(11, 13),
      digits(14, 16),
      digits(17, 19),
    ) +
    ms * scale
  );
}

/** 128 bits of SHA-256 over the parts, as a uuid: an index key of fixed size whatever a sender calls its things. */
export function digest(...parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex').slice(0, 32);
}

/** The bits as they are, little-endian. */
export function float32Bytes(values: Float32Array): Buffer {
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return endianness() === 'LE' ? bytes : Buffer.from(bytes).swap32();
}

export function float32Of(bytes: Buffer): Float32Array {
  // A copy, because a Float32Array must begin at a multiple of four.
  const copy = new Uint8Array(bytes);
  if (endianness() !== 'LE') Buffer.from(copy.buffer).swap32();
  return new Float32Array(copy.buffer);
}
