import { FEATURE_NAMES } from '@endwatch/clinical';
import { simulateCohort } from '@endwatch/simulation';
import { fingerprintOf, HOURS_OF_ROWS } from './cohort.ts';
import { bytesOf, packed } from './packed-stay.ts';
import type { Stay } from './stay-rows.ts';
import { stayOfRecords } from './stay-rows.ts';

const ADMITTED_AT = Date.UTC(2024, 0, 8, 6);
const drawn = simulateCohort({ seed: 'packed', patients: 6, admittedAt: ADMITTED_AT, hours: 192 });
const stays = [...drawn].flatMap((one) => stayOfRecords(one, HOURS_OF_ROWS) ?? []);

const nobody = { patients: 0, stays: [] };
const fingerprint = (some: readonly Stay[]): string =>
  fingerprintOf({
    train: { patients: some.length, stays: some },
    calibrate: nobody,
    test: nobody,
  });

/** Buffers that typed arrays anywhere in the snapshots lie in. */
function buffersOf({ snapshots }: Stay): Set<ArrayBufferLike> {
  return new Set(
    snapshots.flatMap(({ features }) =>
      Object.values(features).flatMap((one) => (ArrayBuffer.isView(one) ? [one.buffer] : [])),
    ),
  );
}

describe('a packed stay', () => {
  it('says to the bit what the stay said', () => {
    expect(stays.length).toBeGreaterThan(4);
    for (const stay of stays) {
      const again = packed(stay);
      const { followUp, trueHazards } = stay;
      expect(again).toMatchObject({ followUp, trueHazards });
      expect(again.snapshots).toHaveLength(stay.snapshots.length);
      again.snapshots.forEach(({ hour, features, reports }, i) => {
        const before = stay.snapshots[i]!;
        expect({ hour, reports }).toEqual({ hour: before.hour, reports: before.reports });
        expect(features.featureSet).toBe(before.features.featureSet);
        expect(bytesOf(features.values)).toEqual(bytesOf(before.features.values));
        expect(bytesOf(features.ageHours)).toEqual(bytesOf(before.features.ageHours));
        expect(features.missing).toEqual(before.features.missing);
      });
    }
    expect(fingerprint(stays.map(packed))).toBe(fingerprint(stays));
  });

  it('packed again or copied is the same', () => {
    const [stay] = stays;
    const once = packed(stay!);
    expect(packed(once)).toEqual(once);
    expect({ ...once }).toEqual(once);
    expect(packed({ ...stay!, snapshots: [] }).snapshots).toEqual([]);
  });

  // 100,000 of them, with some 2 KB of report each, have to fit into 2 GB.
  it('takes one buffer of nine bytes for each number, and each report once', () => {
    for (const stay of stays) {
      const { snapshots } = packed(stay);
      const buffers = buffersOf(packed(stay));
      expect(buffers.size).toBe(1);
      const [{ byteLength }] = [...buffers] as [ArrayBufferLike];
      expect(byteLength).toBe(9 * FEATURE_NAMES.length * snapshots.length);
      expect(byteLength).toBeLessThan(8192);
      const lists = new Set(snapshots.map(({ reports }) => reports));
      const told = new Set(snapshots.map(({ reports }) => JSON.stringify(reports)));
      expect(lists.size).toBe(told.size);
    }
  });

  it('is laid out anew each time it is asked for, so that nothing of that is kept', () => {
    const one = packed(stays[0]!);
    expect(one.snapshots).not.toBe(one.snapshots);
    expect(one.snapshots[1]).not.toBe(one.snapshots[1]);
  });
});
