import { HOUR } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { JudgedEnd } from '../../domain/review/adjudication/as-judged.ts';
import { dropDatabase, freshDatabase } from '../../testing/test-postgres.ts';
import { createDataSource } from '../data-source.ts';
import { TypeormAdjudicationStore } from './typeorm-adjudication-store.ts';

const NOW = Date.UTC(2026, 3, 1, 12);
let url: string;
let source: DataSource;
let store: TypeormAdjudicationStore;

beforeAll(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url }).initialize();
  store = new TypeormAdjudicationStore(source);
});
afterAll(async () => {
  await source.destroy();
  await dropDatabase(url);
});

const judged = (encounterId: string, more: Partial<JudgedEnd> = {}): JudgedEnd => ({
  ...{ encounterId, judgement: 'end', at: NOW - HOUR, cause: 'seizure', reason: null },
  ...{ decidedAt: NOW, by: 'quinn', ...more },
});
const none = { judgement: 'no-end', at: null, cause: null, reason: 'sedated' } as const;

describe('what END was judged to be', () => {
  it('of each stay the newest counts, and none is lost', async () => {
    await store.add(judged('e1'));
    await store.add(judged('e2', { judgement: 'undecided', at: null, cause: null }));
    // The clock of another process may be behind: what came last counts.
    await store.add(judged('e1', { ...none, decidedAt: NOW - HOUR }));
    const newest = await store.newest();
    expect([...newest.keys()].sort()).toEqual(['e1', 'e2']);
    expect(newest.get('e1')).toEqual(judged('e1', { ...none, decidedAt: NOW - HOUR }));
    expect(await store.of('e1')).toEqual([
      { ...judged('e1', { ...none, decidedAt: NOW - HOUR }), byName: 'quinn' },
      { ...judged('e1'), byName: 'quinn' },
    ]);
    expect(await store.of('e3')).toEqual([]);
  });

  it('can only be added to', async () => {
    for (const change of [
      `UPDATE end_adjudication SET judgement = 'end'`,
      'DELETE FROM end_adjudication',
      'TRUNCATE end_adjudication',
    ]) {
      await expect(source.query(change)).rejects.toThrow('append-only');
    }
  });
});
