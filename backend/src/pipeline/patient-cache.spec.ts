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
  it('lets go of who was used longest ago once there are too many facts', () => {
    const cache = new PatientCache(10);
    cache.put(patient('a', 3));
    cache.put(patient('b', 3));
    expect(held(cache, 'b', 'a')).toEqual(['b', 'a']);
    cache.put(patient('c', 3));
    expect(held(cache, 'a', 'b', 'c')).toEqual(['a', 'c']);
  });

  it('counts a patient who has grown by what it holds now', () => {
    const cache = new PatientCache(10);
    cache.put(patient('a', 3));
    cache.put(patient('b', 3));
    cache.put(patient('a', 5));
    expect(held(cache, 'a', 'b')).toEqual(['a', 'b']);
    cache.put(patient('a', 6));
    expect(held(cache, 'a', 'b')).toEqual(['a']);
  });

  it('forgets whom another process may move', () => {
    const cache = new PatientCache(10);
    cache.put(patient('a', 1));
    cache.put(patient('b', 1));
    cache.dropWhere((id) => id === 'a');
    expect(held(cache, 'a', 'b')).toEqual(['b']);
    cache.clear();
    expect(cache.size).toBe(0);
  });

  it('is as large as the heap allows', () => {
    expect(factsWithin(4 * 2 ** 30)).toBe(2 ** 20);
    expect(factsWithin(256 * 2 ** 20)).toBe(2 ** 16);
  });
});
