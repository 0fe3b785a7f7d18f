import { MINUTE } from '@endwatch/clinical';
import { aStay, allItems, anExamination, hour } from '@endwatch/clinical/testing';
import type { DataSource } from 'typeorm';
import { DEFAULT_ESCALATION, type EscalationPolicy } from '../domain/alerting/escalation.ts';
import { createDataSource } from '../postgres/data-source.ts';
import { SettingVersions } from '../postgres/setting-versions.ts';
import { PipelineBench } from '../testing/pipeline-bench.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { EscalationSetting, type EscalationStore } from './escalation-setting.ts';

/** END goes to the first on call after so many minutes; the rest is as shipped. */
const endAfter = (minutes: number): EscalationPolicy => ({
  ...DEFAULT_ESCALATION,
  'end-confirmed': {
    ...{ steps: [{ to: 'first-on-call', wait: minutes * MINUTE }], repeat: null },
    remindAfter: null,
  },
});
const waitOf = (settings: EscalationSetting, ward: string | null): number =>
  (settings.of(ward)['end-confirmed'].steps[0]?.wait ?? 0) / MINUTE;

describe('the escalation of a ward', () => {
  let url: string;
  let source: DataSource;
  let store: EscalationStore;

  beforeEach(async () => {
    url = await freshDatabase();
    source = await createDataSource({ url, poolSize: 2 }).initialize();
    store = new SettingVersions(source, 'escalation');
  });
  afterEach(async () => {
    await source.destroy();
    await dropDatabase(url);
  });

  const set = (ward: string | null, value: EscalationPolicy | null, at = 0): Promise<void> =>
    store.add({ ward, value, at, by: 'admin' });

  it('is its own, else that of the house, else as shipped; the newest holds', async () => {
    const settings = new EscalationSetting(store);
    await settings.refresh();
    expect(waitOf(settings, 'w1')).toBe(5);
    await set(null, endAfter(7));
    await set('w1', endAfter(2));
    await set('w1', endAfter(3), 1);
    await settings.refresh();
    expect([waitOf(settings, 'w1'), waitOf(settings, 'w2'), waitOf(settings, null)]).toEqual([
      ...[3, 7, 7],
    ]);
    await set('w1', null, 2);
    await settings.refresh();
    expect(waitOf(settings, 'w1')).toBe(7);
    expect((await store.versions('w1')).map(({ at }) => at)).toEqual([2, 1, 0]);
  });

  it('decides when an alert of that ward goes on', async () => {
    const settings = new EscalationSetting(store);
    await set('bed-1', endAfter(2));
    await settings.refresh();
    const bench = new PipelineBench(hour(6) + MINUTE, {
      escalationFor: (ward) => settings.of(ward),
    });
    const items = allItems({ '5a': 4, '6a': 4, '4': 2 });
    await bench.deliver(...aStay({ hours: 5, totals: [6, 6] }));
    await bench.deliver(anExamination({ at: hour(6), total: 10, items }));
    const state = (): string | undefined =>
      bench.memory.row('p1')?.alerts.find(({ kind }) => kind === 'end-confirmed')?.state;
    expect(state()).toBe('raised');
    await bench.passTo(hour(6) + 2 * MINUTE);
    expect(state()).toBe('raised');
    await bench.passTo(hour(6) + 3 * MINUTE);
    expect(state()).toBe('escalated');
  });
});
