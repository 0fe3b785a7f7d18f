import { MINUTE } from '@endwatch/clinical';
import { aStay, allItems, anExamination, hour } from '@endwatch/clinical/testing';
import type { DataSource } from 'typeorm';
import { DEFAULT_ESCALATION } from '../domain/alerting/escalation.ts';
import { createDataSource } from '../postgres/data-source.ts';
import { TypeormPatientStore } from '../postgres/typeorm-patient-store.ts';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { AlertCommands } from './alert-commands.ts';
import type { BatchProcessor } from './process-batch.ts';

const TAKEN = hour(6) + MINUTE;
const END = hour(6) + 20 * MINUTE;
const shiftEnds = [new Date(END).toISOString().slice(11, 16)];

describe('the end of a shift on Postgres', () => {
  let url: string;
  let source: DataSource;
  let store: TypeormPatientStore;
  let bench: PipelineBench;
  let id: string;

  beforeEach(async () => {
    url = await freshDatabase();
    source = await createDataSource({ url, poolSize: 6 }).initialize();
    store = new TypeormPatientStore(source);
    const escalation = { ...DEFAULT_ESCALATION, shiftEnds };
    bench = new PipelineBench(hour(6), { escalationFor: () => escalation }, store);
    const items = allItems({ '5a': 4, '6a': 4, '4': 2 });
    await bench.deliver(...aStay({ hours: 5, totals: [6, 6] }));
    await bench.deliver(anExamination({ at: hour(6), total: 10, items }));
    const rows = await source.query<{ id: string }[]>(
      `SELECT id FROM alert WHERE kind = 'end-confirmed'`,
    );
    id = rows[0]?.id ?? '';
    bench.clock.set(TAKEN);
    await take(bench.processor);
  });
  afterEach(async () => {
    await source.destroy();
    await dropDatabase(url);
  });

  const take = async (processor: BatchProcessor): Promise<void> => {
    const commands = new AlertCommands(processor, store, bench.clock);
    const taken = await commands.take(id, { by: 'Nora', account: 'nora', reason: '' });
    expect(taken.outcome).toBe('done');
  };
  const handovers = async (): Promise<string[]> => {
    const rows = await source.query<{ reason: string }[]>(
      `SELECT reason FROM alert_transition WHERE alert_id = $1 AND reason LIKE 'Handed over%'`,
      [id],
    );
    return rows.map(({ reason }) => reason);
  };
  const stateOf = async (): Promise<unknown> => {
    const rows = await source.query<object[]>(
      'SELECT state, holder, holder_account, kept FROM alert WHERE id = $1',
      [id],
    );
    return rows[0];
  };

  it('is acted on once, by whichever of several processes is first', async () => {
    const processes = [bench.processor, bench.freshProcessor(), bench.freshProcessor()];
    bench.clock.set(END - 1);
    for (const one of processes) while ((await one.wake(END - 1)) > 0);
    expect(await handovers()).toEqual([]);
    bench.clock.set(END);
    await Promise.all(processes.map((one) => one.wake(END)));
    for (const one of processes) while ((await one.wake(END)) > 0);
    expect(await handovers()).toEqual(['Handed over at the end of the shift: Nora had it']);
    expect(await stateOf()).toEqual({
      ...{ state: 'raised', holder: null, holder_account: null, kept: false },
    });
    const byClock = await source.query<{ from: string; by: boolean }[]>(
      `SELECT from_state AS from, by_clock AS by FROM alert_transition WHERE alert_id = $1 AND from_state IS NOT NULL ORDER BY id`,
      [id],
    );
    expect(byClock).toEqual([
      { from: 'raised', by: false },
      { from: 'acknowledged', by: true },
    ]);
  });

  it('is acted on after a restart, once, and says how late', async () => {
    bench.restart();
    await bench.passTo(END + 15 * MINUTE);
    bench.restart();
    await bench.passTo(END + 16 * MINUTE);
    expect(await handovers()).toEqual([
      'Handed over at the end of the shift: Nora had it, 15 min late',
    ]);
  });

  it('who takes it once more stays with it, in whatever process', async () => {
    await take(bench.freshProcessor());
    expect(await stateOf()).toEqual({
      ...{ state: 'acknowledged', holder: 'Nora', holder_account: 'nora', kept: true },
    });
    bench.restart();
    await bench.passTo(END + 5 * MINUTE);
    expect(await handovers()).toEqual([]);
    expect(await stateOf()).toMatchObject({ state: 'acknowledged', holder: 'Nora' });
  });
});
