import type { EpochMs } from '@endwatch/clinical';
import type { ReviewAssessment, ReviewScore, ReviewStay } from '../../domain/review/review-stay.ts';

/**
 * Examinations and scores of a stay as little-endian bytes, because half a million scores are read for one view: length of the header (uint32),
 * the header as JSON, then from the next multiple of 8 on one column after the other: six of float64 (NaN = null), three of uint16 (places in
 * the lists of the header), the ids as 16 bytes each.
 */
interface Header {
  readonly format: 1;
  /** at, knownAt, total, motor */
  readonly assessments: readonly (readonly [EpochMs, EpochMs, number | null, number | null])[];
  readonly scores: number;
  readonly models: readonly string[];
  readonly missing: readonly (readonly string[])[];
  readonly outOfPopulation: readonly (readonly string[])[];
  /** Where they are no UUIDs; null where they are, as all that Endwatch makes. */
  readonly ids: readonly string[] | null;
}

const NUMBERS = ['asOf', 'knownAt', 'supersededAt', 'next24h', 'by48h', 'by7d'] as const;
/** Models, missing inputs, reasons outside the population. */
const LISTS = 3;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const ID_CHARACTERS = 36;

/** A list without repeats, and the place of each thing in it. */
class Places<Value> {
  readonly values: Value[] = [];
  readonly #known = new Map<string, number>();

  of(value: Value): number {
    const key = JSON.stringify(value);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}

export function packCourse({
  assessments,
  scores,
}: Pick<ReviewStay, 'assessments' | 'scores'>): Buffer {
  const n = scores.length;
  const [models, missing, out] = [
    new Places<string>(),
    new Places<readonly string[]>(),
    new Places<readonly string[]>(),
  ];
  const numbers = new DataView(new ArrayBuffer(n * NUMBERS.length * 8));
  const places = new DataView(new ArrayBuffer(n * LISTS * 2));
  scores.forEach((score, i) => {
    NUMBERS.forEach((name, column) => {
      numbers.setFloat64((column * n + i) * 8, score[name] ?? NaN, true);
    });
    const listed = [
      models.of(score.modelVersion),
      missing.of(score.missing),
      out.of(score.outOfPopulation),
    ];
    listed.forEach((place, column) => {
      places.setUint16((column * n + i) * 2, place, true);
    });
  });
  const uuids = scores.every(({ id }) => UUID.test(id));
  const header: Header = {
    ...{ format: 1, scores: n, models: models.values },
    assessments: assessments.map(({ at, knownAt, total, motor }) => [at, knownAt, total, motor]),
    ...{ missing: missing.values, outOfPopulation: out.values },
    ids: uuids ? null : scores.map(({ id }) => id),
  };
  const ids = uuids ? scores.map(({ id }) => Buffer.from(id.replaceAll('-', ''), 'hex')) : [];
  return Buffer.concat([
    headerBytes(header),
    Buffer.from(numbers.buffer),
    Buffer.from(places.buffer),
    ...ids,
  ]);
}

function headerBytes(header: Header): Buffer {
  const text = Buffer.from(JSON.stringify(header), 'utf8');
  const bytes = Buffer.alloc(numbersBegin(text.length));
  bytes.writeUInt32LE(text.length, 0);
  text.copy(bytes, 4);
  return bytes;
}

function numbersBegin(headerLength: number): number {
  return Math.ceil((4 + headerLength) / 8) * 8;
}

export interface Course {
  readonly assessments: readonly ReviewAssessment[];
  readonly scores: readonly ReviewScore[];
}

export function unpackCourse(bytes: Buffer): Course {
  const length = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as Header;
  return {
    assessments: header.assessments.map(([at, knownAt, total, motor]) => ({
      ...{ at, knownAt, total, motor },
    })),
    scores: scoresOf(header, bytes.subarray(numbersBegin(length))),
  };
}

function scoresOf(header: Header, bytes: Buffer): readonly ReviewScore[] {
  const n = header.scores;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const placesFrom = n * NUMBERS.length * 8;
  const idsFrom = placesFrom + n * LISTS * 2;
  const number = (column: number, i: number): number => view.getFloat64((column * n + i) * 8, true);
  const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const place = (column: number, i: number): number =>
    view.getUint16(placesFrom + (column * n + i) * 2, true);
  const ids = header.ids === null ? written(bytes.subarray(idsFrom), n) : '';
  const scores = new Array<ReviewScore>(n);
  for (let i = 0; i < n; i += 1) {
    scores[i] = {
      id: header.ids?.[i] ?? ids.slice(i * ID_CHARACTERS, (i + 1) * ID_CHARACTERS),
      asOf: number(0, i),
      knownAt: number(1, i),
      supersededAt: orNull(number(2, i)),
      next24h: number(3, i),
      by48h: orNull(number(4, i)),
      by7d: orNull(number(5, i)),
      modelVersion: header.models[place(0, i)] ?? '',
      missing: header.missing[place(1, i)] ?? [],
      outOfPopulation: header.outOfPopulation[place(2, i)] ?? [],
    };
  }
  return scores;
}

/** All ids as one text, of which each is a part: text put together for each would be most of the work and of the memory. */
function written(bytes: Buffer, count: number): string {
  const text = Buffer.alloc(count * ID_CHARACTERS, '-');
  let [from, at] = [0, 0];
  for (let i = 0; i < count; i += 1) {
    for (const length of GROUPS) {
      for (const end = from + length; from < end; from += 1, at += 2) {
        const byte = bytes[from] ?? 0;
        text[at] = HEX[byte >> 4] ?? 0;
        text[at + 1] = HEX[byte & 15] ?? 0;
      }
      at += 1;
    }
    at -= 1;
  }
  return text.toString('latin1');
}

const HEX = Buffer.from('0123456789abcdef');
/** Bytes between two dashes. */
const GROUPS = [4, 2, 2, 2, 6] as const;
