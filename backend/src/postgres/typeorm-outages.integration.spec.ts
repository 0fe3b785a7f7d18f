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
    (await outages.open('w')).flatMap(({ patients }) =>
      patients.map(({ bed, openAlert }) => `${String(bed)} ${String(openAlert)}`),
    );

  it('is none at the very first start, nor is a restart', async () => {
    await outages.notice(NOW);
    expect(await outages.open('w')).toEqual([]);
    await silentFor(2 * MINUTE);
    await outages.notice(NOW);
    expect(await outages.open('w')).toEqual([]);
  });

  it('names whom to look after until somebody has ticked them, whoever starts first', async () => {
    await silentFor(HOUR);
    await Promise.all([outages.notice(NOW), outages.notice(NOW + 1)]);
    expect(await beds()).toEqual(['a true']);
    const [one] = await outages.open('w');
    expect(one).toMatchObject({ from: NOW - HOUR });
    const tick = { from: one?.from ?? 0, patientId: 'a' };
    await outages.tick(tick, { by: 'Nora', at: NOW });
    await outages.tick(tick, { by: 'Ola', at: NOW });
    expect(await outages.open('w')).toEqual([]);
    const checks = await source.query<{ by: string }[]>('SELECT by FROM outage_check');
    expect(checks).toEqual([{ by: 'Nora' }]);
  });

  const observed = (table: 'observation' | 'report', id: string, at: number): Promise<unknown> =>
    source.query(FACT[table], [id, new Date(at).toISOString()]);

  it('is not forgotten until everybody was looked after, or has left', async () => {
    await silentFor(3 * DAY);
    await outages.notice(NOW - 2 * DAY);
    await source.query('UPDATE alert SET raised_at = $1', [new Date(NOW - 4 * DAY).toISOString()]);
    expect(await beds()).toEqual(['a true']);
    expect(await outages.open('elsewhere')).toEqual([]);
    await source.query(`DELETE FROM board_row WHERE patient_id = 'a'`);
    expect(await outages.open('w')).toEqual([]);
  });

  it('names who has a value or a report from then, and nobody who came later', async () => {
    await silentFor(HOUR);
    await outages.notice(NOW);
    await observed('report', 'b', NOW - 30 * MINUTE);
    await observed('observation', 'c', NOW - 2 * HOUR);
    expect(await beds()).toEqual(['a true', 'b false']);
    await source.query(`UPDATE board_row SET body = body || $1 WHERE patient_id = 'b'`, [
      JSON.stringify({ admittedAt: new Date(NOW + MINUTE).toISOString() }),
    ]);
    expect(await beds()).toEqual(['a true']);
  });

  it('is kept once, whichever of several processes lived through it; what one had longer is kept too', async () => {
    const gap = { from: NOW - HOUR, to: NOW - 10 * MINUTE };
    await Promise.all([
      outages.keep(gap),
      outages.keep({ from: gap.from + 100, to: gap.to + 2000 }),
      outages.keep({ from: gap.from - 3000, to: gap.to }),
    ]);
    expect(await outages.open('w')).toHaveLength(1);
    await outages.keep({ from: gap.from + 200, to: NOW });
    expect(await outages.open('w')).toHaveLength(2);
    expect((await outages.open('w'))[0]?.to).toBe(NOW);
  });
});

const FACT = {
  observation: `INSERT INTO observation (patient_id, record_id, resource_key, version, status, retracted, broker_at, ingested_at, effective_at, fact_no, routine)
    VALUES ($1, gen_random_uuid(), 'Observation/' || $1, '1', 'final', false, $2, $2, $2, 0, false)`,
  report: `INSERT INTO report (patient_id, record_id, resource_key, version, status, retracted, broker_at, ingested_at, effective_at, text)
    VALUES ($1, gen_random_uuid(), 'DiagnosticReport/' || $1, '1', 'final', false, $2, $2, $2, '')`,
};
