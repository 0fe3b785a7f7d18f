import type { FeatureVector } from '@endwatch/clinical';

const OFFSET_A = 0x811c9dc5;
const OFFSET_B = 0x9747b28c;
const PRIME_A = 0x01000193;
const PRIME_B = 0x5bd1e995;
const NAN_BITS = 0x7fc00000;

const floats = new Float32Array(1);
const bits = new Uint32Array(floats.buffer);

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
  const sum = { a: OFFSET_A, b: OFFSET_B };
  mixText(sum, features.featureSet);
  mixAll(sum, features.values);
  for (const missing of features.missing) mix(sum, missing);
  mixAll(sum, features.ageHours);
  mix(sum, report === null ? 0 : report.length + 1);
  if (report !== null) mixAll(sum, report);
  for (const reason of outOfPopulation) mixText(sum, reason);
  return hex(sum.a) + hex(sum.b);
}

function mixText(sum: { a: number; b: number }, text: string): void {
  for (const character of text) mix(sum, character.codePointAt(0) ?? 0);
}

function mixAll(sum: { a: number; b: number }, values: Float32Array): void {
  for (const value of values) {
    floats[0] = value;
    mix(sum, Number.isNaN(value) ? NAN_BITS : (bits[0] ?? 0));
  }
}

function mix(sum: { a: number; b: number }, word: number): void {
  sum.a = Math.imul(sum.a ^ word, PRIME_A);
  sum.a ^= sum.a >>> 15;
  sum.b = Math.imul(sum.b ^ (word >>> 16) ^ (word << 16), PRIME_B);
  sum.b ^= sum.b >>> 13;
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
