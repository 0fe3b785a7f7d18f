import { DAY, HOUR, MINUTE } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { TypeormOutages } from './typeorm-outages.ts';
import { TypeormPipelineStatus } from './typeorm-pipeline-status.ts';

const NOW = Date.now();
const signs = {
  lagSeconds: 0,
  logAwaySeconds: null,
  failingSeconds: null,
  newestRecordSeconds: null,
};

describe('a time without any scorer', () => {
  let url: string;
  let source: DataSource;
  let outages: TypeormOutages;

  beforeEach(async () => {
    url = await freshDatabase();
    source = await createDataSource({ url, poolSize: 2 }).initialize();
    outages = new TypeormOutages(source);
    await source.query(`INSERT INTO ward VALUES ('w', 'W', 0)`);
    for (const id of ['a', 'b', 'c']) {
      const body = JSON.stringify({ name: id.toUpperCase(), bed: id });
      await source.query(`INSERT INTO board_row VALUES ($1, 'w', $2)`, [id, body]);
    }
    await source.query(
      `INSERT INTO alert (id, patient_id, kind, priority, state, raised_at, state_since, reason, cause)
       VALUES ('1', 'a', 'risk-high', 'medium', 'raised', $1, $1, '', '')`,
      [new Date(NOW - 3 * HOUR).toISOString()],
    );
  });
  afterEach(async () => {
    await source.destroy();
    await dropDatabase(url);
  });

  const silentFor = async (milliseconds: number): Promise<void> => {
    await new TypeormPipelineStatus(source).report('p', signs);
    await source.query('UPDATE process_status SET reported_at = $1', [
      new Date(NOW - milliseconds).toISOString(),
    ]);
  };
  const beds = async (): Promise<string[]> =>
    (await outages.open('w', NOW)).flatMap(({ patients }) =>
      patients.map(({ bed, openAlert }) => `${String(bed)} ${String(openAlert)}`),
    );

  it('is none at the very first start, nor is a restart', async () => {
    await outages.notice(NOW);
    expect(await outages.open('w', NOW)).toEqual([]);
    await silentFor(2 * MINUTE);
    await outages.notice(NOW);
    expect(await outages.open('w', NOW)).toEqual([]);
  });

  it('names whom to look after until somebody has ticked them, whoever starts first', async () => {
    await silentFor(HOUR);
    await Promise.all([outages.notice(NOW), outages.notice(NOW + 1)]);
    expect(await beds()).toEqual(['a true']);
    const [one] = await outages.open('w', NOW);
    expect(one).toMatchObject({ from: NOW - HOUR });
    const tick = { from: one?.from ?? 0, patientId: 'a' };
    await outages.tick(tick, { by: 'Nora', at: NOW });
    await outages.tick(tick, { by: 'Ola', at: NOW });
    expect(await outages.open('w', NOW)).toEqual([]);
    const checks = await source.query<{ by: string }[]>('SELECT by FROM outage_check');
    expect(checks).toEqual([{ by: 'Nora' }]);
  });

  it('is forgotten after a day', async () => {
    await silentFor(HOUR);
    await outages.notice(NOW);
    expect(await outages.open('w', NOW + DAY + MINUTE)).toEqual([]);
    expect(await outages.open('elsewhere', NOW)).toEqual([]);
  });
});
