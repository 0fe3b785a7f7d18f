import type { BoardRow, WardPlaces } from '@endwatch/contracts';
import { DAY, HOUR, type ReportRecord } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { Log } from '../pipeline/log.ts';
import type { PatientEffects } from '../pipeline/ports.ts';
import type { FollowedEvent } from '../pipeline/read-ports.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { BoardNotifications } from './board-notifications.ts';
import { createDataSource } from './data-source.ts';
import { maintainPartitions } from './partitions.ts';
import { aBatch, anAlert, aPatient, aRow, aVital, everyRecord, NOW } from './testing/effects.ts';
import { SettingVersions } from './setting-versions.ts';
import { TypeormPatientQueries } from './typeorm-patient-queries.ts';
import { TypeormPlaceQueries } from './typeorm-place-queries.ts';
import { TypeormPatientStore } from './typeorm-patient-store.ts';
import { WardQueries } from './ward-queries.ts';

const ignore = (): void => undefined;
const silent: Log = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  child: () => silent,
};

let url: string;
let sources: DataSource[];
let stores: TypeormPatientStore[];
let notifications: BoardNotifications;
let feed: WardQueries;

beforeEach(async () => {
  url = await freshDatabase();
  sources = await Promise.all([1, 2].map(() => createDataSource({ url }).initialize()));
  stores = sources.map((source) => new TypeormPatientStore(source));
  notifications = new BoardNotifications({ url, log: silent });
  feed = new WardQueries(sources[0] as DataSource, notifications);
});
afterEach(async () => {
  await notifications.close();
  await Promise.all(sources.map((source) => source.destroy()));
  await dropDatabase(url);
});

/** Each call is a commit of its own that moves these patients on. */
const versions = new Map<string, number>();
beforeEach(() => versions.clear());
async function commit(
  patients: readonly PatientEffects[],
  { store = 0, knownAt = NOW }: { store?: number; knownAt?: number } = {},
): Promise<void> {
  const moved = patients.map((patient) => ({
    ...patient,
    expectedVersion: versions.get(patient.patientId) ?? 0,
  }));
  const outcome = await stores[store]?.commit(aBatch({ patients: moved, knownAt }));
  expect(outcome).toEqual({ outcome: 'committed' });
  for (const { patientId, expectedVersion } of moved) versions.set(patientId, expectedVersion + 1);
}

const beside = { wardId: 'w2', wardName: 'Rehabilitation', bed: '4' };
const gone = { row: null, placement: null };

function told(events: readonly FollowedEvent[] | null): unknown[] {
  return (events ?? []).map(({ event }) => [event.sequence, event.type]);
}

describe('the newest report of a patient', () => {
  it('is the latest in its newest version that was not taken back', async () => {
    const report = everyRecord('p1').find(({ type }) => type === 'report') as ReportRecord;
    const at = (hours: number) => ({ times: { ...report.times, effectiveAt: NOW - hours * HOUR } });
    const one = (key: string, changes: Partial<ReportRecord>): ReportRecord => ({
      ...{ ...report, resourceKey: `DiagnosticReport/${key}` },
      ...changes,
    });
    const records = [
      one('a', { ...at(3), text: 'First.' }),
      one('b', { ...at(2), text: 'Second.' }),
      one('c', { ...at(1), retracted: true, text: 'Taken back.' }),
    ];
    await commit([aPatient('p1', { records }), aPatient('p2')]);
    const found = await feed.newestReports(['p1', 'p2']);
    expect([...found]).toEqual([['p1', { at: NOW - 2 * HOUR, title: 'CT head', text: 'Second.' }]]);
    expect(await feed.newestReports([])).toEqual(new Map());
  });
});

describe('events of a ward', () => {
  it('say which round they come from, when the log took what is behind them and when they were written', async () => {
    const record = (id: string, brokerAt: number) =>
      aVital('p1', {
        resourceKey: `Observation/${id}`,
        times: { effectiveAt: NOW, issuedAt: null, brokerAt, ingestedAt: NOW },
      });
    const roundId = '00000000-0000-8000-a000-000000000001';
    const outcome = await stores[0]?.commit(
      aBatch({
        patients: [
          aPatient('p1', { records: [record('a', NOW - 50), record('b', NOW - 90)] }),
          aPatient('p2'),
        ],
        round: { id: roundId, traceparentOf: (id) => (id === 'p1' ? '00-ab-cd-01' : null) },
      }),
    );
    expect(outcome).toEqual({ outcome: 'committed' });
    const before = Date.now();
    const [first, second] = (await feed.eventsAfter('w1', 0, 10)) ?? [];
    expect(first).toMatchObject({ roundId, brokerAt: NOW - 90, traceparent: '00-ab-cd-01' });
    expect(second).toMatchObject({ roundId, brokerAt: null, traceparent: null });
    expect(first?.writtenAt).toBeGreaterThan(before - 60_000);
    // Not for the screens.
    expect(Object.keys(first?.event ?? {}).toSorted()).toEqual(
      ['at', 'knownAt', 'row', 'sequence', 'type', 'ward'].toSorted(),
    );
  });

  it('tell of new and changed tiles, and of nothing else', async () => {
    await commit([aPatient('p1'), aPatient('p2')]);
    await commit([aPatient('p1'), aPatient('p2', { row: aRow('p2', { age: 72 }) })]);
    const events = await feed.eventsAfter('w1', 0, 10);
    expect(told(events)).toEqual([
      [1, 'row'],
      [2, 'row'],
      [3, 'row'],
    ]);
    expect(events?.[2]?.event).toEqual({
      ward: 'w1',
      sequence: 3,
      at: new Date(NOW).toISOString(),
      knownAt: new Date(NOW).toISOString(),
      type: 'row',
      row: aRow('p2', { age: 72 }),
    });
  });

  it('tell of alerts where the patient is, and of leaving last', async () => {
    const alert = anAlert('p1', 'a1');
    await commit([aPatient('p1', { alerts: [alert] })]);
    await commit([aPatient('p1', { alerts: [alert] })]);
    await commit([aPatient('p1', { placement: beside })]);
    const resolved = anAlert('p1', 'a1', { state: 'resolved', reason: 'Discharged' });
    await commit([aPatient('p1', { ...gone, alerts: [resolved] })]);
    expect(told(await feed.eventsAfter('w1', 0, 10))).toEqual([
      [1, 'row'],
      [2, 'alert'],
      [3, 'left'],
    ]);
    const there = await feed.eventsAfter('w2', 0, 10);
    expect(told(there)).toEqual([
      [1, 'row'],
      [2, 'alert'],
      [3, 'left'],
    ]);
    expect(there?.[1]?.event).toMatchObject({ alert: { ward: 'w2', state: 'resolved' } });
    expect((await feed.snapshot('w2'))?.rows).toEqual([]);
  });

  it('tell of what another process changed back and forth', async () => {
    const aged = (age: number): PatientEffects[] => [aPatient('p1', { row: aRow('p1', { age }) })];
    await commit(aged(70));
    await commit(aged(71), { store: 1 });
    await commit(aged(70));
    await commit(aged(70), { store: 1 });
    await commit([aPatient('p1', gone)]);
    await commit(aged(70), { store: 1 });
    expect(told(await feed.eventsAfter('w1', 0, 10))).toEqual([
      [1, 'row'],
      [2, 'row'],
      [3, 'row'],
      [4, 'left'],
      [5, 'row'],
    ]);
    expect((await feed.snapshot('w1'))?.rows).toEqual([aRow('p1', { age: 70 })]);
  });

  it('come in chunks, and not at all when some are no longer kept', async () => {
    for (let age = 60; age < 65; age++)
      await commit([aPatient('p1', { row: aRow('p1', { age }) })]);
    expect(told(await feed.eventsAfter('w1', 2, 2))).toEqual([
      [3, 'row'],
      [4, 'row'],
    ]);
    expect(await feed.eventsAfter('w1', 5, 10)).toEqual([]);
    expect(await feed.eventsAfter('w1', 6, 10)).toBeNull();
    expect(await feed.eventsAfter('nowhere', 0, 10)).toBeNull();
    await maintainPartitions(sources[0] as DataSource, { now: NOW, retentionDays: 3 });
    const later = NOW + 3 * DAY;
    await commit([aPatient('p1', { row: aRow('p1', { age: 70 }) })], { knownAt: later });
    await maintainPartitions(sources[0] as DataSource, { now: later + DAY, retentionDays: 3 });
    expect(await feed.eventsAfter('w1', 4, 10)).toBeNull();
    expect(told(await feed.eventsAfter('w1', 5, 10))).toEqual([[6, 'row']]);
    await maintainPartitions(sources[0] as DataSource, { now: later + 9 * DAY, retentionDays: 3 });
    expect(await feed.eventsAfter('w1', 5, 10)).toBeNull();
    expect(await feed.eventsAfter('w1', 6, 10)).toEqual([]);
    expect((await feed.snapshot('w1'))?.sequence).toBe(6);
  });
});

describe('wards', () => {
  it('are counted, renamed and ordered as people count', async () => {
    const at = (id: string, bed: string | null, name: string): PatientEffects =>
      aPatient(id, { row: aRow(id, { bed, name }) });
    await commit([
      at('p1', '10', 'A'),
      at('p2', '2', 'B'),
      at('p3', null, 'C'),
      at('p4', '2', 'A'),
    ]);
    await commit([aPatient('p5', { placement: beside, alerts: [anAlert('p5', 'a1')] })]);
    const renamed = { wardId: 'w1', wardName: 'Acute stroke', bed: '10' };
    await commit([{ ...at('p1', '10', 'A'), placement: renamed }]);
    expect(await feed.wards()).toEqual([
      { id: 'w1', name: 'Acute stroke', patients: 4, openAlerts: 0, hidden: false },
      { id: 'w2', name: 'Rehabilitation', patients: 1, openAlerts: 1, hidden: false },
    ]);
    const snapshot = await feed.snapshot('w1');
    const asTheyCome = { order: [], hidden: [] };
    expect(snapshot?.ward).toEqual({ id: 'w1', name: 'Acute stroke', beds: asTheyCome });
    expect(snapshot?.rows.map(({ patientId }) => patientId)).toEqual(['p4', 'p2', 'p1', 'p3']);
    expect(await feed.latestSequences(['w1', 'w2', 'w3'])).toEqual(
      new Map([
        ['w1', 4],
        ['w2', 2],
      ]),
    );
    expect(await feed.snapshot('w3')).toBeNull();
  });
});

describe('a ward as an administrator has it shown', () => {
  it('has its name and the order of its beds, whatever comes; nobody is left out', async () => {
    const at = (id: string, bed: string | null): PatientEffects =>
      aPatient(id, { row: aRow(id, { bed }), alerts: [anAlert(id, `a-${id}`)] });
    await commit([at('p1', '1'), at('p2', '2'), at('p3', null)]);
    const [source] = sources as [DataSource];
    const set = (places: WardPlaces | null): Promise<void> =>
      new SettingVersions<WardPlaces>(source, 'ward-places').add({
        ...{ ward: 'w1', value: places, at: NOW, by: 'admin' },
      });
    await set({ name: 'Stroke', hidden: true, bedOrder: ['2'], hiddenBeds: ['1'] });
    const renamed = { wardId: 'w1', wardName: 'From the hospital', bed: '1' };
    await commit([{ ...at('p1', '1'), placement: renamed }]);
    expect(await feed.wards()).toMatchObject([{ name: 'Stroke', patients: 3, hidden: true }]);
    const snapshot = await feed.snapshot('w1');
    expect(snapshot?.ward).toEqual({
      ...{ id: 'w1', name: 'Stroke', beds: { order: ['2'], hidden: ['1'] } },
    });
    expect(snapshot?.rows.map(({ bed }) => bed)).toEqual(['2', '1', null]);
    expect(await new TypeormPatientQueries(source).boardRow('p1')).toMatchObject({
      ward: { id: 'w1', name: 'Stroke' },
    });
    const { boards } = await new TypeormPlaceQueries(source).read();
    expect(boards).toMatchObject([{ streamName: 'From the hospital', places: { name: 'Stroke' } }]);
    expect(boards[0]?.beds.toSorted()).toEqual(['1', '2', null]);
    await set(null);
    expect((await feed.snapshot('w1'))?.ward.name).toBe('From the hospital');
  });
});

describe('two processes writing to the same wards', () => {
  it('leave no holes, and every snapshot plus what follows is the board', async () => {
    const rounds = 40;
    const write = async (store: number): Promise<void> => {
      for (let age = 0; age < rounds; age++) {
        // Opposite orders, and one patient who walks to and fro.
        const ids = [`s${store}-a`, `s${store}-b`, `s${store}-c`];
        const wards = age % 2 === store ? undefined : beside;
        const patients = ids.map((id, index) =>
          aPatient(id, {
            row: aRow(id, { age }),
            ...(index === 2 && wards ? { placement: wards } : {}),
          }),
        );
        await commit(store === 0 ? patients : patients.toReversed(), { store });
      }
    };
    let writing = true;
    const watched: { sequence: number; rows: BoardRow[] }[] = [];
    const watch = async (): Promise<void> => {
      while (writing) {
        const snapshot = await feed.snapshot('w1');
        if (snapshot) watched.push(snapshot);
      }
    };
    const watching = watch();
    await Promise.all([write(0), write(1)]);
    writing = false;
    await watching;
    const final = await feed.snapshot('w1');
    const followed = (await feed.eventsAfter('w1', 0, 10_000)) ?? [];
    const events = followed.map(({ event }) => event);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(events).toHaveLength(final?.sequence ?? -1);
    expect(watched.length).toBeGreaterThan(0);
    for (const { sequence, rows } of watched) {
      const board = new Map(rows.map((row) => [row.patientId, row]));
      for (const event of events.slice(sequence)) {
        if (event.type === 'row') board.set(event.row.patientId, event.row);
        if (event.type === 'left') board.delete(event.patientId);
      }
      expect(new Set(board.values())).toEqual(new Set(final?.rows));
    }
  });
});

describe('being woken', () => {
  /** Resolves with the first call that names `ward`. */
  function named(ward: string): Promise<readonly string[]> {
    return new Promise((done) => {
      const stop = feed.onAdvance((wards) => {
        if (!wards.includes(ward)) return;
        stop();
        done(wards);
      });
    });
  }

  it('happens after the commit, with the wards of it', async () => {
    await notifications.start();
    const woken = named('w1');
    await commit([aPatient('p1'), aPatient('p2', { placement: beside })]);
    expect(await woken).toEqual(['w1', 'w2']);
    expect(told(await feed.eventsAfter('w1', 0, 10))).toEqual([[1, 'row']]);
  });

  it('goes on after the connection was cut, and names every ward then', async () => {
    await commit([aPatient('p1'), aPatient('p2', { placement: beside })]);
    await notifications.start();
    const all = named('w2');
    const killed = await sources[0]?.query<unknown[]>(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'endwatch-listen' AND datname = current_database()`,
    );
    expect(killed).toHaveLength(1);
    expect(new Set(await all)).toEqual(new Set(['w1', 'w2']));
    const woken = named('w1');
    await commit([aPatient('p1', { row: aRow('p1', { age: 80 }) })]);
    expect(await woken).toEqual(['w1']);
  });

  it('can be given up while there is nothing to listen to', async () => {
    const missing = new URL(url);
    missing.pathname = '/nowhere';
    const hopeless = new BoardNotifications({ url: missing.href, log: silent });
    const started = hopeless.start();
    await hopeless.close();
    await expect(Promise.race([started, Promise.resolve('not yet')])).resolves.toBe('not yet');
  });
});
