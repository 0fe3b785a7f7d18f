import { DAY, HOUR, type EpochMs } from '@endwatch/clinical';
import type { WallNames } from '@endwatch/contracts';
import type { DataSource } from 'typeorm';
import { SessionService } from '../http/session/session-service.ts';
import { WallSetting } from '../pipeline/wall-setting.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { createDataSource } from './data-source.ts';
import { SettingVersions } from './setting-versions.ts';
import { TypeormAccountStore } from './typeorm-account-store.ts';
import { TypeormPreferenceStore } from './typeorm-preference-store.ts';

const T0 = Date.UTC(2026, 0, 5, 8);

let url: string;
let source: DataSource;
let accounts: TypeormAccountStore;

beforeEach(async () => {
  url = await freshDatabase();
  source = await createDataSource({ url, poolSize: 2 }).initialize();
  accounts = new TypeormAccountStore(source);
});
afterEach(async () => {
  await source.destroy();
  await dropDatabase(url);
});

describe('my patients', () => {
  const own = (patientId: string, encounterId = `${patientId}-1`) => ({ patientId, encounterId });
  const onBoard = (patientId: string, ward: string, encounterId = `${patientId}-1`) =>
    source.query(
      `INSERT INTO board_row (patient_id, ward_id, body) VALUES ($1, $2, jsonb_build_object('encounterId', $3::text))
       ON CONFLICT (patient_id) DO UPDATE SET ward_id = excluded.ward_id, body = excluded.body`,
      [patientId, ward, encounterId],
    );
  let store: TypeormPreferenceStore;

  beforeEach(async () => {
    store = new TypeormPreferenceStore(source);
    for (const username of ['n', 'm']) {
      await accounts.createAccount({
        ...{ username, name: username, role: 'nurse', wards: null, passwordHash: null },
      });
    }
    for (const [id, ward] of [
      ['a', 'w1'],
      ['b', 'w1'],
      ['c', 'w2'],
    ] as const) {
      await onBoard(id, ward);
    }
  });

  const tick = (username: string, ...ids: string[]): Promise<void> =>
    store.write({ username, value: { myPatients: ids.map((id) => own(id)) }, at: T0 });

  it('are those of the account, in the order they were ticked, until they are ticked anew', async () => {
    expect(await store.read('n', null)).toEqual({ myPatients: [], language: null });
    await tick('n', 'c', 'a');
    await tick('m', 'b');
    expect(await store.read('n', null)).toMatchObject({ myPatients: [own('c'), own('a')] });
    await tick('n', 'b');
    expect(await store.read('n', null)).toMatchObject({ myPatients: [own('b')] });
  });

  it('stay as they are when a language is chosen, and it when they are ticked', async () => {
    await tick('n', 'a');
    await store.write({ username: 'n', value: { language: 'de' }, at: T0 });
    expect(await store.read('n', null)).toEqual({ myPatients: [own('a')], language: 'de' });
    await tick('n', 'b');
    expect(await store.read('n', null)).toEqual({ myPatients: [own('b')], language: 'de' });
    await store.write({ username: 'm', value: { language: 'en' }, at: T0 });
    expect(await store.read('m', null)).toEqual({ myPatients: [], language: 'en' });
  });

  it('end with the stay, go along to another ward, and are not told of wards one may not see', async () => {
    await tick('n', 'a', 'b', 'c', 'never-here');
    expect((await store.read('n', ['w1'])).myPatients).toEqual([own('a'), own('b')]);
    await onBoard('a', 'w3');
    await onBoard('b', 'w1', 'b-2');
    await source.query(`DELETE FROM board_row WHERE patient_id = 'c'`);
    expect((await store.read('n', null)).myPatients).toEqual([own('a')]);
  });
});

describe('names on the wall', () => {
  it('are initials until set; the newest holds, each change is told once, none is lost', async () => {
    const store = new SettingVersions<WallNames>(source, 'wall-names');
    const setting = new WallSetting(store);
    const told: string[] = [];
    const forget = setting.onChange(() => told.push(setting.names));
    await setting.refresh();
    expect(setting.names).toBe('initials');
    for (const [names, at] of [
      ['full', 1],
      ['full', 2],
      [null, 3],
    ] as const) {
      await store.add({ ward: null, value: names, at, by: 'admin' });
      await setting.refresh();
    }
    expect(told).toEqual(['full', 'initials']);
    expect((await store.versions(null)).map(({ value, at }) => [value, at])).toEqual([
      ...[
        [null, 3],
        ['full', 2],
        ['full', 1],
      ],
    ]);
    forget();
    await store.add({ ward: null, value: 'full', at: 4, by: 'admin' });
    await setting.refresh();
    expect(told).toHaveLength(2);
  });
});

describe('the session of a screen on the wall', () => {
  it('is carried on for weeks while it is used; that of a nurse ends with the shift', async () => {
    let now: EpochMs = T0;
    const clock = { now: () => now };
    const sessions = new SessionService(accounts, clock);
    for (const role of ['display', 'nurse'] as const) {
      await accounts.createAccount({
        ...{ username: role, name: role, role, wards: ['w1'], passwordHash: null },
      });
    }
    const [wall, nurse] = [await sessions.open('display'), await sessions.open('nurse')];
    const isIn = async (token: string): Promise<boolean> => (await sessions.whoIs(token)) !== null;
    expect([await isIn(wall), await isIn(nurse)]).toEqual([true, true]);
    now += 7 * DAY;
    expect([await isIn(wall), await isIn(nurse)]).toEqual([true, false]);
    // As the page asks, now and again, for three weeks.
    for (let hours = 0; hours < 21 * 24; hours += 6) {
      now += 6 * HOUR;
      expect(await isIn(wall)).toBe(true);
    }
    now += 15 * DAY;
    expect(await isIn(wall)).toBe(false);
  });
});
