import { FEATURE_NAMES, FEATURE_SET_VERSION } from '@endwatch/clinical';
import type { Snapshot, Stay } from './stay-rows.ts';

const FEATURES = FEATURE_NAMES.length;

/** What was known at each moment of a stay, side by side. */
export interface PackedSnapshots {
  readonly hours: readonly number[];
  /** A row for each hour. */
  readonly values: Float32Array;
  readonly ages: Float32Array;
  readonly missing: Uint8Array;
  /** From one hour to the next mostly the very same list. */
  readonly reports: readonly (readonly string[])[];
}

/**
 * The same stay as a large cohort keeps it: its numbers lie in one buffer, and its snapshots are laid out anew whenever they are asked for. What that was measured to
 * save: docs/cohort-format.md.
 */
export function packed<Given extends Stay>(stay: Given): Given {
  const moments = packedSnapshots(stay.snapshots);
  return {
    ...stay,
    get snapshots() {
      return unpacked(moments);
    },
  };
}

export function packedSnapshots(snapshots: readonly Snapshot[]): PackedSnapshots {
  const numbers = snapshots.length * FEATURES;
  const buffer = new ArrayBuffer(numbers * (2 * Float32Array.BYTES_PER_ELEMENT + 1));
  const values = new Float32Array(buffer, 0, numbers);
  const ages = new Float32Array(buffer, values.byteLength, numbers);
  const missing = new Uint8Array(buffer, values.byteLength + ages.byteLength);
  const reports: (readonly string[])[] = [];
  for (const [row, { features, reports: known }] of snapshots.entries()) {
    values.set(features.values, row * FEATURES);
    ages.set(features.ageHours, row * FEATURES);
    missing.set(features.missing, row * FEATURES);
    const before = reports.at(-1);
    reports.push(before && areSame(before, known) ? before : known);
  }
  return { hours: snapshots.map(({ hour }) => hour), values, ages, missing, reports };
}

function areSame(before: readonly string[], known: readonly string[]): boolean {
  return before.length === known.length && before.every((text, i) => text === known[i]);
}

export function unpacked({ hours, values, ages, missing, reports }: PackedSnapshots): Snapshot[] {
  return hours.map((hour, row) => {
    const [from, to] = [row * FEATURES, (row + 1) * FEATURES];
    return {
      hour,
      features: {
        featureSet: FEATURE_SET_VERSION,
        values: values.subarray(from, to),
        missing: missing.subarray(from, to),
        ageHours: ages.subarray(from, to),
      },
      reports: reports[row] ?? [],
    };
  });
}

/** Bytes of a typed array and of no other that lies in the same buffer. */
export function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
