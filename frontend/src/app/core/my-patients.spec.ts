import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Preferences, SessionView } from '@endwatch/contracts';
import { aRow } from '../testing/a-row.ts';
import { MyPatients } from './my-patients.ts';
import { Session } from './session.ts';
import { ApiError, WardApi } from './ward-api.ts';

const nurse: SessionView = {
  username: 'nora',
  name: 'Nora',
  role: 'nurse',
  wards: null,
  timeZone: 'UTC',
};
const own = (patientId: string, encounterId = 'e1') => ({ patientId, encounterId });

describe('MyPatients', () => {
  /** What the server holds; null: it cannot be reached. */
  let stored: Preferences | null;
  let held: Preferences;
  /** Answers come when this is done. */
  let turn: Promise<void>;

  beforeEach(() => {
    localStorage.clear();
    held = { myPatients: [], language: null };
    stored = held;
    turn = Promise.resolve();
  });

  const send = (_: string, body?: Preferences): Promise<Preferences> => {
    if (stored === null) return Promise.reject(new ApiError(0, 'away', null));
    if (body) held = { ...held, ...body };
    const answer = held;
    return turn.then(() => answer);
  };
  async function opened(): Promise<MyPatients> {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: WardApi, useValue: { send } }],
    });
    const answer = { ok: true, status: 200, json: () => Promise.resolve(nurse) };
    globalThis.fetch = jest.fn().mockResolvedValue(answer);
    await TestBed.inject(Session).look();
    const mine = TestBed.inject(MyPatients);
    await settle();
    return mine;
  }
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 10; turn += 1) {
      TestBed.tick();
      await Promise.resolve();
    }
  }

  it('are kept with the account and there again after a reload', async () => {
    const mine = await opened();
    mine.toggle(aRow());
    mine.toggle(aRow({ patientId: 'p2' }));
    expect(mine.isMine(aRow())).toBe(true);
    await settle();
    expect(held).toMatchObject({ myPatients: [own('p1'), own('p2')] });
    localStorage.clear();
    const again = await opened();
    again.toggle(aRow());
    await settle();
    expect(held).toMatchObject({ myPatients: [own('p2')] });
  });

  it('are for one stay, and end where the server says that it is over', async () => {
    held = { myPatients: [own('p1')], language: null };
    const mine = await opened();
    expect(mine.isMine(aRow())).toBe(true);
    expect(mine.isMine(aRow({ encounterId: 'e2' }))).toBe(false);
    held = { myPatients: [], language: null };
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(mine.isMine(aRow())).toBe(false);
  });

  it('that the server could not be told of are kept here and told later', async () => {
    stored = null;
    const mine = await opened();
    mine.toggle(aRow());
    await settle();
    expect([mine.isMine(aRow()), held.myPatients]).toEqual([true, []]);
    stored = held;
    const again = await opened();
    expect(again.isMine(aRow())).toBe(true);
    expect(held.myPatients).toEqual([own('p1')]);
  });

  it('ticked while an answer is on its way are not undone by it, nor what was ticked elsewhere', async () => {
    held = { myPatients: [own('p9')], language: null };
    const { promise, resolve } = Promise.withResolvers<undefined>();
    turn = promise;
    const mine = await opened();
    mine.toggle(aRow());
    await settle();
    expect(mine.isMine(aRow())).toBe(true);
    resolve(undefined);
    await settle();
    expect([...mine.all().keys()]).toEqual(['p9', 'p1']);
    expect(held.myPatients).toEqual([own('p9'), own('p1')]);
  });

  it('unticked and ticked while the server is told are as they were ticked last', async () => {
    const mine = await opened();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    turn = promise;
    mine.toggle(aRow());
    await settle();
    mine.toggle(aRow());
    mine.toggle(aRow({ patientId: 'p2' }));
    resolve(undefined);
    await settle();
    expect([...mine.all().keys()]).toEqual(['p2']);
    expect(held.myPatients).toEqual([own('p2')]);
  });

  it('survive whatever lies in the storage', async () => {
    localStorage.setItem('endwatch.my-patients.nora', '{"own": 7');
    const mine = await opened();
    expect(mine.all().size).toBe(0);
  });
});
