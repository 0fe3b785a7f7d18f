import type { FeatureVector } from '@endwatch/clinical';

const OFFSET_A = 0x811c9dc5;
const OFFSET_B = 0x9747b28c;
const PRIME_A = 0x01000193;
const PRIME_B = 0x5bd1e995;
const NAN_BITS = 0x7fc00000;

export interface Fingerprinted {
  readonly features: FeatureVector;
  readonly report: Float32Array | null;
  /** Said with the score, though the model does not read it. */
  readonly outOfPopulation: readonly string[];
}

/**
 * What a score was computed from, as 16 hexadecimal digits: equal inputs always give equal text, different inputs practically never (two
 * independent 32-bit FNV-1a style sums; this is a memory aid for "did anything change", not a security measure).
 */
export function fingerprintOf({ features, report, outOfPopulation }: Fingerprinted): string {
  const { featureSet, values, missing, ageHours } = features;
  const texts = [featureSet, ...outOfPopulation];
  const letters = texts.reduce((sum, text) => sum + text.length, 0);
  const length = 2 * values.length + missing.length + (report?.length ?? 0) + letters + 1;
  // All in one array of one kind: this runs several times for each record.
  const words = new Uint32Array(length);
  let end = putText(words, 0, featureSet);
  end = putFloats(words, end, values);
  words.set(missing, end);
  end = putFloats(words, end + missing.length, ageHours);
  words[end] = report === null ? 0 : report.length + 1;
  end += 1;
  if (report !== null) end = putFloats(words, end, report);
  for (const reason of outOfPopulation) end = putText(words, end, reason);
  return mixed(words, end);
}

function putText(words: Uint32Array, from: number, text: string): number {
  let end = from;
  for (const character of text) {
    words[end] = character.codePointAt(0) ?? 0;
    end += 1;
  }
  return end;
}

/** By their bits; every NaN is the same. */
function putFloats(words: Uint32Array, from: number, values: Float32Array): number {
  words.set(new Uint32Array(values.buffer, values.byteOffset, values.length), from);
  for (let i = 0; i < values.length; i += 1) {
    if (Number.isNaN(values[i])) words[from + i] = NAN_BITS;
  }
  return from + values.length;
}

function mixed(words: Uint32Array, length: number): string {
  let a = OFFSET_A;
  let b = OFFSET_B;
  for (let i = 0; i < length; i += 1) {
    const word = words[i] ?? 0;
    a = Math.imul(a ^ word, PRIME_A);
    a ^= a >>> 15;
    b = Math.imul(b ^ (word >>> 16) ^ (word << 16), PRIME_B);
    b ^= b >>> 13;
  }
  return hex(a) + hex(b);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
