import type { ClinicalRecord, RecordTimes } from '@endwatch/clinical';
import { HOUR } from '@endwatch/clinical';
import type { Rng } from '@endwatch/simulation';
import { seededRng, simulateCohort } from '@endwatch/simulation';
import type { Snapshot, StayRecords } from '../stay-rows.ts';
import { stayOfRecords } from '../stay-rows.ts';

const ADMITTED_AT = Date.UTC(2024, 0, 8, 6);
const STAYS = 12;
const LANDMARKS = [0, 1, 3, 6, 12, 24, 48, 72, 96];
const TELLING = 'Complete infarction with midline shift and haemorrhage.';

const later = ({ times }: ClinicalRecord, asOf: number): boolean => times.ingestedAt > asOf;

/** What a record says, changed beyond recognition. */
function altered(record: ClinicalRecord, rng: Rng): ClinicalRecord {
  if (record.type === 'report') return { ...record, text: TELLING };
  if (record.type !== 'observation') return record;
  const facts = record.facts.map((fact) =>
    fact.kind === 'measurement' ? { ...fact, value: fact.value * rng.between(2, 5) } : fact,
  );
  return { ...record, facts };
}

function arrivingAfter(asOf: number, times: RecordTimes, rng: Rng): RecordTimes {
  const ingestedAt = asOf + 1 + Math.round(rng.between(0, 20 * HOUR));
  return { ...times, issuedAt: ingestedAt - 2, brokerAt: ingestedAt - 1, ingestedAt };
}

type Future = (records: readonly ClinicalRecord[], asOf: number, rng: Rng) => ClinicalRecord[];

/** Each of them leaves what had arrived by `asOf` as it was. */
const FUTURES: Readonly<Record<string, Future>> = {
  'later values and texts changed': (records, asOf, rng) =>
    records.map((record) => (later(record, asOf) ? altered(record, rng) : record)),
  'earlier ones corrected later': (records, asOf, rng) => [
    ...records,
    ...records
      .filter((record) => !later(record, asOf))
      .map((record) => ({
        ...altered(record, rng),
        version: '9',
        times: arrivingAfter(asOf, record.times, rng),
      })),
  ],
  'earlier ones withdrawn later': (records, asOf, rng) => [
    ...records,
    ...records
      .filter((record) => !later(record, asOf) && record.type !== 'patient')
      .map((record) => ({
        ...record,
        version: '9',
        retracted: true,
        times: arrivingAfter(asOf, record.times, rng),
      })),
  ],
  'further ones of an earlier hour, late': (records, asOf, rng) => [
    ...records,
    ...records
      .filter((record) => record.type === 'report' || record.type === 'observation')
      .map((record, i) => ({
        ...altered(record, rng),
        resourceKey: `${record.resourceKey}-late-${String(i)}`,
        times: arrivingAfter(asOf, record.times, rng),
      })),
  ],
  'further ones of a later hour, early': (records, asOf, rng) => [
    ...records,
    ...records
      .filter((record) => record.type === 'report' || record.type === 'observation')
      .map((record, i) => ({
        ...altered(record, rng),
        resourceKey: `${record.resourceKey}-early-${String(i)}`,
        times: {
          effectiveAt: asOf + HOUR,
          issuedAt: asOf - 2,
          brokerAt: asOf - 1,
          ingestedAt: asOf,
        },
      })),
  ],
};

const stays: StayRecords[] = [
  ...simulateCohort({ seed: 'leaks', patients: STAYS, admittedAt: ADMITTED_AT, hours: 192 }),
];

function snapshotAt(stay: StayRecords, hour: number): Snapshot | null {
  return stayOfRecords(stay, [hour])?.snapshots[0] ?? null;
}

describe('what is known at a landmark', () => {
  it.each(Object.entries(FUTURES))('is the same with %s', (name, future) => {
    const rng = seededRng(name);
    let compared = 0;
    for (const stay of stays) {
      for (const hour of LANDMARKS) {
        const records = future(stay.records, ADMITTED_AT + hour * HOUR, rng);
        const [before, after] = [snapshotAt(stay, hour), snapshotAt({ ...stay, records }, hour)];
        // With other examinations ahead END may be dated otherwise, and the moment be none of this patient's.
        if (before === null || after === null) continue;
        expect(after).toEqual(before);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(STAYS * 4);
  });

  it('differs when the same changes arrive in time, so that the comparison can fail', () => {
    const rng = seededRng('in time');
    const changed = stays.filter((stay) => {
      const records = stay.records.map((record) => altered(record, rng));
      const [before, after] = [snapshotAt(stay, 6), snapshotAt({ ...stay, records }, 6)];
      return JSON.stringify(before?.reports) !== JSON.stringify(after?.reports);
    });
    expect(changed.length).toBeGreaterThan(STAYS / 2);
  });
});
