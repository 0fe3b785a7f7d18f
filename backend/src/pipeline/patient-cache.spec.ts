import { aMeasurement, hour } from '@endwatch/clinical/testing';
import { patientStateOf } from '../domain/patient-state/patient-state.ts';
import { applyRecords } from '../domain/patient-state/apply-records.ts';
import { factsWithin, PatientCache } from './patient-cache.ts';

/** Weighs one more than it has values. */
function patient(patientId: string, values: number) {
  const empty = patientStateOf({
    ...{ patientId, version: 1, aliases: [], mergedInto: null, records: [], reportVectors: [] },
    ...{ alerts: [], scores: [], scoresFrom: null },
  });
  const records = Array.from({ length: values }, (_, n) =>
    aMeasurement('glucose', 6, { patientId, resourceKey: `Observation/${String(n)}`, at: hour(n) }),
  );
  return applyRecords(empty, records).state;
}

const held = (cache: PatientCache, ...ids: string[]) => ids.filter((id) => cache.get(id) !== null);

describe('the patients held in memory', () => {
  it('lets somebody go once there are too many facts', () => {
    const draws = [0.6, 0];
    const cache = new PatientCache(12, () => draws.shift() ?? NaN);
    for (const id of ['a', 'b', 'c']) cache.put(patient(id, 3));
    expect(held(cache, 'a', 'b', 'c')).toEqual(['a', 'b', 'c']);
    cache.put(patient('d', 3));
    expect(held(cache, 'a', 'b', 'c', 'd')).toEqual(['a', 'c', 'd']);
    cache.put(patient('e', 3));
    expect(held(cache, 'a', 'b', 'c', 'd', 'e')).toEqual(['c', 'd', 'e']);
  });

  it('counts a patient who has grown by what it holds now', () => {
    const cache = new PatientCache(10, () => 0);
    cache.put(patient('a', 3));
    cache.put(patient('b', 3));
    cache.put(patient('a', 5));
    expect(held(cache, 'a', 'b')).toEqual(['a', 'b']);
    cache.put(patient('a', 6));
    expect(held(cache, 'a', 'b')).toEqual(['a']);
    cache.put(patient('a', 10));
    expect(cache.size).toBe(0);
  });

  it('still serves most patients when all who are in turn are a few too many', () => {
    let draw = 0;
    // Multiples of the golden ratio fill the unit interval evenly.
    const cache = new PatientCache(80, () => (draw = (draw + 0.618034) % 1));
    const ids = Array.from({ length: 50 }, (_, n) => `p${String(n)}`);
    const turn = (): number => {
      const found = ids.filter((id) => {
        const known = cache.get(id) !== null;
        cache.put(patient(id, 1));
        return known;
      });
      return found.length;
    };
    for (let warm = 0; warm < 5; warm += 1) turn();
    // Forty fit. Letting go of who was used longest ago would find none.
    for (let n = 0; n < 10; n += 1) expect(turn()).toBeGreaterThan(20);
  });

  it('forgets whom another process may move', () => {
    const cache = new PatientCache(10);
    for (const id of ['a', 'b', 'c']) cache.put(patient(id, 1));
    cache.dropWhere((id) => id !== 'b');
    expect(held(cache, 'a', 'b', 'c')).toEqual(['b']);
    cache.drop('b');
    expect(cache.size).toBe(0);
  });

  it('is as large as the heap allows', () => {
    const mebibytes = (all: number): number => factsWithin(all * 2 ** 20);
    expect([192 + 5 * 1_024, 192 + 320, 192, 100].map(mebibytes)).toEqual([2 ** 21, 2 ** 17, 0, 0]);
  });
});
