import { DAY } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { pruneNotices } from './prune-notices.ts';
import { aBatch, anAlert, aPatient, NOW } from './testing/effects.ts';
import { TypeormPatientStore } from './typeorm-patient-store.ts';

const BEFORE = NOW - 90 * DAY;
const OLD = BEFORE - 1;

describe('notices of long ago', () => {
  let url: string;
  let source: DataSource;

  beforeEach(async () => {
    url = await freshDatabase();
    source = await createDataSource({ url, poolSize: 3 }).initialize();
    const alerts = [
      anAlert('p', 'over', { state: 'resolved' }),
      anAlert('p', 'open', { state: 'escalated', kind: 'risk-high' }),
    ];
    await new TypeormPatientStore(source).commit(
      aBatch({ offsets: [], messageIds: [], patients: [aPatient('p', { alerts })] }),
    );
  });
  afterEach(async () => {
    await source.destroy();
    await dropDatabase(url);
  });

  const iso = (at: number): string => new Date(at).toISOString();
  const notice = async (
    id: string,
    {
      at = OLD,
      alerts = ['over'],
      next = null,
    }: { at?: number; alerts?: string[]; next?: number | null },
  ): Promise<void> => {
    await source.query(
      `INSERT INTO notice (id, alert_ids, body, created_at) VALUES ($1, $2, '{}', $3)`,
      [id, alerts, iso(at)],
    );
    await source.query(
      `INSERT INTO delivery (id, notice_id, username, channel, clear, state, next_at)
       SELECT $1 || n, $1, 'dr', 'web-push', false, 'confirmed', CASE n WHEN 2 THEN $2::timestamptz END
       FROM generate_series(1, 2) n`,
      [id, next === null ? null : iso(next)],
    );
  };
  const entry = (alertId: string, at: number): Promise<unknown> =>
    source.query(
      `INSERT INTO notice_outbox (alert_id, told, at) VALUES ($1, 'nurse-in-charge', $2)`,
      [alertId, iso(at)],
    );
  const left = async (statement: string): Promise<string[]> => {
    const rows = await source.query<{ id: string }[]>(statement);
    return rows.map(({ id }) => id).sort();
  };

  it('go with their deliveries, when all of it is settled', async () => {
    await notice('settled', {});
    await notice('test of a phone', { alerts: [] });
    await notice('of an alert nobody knows any more', { alerts: ['gone'] });
    await notice('young', { at: BEFORE });
    await notice('of an open alert', { alerts: ['over', 'open'] });
    await notice('still to be sent', { next: NOW });
    expect(await pruneNotices(source, BEFORE)).toEqual({ notices: 3, entries: 0 });
    const kept = ['of an open alert', 'still to be sent', 'young'];
    expect(await left('SELECT id FROM notice')).toEqual(kept);
    expect(await left('SELECT DISTINCT notice_id AS id FROM delivery')).toEqual(kept);
    expect(await pruneNotices(source, BEFORE)).toEqual({ notices: 0, entries: 0 });
  });

  it('entries that nobody took up go when their alert is over', async () => {
    for (const [alert, at] of [
      ['over', OLD],
      ['gone', OLD],
      ['open', OLD],
      ['over', BEFORE],
    ] as const) {
      await entry(alert, at);
    }
    expect(await pruneNotices(source, BEFORE)).toEqual({ notices: 0, entries: 2 });
    expect(await left('SELECT alert_id AS id FROM notice_outbox')).toEqual(['open', 'over']);
  });

  it('all of them, however many; one that another process is about is let be', async () => {
    await source.query(
      `INSERT INTO notice (id, alert_ids, body, created_at)
       SELECT 'n' || n, '{}', '{}', $1 FROM generate_series(1, 4500) n`,
      [iso(OLD)],
    );
    const other = source.createQueryRunner();
    await other.startTransaction();
    await other.query(`SELECT FROM notice WHERE id = 'n7' FOR SHARE`);
    expect(await pruneNotices(source, BEFORE)).toEqual({ notices: 4499, entries: 0 });
    await other.rollbackTransaction();
    await other.release();
    expect(await left('SELECT id FROM notice')).toEqual(['n7']);
  });
});
