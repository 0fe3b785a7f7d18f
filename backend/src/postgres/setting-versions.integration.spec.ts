import type { DataSource } from 'typeorm';
import { WardSetting } from '../pipeline/setting.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { SettingVersions } from './setting-versions.ts';
import { TypeormAccountStore } from './typeorm-account-store.ts';

interface Pace {
  readonly every: number;
}

describe('a setting of the house and its wards', () => {
  let url: string;
  let source: DataSource;
  let store: SettingVersions<Pace>;

  beforeAll(async () => {
    url = await freshDatabase();
    source = await createDataSource({ url, poolSize: 2 }).initialize();
    store = new SettingVersions(source, 'pace');
  });
  afterAll(async () => {
    await source.destroy();
    await dropDatabase(url);
  });

  const set = (ward: string | null, every: number | null, at: number): Promise<void> =>
    store.add({ ward, value: every === null ? null : { every }, at, by: 'admin' });

  it('is a ward’s own, else the house’s, else as shipped; no version is lost, others do not meddle', async () => {
    const setting = new WardSetting<Pace, number>(store, 1, ({ every }) => every);
    const now = async (): Promise<readonly unknown[]> => {
      await setting.refresh();
      return [setting.of(null), setting.of('w1'), setting.of('w2'), setting.ownWards];
    };
    expect(await now()).toEqual([1, 1, 1, []]);
    await set(null, 4, 1);
    await set('w1', 6, 2);
    await new SettingVersions<Pace>(source, 'other').add({
      ...{ ward: 'w2', value: { every: 99 }, at: 3, by: 'somebody' },
    });
    expect(await now()).toEqual([4, 6, 4, ['w1']]);
    await set('w1', null, 4);
    await set(null, null, 5);
    expect(await now()).toEqual([1, 1, 1, []]);
    expect(await store.versions('w1')).toEqual([
      { ward: 'w1', value: null, at: 4, by: 'admin', byName: 'admin' },
      { ward: 'w1', value: { every: 6 }, at: 2, by: 'admin', byName: 'admin' },
    ]);
    expect((await store.versions(null)).map(({ at }) => at)).toEqual([5, 1]);
  });

  it('is told with what people are called now', async () => {
    const accounts = new TypeormAccountStore(source);
    const account = { name: 'Ada Example', role: 'admin', wards: null } as const;
    await accounts.createAccount({ ...account, username: 'ada', passwordHash: null });
    await store.add({ ward: 'w3', value: { every: 2 }, at: 6, by: 'ada' });
    await store.add({ ward: 'w3', value: { every: 3 }, at: 7, by: 'gone' });
    const called = async (): Promise<readonly unknown[]> =>
      (await store.versions('w3')).map(({ by, byName }) => [by, byName]);
    expect(await called()).toEqual([
      ['gone', 'gone'],
      ['ada', 'Ada Example'],
    ]);
    await accounts.changeAccount('ada', { name: 'Ada Other' });
    expect((await called())[1]).toEqual(['ada', 'Ada Other']);
    expect((await store.all())[0]).toMatchObject({ ward: 'w3', byName: 'gone' });
  });
});
