import { DAY } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { maintainPartitions } from './partitions.ts';
import { aBatch, aPatient, aScore, aVital, NOW } from './testing/effects.ts';
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

/** Days from `NOW` → name of the partition that holds the patient's observation of that day. */
async function whereabouts(days: readonly number[]): Promise<Record<number, string>> {
  const rows = await source.query<{ day: number; name: string }[]>(
    `SELECT round(extract(epoch FROM effective_at - to_timestamp($1::float8 / 1000)) / 86400)::int AS day, tableoid::regclass::text AS name
     FROM observation`,
    [NOW],
  );
  expect(rows).toHaveLength(days.length);
  return Object.fromEntries(rows.map(({ day, name }) => [day, name]));
}

async function observe(days: readonly number[]): Promise<void> {
  const records = days.map((day) => {
    const effectiveAt = NOW + day * DAY;
    return aVital('p1', {
      resourceKey: `Observation/${day}`,
      times: { effectiveAt, issuedAt: null, brokerAt: NOW, ingestedAt: NOW },
    });
  });
  const scores = [aScore('p1', 's1')];
  await store.commit(aBatch({ patients: [aPatient('p1', { records, scores })] }));
}

describe('partitions', () => {
  it('are made for the days around now, once, and take over what the default had', async () => {
    const days = [-400, -16, 0, 3, 4];
    await observe(days);
    const first = await maintainPartitions(source, { now: NOW, retentionDays: null });
    expect(first.created).toHaveLength(3 * 20);
    expect(first.dropped).toEqual([]);
    expect(await whereabouts(days)).toEqual({
      [-400]: 'observation_default',
      [-16]: 'observation_p20260313',
      0: 'observation_p20260329',
      3: 'observation_p20260401',
      4: 'observation_default',
    });
    const again = await maintainPartitions(source, { now: NOW, retentionDays: null });
    expect(again).toEqual({ created: [], dropped: [] });
    const next = await maintainPartitions(source, { now: NOW + DAY, retentionDays: null });
    expect(next.created).toEqual([
      'observation_p20260402',
      'score_p20260402',
      'board_event_p20260402',
    ]);
    expect((await whereabouts(days))[4]).toBe('observation_p20260402');
  });

  it('have the keys and indexes of their table', async () => {
    await maintainPartitions(source, { now: NOW, retentionDays: null });
    await observe([0]);
    await store.commit(
      aBatch({
        patients: [
          aPatient('p1', {
            expectedVersion: 1,
            records: [aVital('p1', { resourceKey: 'Observation/0' })],
          }),
        ],
      }),
    );
    expect(Object.values(await whereabouts([0]))).toEqual(['observation_p20260329']);
  });

  it('past retention are dropped, with what lies in the default', async () => {
    await maintainPartitions(source, { now: NOW, retentionDays: null });
    const days = [-400, -16, -8, -7, 0];
    await observe(days);
    const { created, dropped } = await maintainPartitions(source, { now: NOW, retentionDays: 7 });
    expect(created).toEqual([]);
    expect(dropped).toHaveLength(3 * 9);
    expect(await whereabouts([-7, 0])).toEqual({
      [-7]: 'observation_p20260322',
      0: 'observation_p20260329',
    });
  });

  it('can be asked for by several processes while others write', async () => {
    const write = async (name: string): Promise<void> => {
      for (let version = 0; version < 10; version++) {
        const outcome = await store.commit(
          aBatch({
            patients: [
              aPatient(name, {
                expectedVersion: version,
                records: [aVital(name, { resourceKey: `Observation/${version}` })],
              }),
            ],
          }),
        );
        expect(outcome).toEqual({ outcome: 'committed' });
      }
    };
    const made = await Promise.all([
      maintainPartitions(source, { now: NOW, retentionDays: 20 }),
      maintainPartitions(source, { now: NOW, retentionDays: 20 }),
      write('p1'),
      write('p2'),
    ]);
    expect(new Set([...made[0].created, ...made[1].created]).size).toBe(60);
    expect(made[0].created.length + made[1].created.length).toBe(60);
    await whereabouts(Array.from({ length: 20 }, () => 0));
  });

  it('forget messages and rejections in their time', async () => {
    const origin = {
      door: 'http',
      topic: null,
      partition: null,
      offset: null,
      key: null,
      headers: {},
      brokerAt: NOW,
      ingestedAt: NOW,
    } as const;
    const rejection = { code: 'not-json', detail: '', patientId: null, resource: null } as const;
    await store.commit(
      aBatch({
        messageIds: [{ source: 'ehr', id: '1' }],
        rejections: [{ ...rejection, raw: Buffer.of(), origin }],
      }),
    );
    const left = async (): Promise<unknown> =>
      (
        await source.query<unknown[]>(
          'SELECT (SELECT count(*)::int FROM seen_message) AS seen, (SELECT count(*)::int FROM rejection) AS rejected',
        )
      )[0];
    await maintainPartitions(source, { now: NOW + 15 * DAY, retentionDays: 20 });
    expect(await left()).toEqual({ seen: 1, rejected: 1 });
    await maintainPartitions(source, { now: NOW + 17 * DAY, retentionDays: 20 });
    expect(await left()).toEqual({ seen: 0, rejected: 1 });
    await maintainPartitions(source, { now: NOW + 22 * DAY, retentionDays: 20 });
    expect(await left()).toEqual({ seen: 0, rejected: 0 });
  });
});
