import { extractFeatures, type LocationRecord, type ObservationRecord } from '@endwatch/clinical';
import {
  aMeasurement,
  aStay,
  correctionOf,
  hour,
  retractionOf,
  T0,
} from '@endwatch/clinical/testing';
import type { DataSource } from 'typeorm';
import { knownScoreOf } from '../domain/patient-state/known-score.ts';
import { needsWhole } from '../domain/patient-state/pack-values.ts';
import { packedStateOf } from '../domain/patient-state/packed-state.ts';
import { patientStateOf, type PatientState } from '../domain/patient-state/patient-state.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { float32Bytes } from './storable.ts';
import {
  aBatch,
  anAlert,
  aPatient,
  aRow,
  aScore,
  aVital,
  everyRecord,
  NOW,
} from './testing/effects.ts';
import { TypeormPatientQueries } from './typeorm-patient-queries.ts';
import { TypeormPatientStore } from './typeorm-patient-store.ts';

let url: string;
let source: DataSource;
let store: TypeormPatientStore;

beforeEach(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url }).initialize();
  store = new TypeormPatientStore(source);
});
afterEach(async () => {
  await source.destroy();
  await dropDatabase(url);
});

async function count(table: string): Promise<number> {
  const [row] = await source.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`);
  return row?.n ?? -1;
}

/** With values packed, and with every record. */
async function statesOf(id: string): Promise<readonly [PatientState, PatientState]> {
  const [stored] = await store.loadPatients([id]);
  const [whole] = await store.loadWhole([id]);
  const packed = stored && packedStateOf(stored);
  if (!packed || !whole) throw new Error('the patient was not read');
  return [packed, patientStateOf(whole)];
}

const vitals = { topic: 'endwatch.vitals', partition: 3 };
const labs = { topic: 'endwatch.labs', partition: 3 };
const bed: LocationRecord = {
  type: 'location',
  locationId: 'bed-1',
  kind: 'bed',
  name: '1',
  partOf: 'w1',
  version: '1',
};

describe('what is written is read back', () => {
  it('records of every type, exactly', async () => {
    const records = everyRecord('p1');
    await store.commit(aBatch({ patients: [aPatient('p1', { records })] }));
    const [stored] = await store.loadWhole(['p1']);
    expect(stored?.version).toBe(1);
    expect(new Set(stored?.records)).toEqual(new Set(records));
  });

  it('values of vital signs without their records, which say the same', async () => {
    const [first, second] = [50.5, 60.5].map((hours) =>
      aMeasurement('heart-rate', 60 + hours, { at: hour(hours), resourceKey: `R/${hours}` }),
    ) as [ObservationRecord, ObservationRecord];
    const records = [
      ...aStay({ hours: 96 }),
      first,
      correctionOf(first, { facts: aMeasurement('heart-rate', 91).facts }),
      retractionOf(second),
      second,
    ];
    await store.commit(aBatch({ patients: [aPatient('p1', { records })] }));
    const [packed, held] = await statesOf('p1');
    expect(packed.facts.packed?.size).toBeGreaterThan(80);
    expect(packed.facts.newest.size).toBeLessThan(held.facts.newest.size);
    expect(packed.facts.latestEffectiveAt).toBe(held.facts.latestEffectiveAt);
    for (const at of [24, 48, 50.5, 60.5, 96]) {
      const [a, b] = [packed, held].map(({ timeline }) =>
        extractFeatures({ timeline, admittedAt: T0, asOf: hour(at) }),
      );
      expect(a).toEqual(b);
    }
    const beside = aMeasurement('heart-rate', 60, { at: hour(70), resourceKey: 'R/beside' });
    expect([needsWhole(packed, [beside]), needsWhole(packed, [second])]).toEqual([true, false]);
  });

  it('scores to the bit, report vectors and alerts', async () => {
    const nan = new Float32Array(new Uint32Array([0x7fc00001, 0xffc12345, 0x80000000]).buffer);
    const score = aScore('p1', 's1', { hazards: nan });
    const vector = { resourceKey: 'R/1', version: '1', modelVersion: 'm', vector: nan };
    const alert = anAlert('p1', 'a1');
    await store.commit(
      aBatch({
        patients: [aPatient('p1', { scores: [score], reportVectors: [vector], alerts: [alert] })],
      }),
    );
    const [stored] = await store.loadPatients(['p1']);
    expect(stored?.scores).toEqual([{ ...knownScoreOf(score), patientId: 'p1' }]);
    const whole = await new TypeormPatientQueries(source).score('s1');
    expect(whole).toEqual(score);
    expect(float32Bytes(whole?.hazards ?? nan).toString('hex')).toBe(
      float32Bytes(nan).toString('hex'),
    );
    expect(stored?.reportVectors).toEqual([vector]);
    expect(stored?.alerts).toEqual([alert]);
    expect(await store.patientOfAlert('a1')).toBe('p1');
    expect(await store.patientOfAlert('a2')).toBeNull();
  });

  it('a score from before fingerprints were kept has that of its inputs', async () => {
    const score = aScore('p1', 's1', { fingerprint: null });
    await store.commit(aBatch({ patients: [aPatient('p1', { scores: [score] })] }));
    const [stored] = await store.loadPatients(['p1']);
    expect(stored?.scores).toEqual([{ ...knownScoreOf(score), patientId: 'p1' }]);
    expect(stored?.scores[0]?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  it('entries in the order asked, empty ones for strangers', async () => {
    await store.commit(aBatch({ patients: [aPatient('p1'), aPatient('p2')] }));
    const stored = await store.loadPatients(['p2', 'nobody', 'p1', 'p2']);
    expect(stored.map(({ patientId, version }) => [patientId, version])).toEqual([
      ['p2', 1],
      ['nobody', 0],
      ['p1', 1],
      ['p2', 1],
    ]);
  });

  it('with those merged into a patient, over two steps', async () => {
    const merged = (id: string, into: string | null): ReturnType<typeof aPatient> =>
      aPatient(id, {
        records: [aVital(id)],
        profile: { ...aPatient(id).profile, mergedInto: into },
      });
    await store.commit(
      aBatch({ patients: [merged('a', 'b'), merged('b', 'c'), merged('c', null)] }),
    );
    const [c, a] = await store.loadPatients(['c', 'a']);
    expect(c).toMatchObject({ values: null });
    expect(c?.aliases.toSorted()).toEqual(['a', 'b']);
    expect(c?.records.map(({ patientId }) => patientId).toSorted()).toEqual(['a', 'b', 'c']);
    expect(a).toMatchObject({ mergedInto: 'b', aliases: [], values: null });
  });

  it('text that Postgres refuses, made storable', async () => {
    const records = everyRecord('p\u00001').map((record) => ({
      ...record,
      source: 'x\u0000\ud800y',
    }));
    const outcome = await store.commit(
      aBatch({
        patients: [
          aPatient('p\u00001', { records, row: aRow('p\u00001', { name: '\udc00\u0000' }) }),
        ],
      }),
    );
    expect(outcome).toEqual({ outcome: 'committed' });
    const [stored] = await store.loadWhole(['p\u00001']);
    expect(stored?.records).toHaveLength(records.length);
    expect(stored?.records[0]?.source).toBe('x\uFFFD\uFFFDy');
  });

  it('offsets, seen messages, due patients, places', async () => {
    const seen = { source: 'ehr', id: '1'.repeat(5_000) };
    await store.commit(
      aBatch({
        offsets: [{ ...vitals, from: 0n, to: 9_007_199_254_740_993n }],
        messageIds: [seen, seen],
        patients: [aPatient('p1'), aPatient('p2', { partition: 7 })],
        locations: [bed, { ...bed, locationId: 'room-1', kind: 'other', partOf: null }],
      }),
    );
    expect(await store.nextOffsets([labs, vitals])).toEqual([
      { ...labs, offset: 0n },
      { ...vitals, offset: 9_007_199_254_740_993n },
    ]);
    expect(await store.seenMessages([{ source: 'ehr', id: '2' }, seen])).toEqual([seen]);
    expect(await store.duePatients([0], NOW + 3_599_999, 10)).toEqual([]);
    expect(await store.duePatients([0], NOW + 3_600_000, 10)).toEqual(['p1']);
    expect(await store.duePatients([0, 7], NOW + 3_600_000, 1)).toEqual(['p1']);
    expect(await store.patientsAt(['w1'])).toEqual(['p1', 'p2']);
    expect(await store.patientsAt(['room-1'])).toEqual([]);
    expect((await store.locationDirectory()).locations.get('bed-1')).toEqual(bed);
  });
});

describe('guards', () => {
  it('fences whoever comes from another offset, and writes nothing', async () => {
    const first = aBatch({ offsets: [{ ...vitals, from: 0n, to: 5n }] });
    expect(await store.commit(first)).toEqual({ outcome: 'committed' });
    const zombie = aBatch({
      offsets: [
        { ...labs, from: 0n, to: 2n },
        { ...vitals, from: 0n, to: 6n },
      ],
      patients: [aPatient('p1', { records: everyRecord('p1') })],
    });
    expect(await store.commit(zombie)).toEqual({ outcome: 'fenced', partitions: [vitals] });
    expect(await store.nextOffsets([labs, vitals])).toEqual([
      { ...labs, offset: 0n },
      { ...vitals, offset: 5n },
    ]);
    for (const table of ['patient', 'observation', 'board_row', 'board_event', 'ward', 'report']) {
      expect([table, await count(table)]).toEqual([table, 0]);
    }
  });

  it('refuses patients that moved on since they were read', async () => {
    await store.commit(aBatch({ patients: [aPatient('p1')] }));
    const effects = (expectedVersion: number): ReturnType<typeof aPatient> =>
      aPatient('p1', { expectedVersion, row: aRow('p1', { age: 72 }) });
    for (const version of [0, 2]) {
      expect(await store.commit(aBatch({ patients: [effects(version), aPatient('p2')] }))).toEqual({
        outcome: 'stale',
        patientIds: ['p1'],
        directory: false,
      });
    }
    expect(await store.commit(aBatch({ patients: [effects(1)] }))).toEqual({
      outcome: 'committed',
    });
    const ghost = aBatch({ patients: [aPatient('ghost', { expectedVersion: 4 })] });
    expect(await store.commit(ghost)).toEqual({
      outcome: 'stale',
      patientIds: ['ghost'],
      directory: false,
    });
    expect((await store.loadPatients(['p1', 'p2'])).map(({ version }) => version)).toEqual([2, 0]);
  });

  it('refuses placements of an old directory; a repeated description changes nothing', async () => {
    await store.commit(aBatch({ locations: [bed] }));
    expect(await store.commit(aBatch({ patients: [aPatient('p1')] }))).toEqual({
      outcome: 'stale',
      patientIds: [],
      directory: true,
    });
    const older = { ...bed, version: '0', name: 'old' };
    await store.commit(aBatch({ locations: [bed, older], expectedDirectoryVersion: 1 }));
    const directory = await store.locationDirectory();
    expect(directory.version).toBe(1);
    expect(directory.locations.get('bed-1')?.name).toBe('1');
  });

  it('a new patient met by two processes at once is one patient', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => store.commit(aBatch({ patients: [aPatient('p1')] }))),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'committed')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'stale')).toHaveLength(7);
  });
});

describe('the same again', () => {
  it('changes no row', async () => {
    const batch = (expectedVersion: number): ReturnType<typeof aBatch> =>
      aBatch({
        messageIds: [{ source: 'ehr', id: '1' }],
        patients: [
          aPatient('p1', {
            expectedVersion,
            records: everyRecord('p1'),
            scores: [aScore('p1', 's1')],
            alerts: [anAlert('p1', 'a1')],
          }),
        ],
      });
    await store.commit(batch(0));
    const tables = ['observation', 'report', 'clinical_record', 'score', 'alert', 'board_event'];
    const before = await Promise.all([...tables, 'seen_message', 'board_row'].map(count));
    expect(await store.commit(batch(1))).toEqual({ outcome: 'committed' });
    expect(await Promise.all([...tables, 'seen_message', 'board_row'].map(count))).toEqual(before);
  });

  it('a superseded score whose content comes back holds again', async () => {
    const commit = async (version: number, write: string, supersede: string[]): Promise<void> => {
      await store.commit(
        aBatch({
          patients: [
            aPatient('p1', {
              expectedVersion: version,
              scores: [aScore('p1', write)],
              superseded: supersede.map((id) => ({ id, asOf: aScore('p1', id).asOf })),
            }),
          ],
        }),
      );
    };
    await commit(0, 's1', []);
    await commit(1, 's2', ['s1']);
    expect((await store.loadPatients(['p1']))[0]?.scores.map(({ id }) => id)).toEqual(['s2']);
    await commit(2, 's1', ['s2']);
    expect((await store.loadPatients(['p1']))[0]?.scores.map(({ id }) => id)).toEqual(['s1']);
    expect(await count('score')).toBe(2);
  });
});

describe('history', () => {
  it('of alerts cannot be changed', async () => {
    const transition = {
      alertId: 'a1',
      at: NOW,
      from: null,
      to: 'raised',
      by: 'system',
      reason: 'r',
      told: null,
    } as const;
    const closed = { ...transition, from: 'raised', to: 'resolved', account: 'nora' } as const;
    const transitions = [transition, closed];
    await store.commit(aBatch({ patients: [aPatient('p1', { transitions })] }));
    expect(await source.query('SELECT account FROM alert_transition ORDER BY id')).toEqual([
      { account: null },
      { account: 'nora' },
    ]);
    await expect(source.query(`UPDATE alert_transition SET by = 'x'`)).rejects.toThrow(
      'append-only',
    );
    await expect(source.query('DELETE FROM alert_transition')).rejects.toThrow('append-only');
    await expect(source.query('TRUNCATE alert_transition')).rejects.toThrow('append-only');
    expect(await count('alert_transition')).toBe(2);
  });
});
