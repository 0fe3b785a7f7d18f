import { randomUUID } from 'node:crypto';
import { DAY, HOUR } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import { IcalRotaCalendar } from '../calendar/ical-rota-calendar.ts';
import type { ImportPlan } from '../domain/on-call/import-rota.ts';
import { swapShifts, type Shift } from '../domain/on-call/rota.ts';
import { createDataSource } from '../postgres/data-source.ts';
import { TypeormAccountStore } from '../postgres/typeorm-account-store.ts';
import { TypeormRotaStore } from '../postgres/typeorm-rota-store.ts';
import { FixedClock } from '../testing/fixed-clock.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { RotaExchange } from './rota-exchange.ts';

const T0 = Date.UTC(2026, 2, 20, 12);
const NOTHING = { add: [], change: [], withdraw: [], refused: [] };

describe('the rota and calendars', () => {
  let url: string;
  let source: DataSource;
  let rota: TypeormRotaStore;
  let exchange: RotaExchange;

  beforeEach(async () => {
    url = await freshDatabase();
    source = await createDataSource({ url, poolSize: 3 }).initialize();
    rota = new TypeormRotaStore(source);
    const accounts = new TypeormAccountStore(source);
    for (const [username, name] of [
      ['ada', 'Ada Lovelace'],
      ['ben', 'Ben Quist'],
    ] as const) {
      const account = { username, name, role: 'neurologist', wards: null } as const;
      await accounts.createAccount({ ...account, passwordHash: null });
    }
    exchange = new RotaExchange({
      ...{ rota, accounts, calendar: new IcalRotaCalendar(), clock: new FixedClock(T0) },
      ...{ newId: randomUUID, timeZone: 'Europe/Berlin' },
    });
  });
  afterEach(async () => {
    await source.destroy();
    await dropDatabase(url);
  });

  const importing = async (text: string, dryRun = false): Promise<ImportPlan> => {
    const chosen = { ward: null, duty: null };
    const asked = { text, dryRun, by: 'admin', chosen, wardProblem: () => null };
    const imported = await exchange.import(asked);
    if (imported.outcome !== 'done') throw new Error(imported.outcome);
    return imported.plan;
  };
  const exported = (): Promise<string> => exchange.calendar(() => true, { wardNames: new Map() });
  const kept = (): Promise<readonly Shift[]> =>
    rota.shifts({ from: T0 - 400 * DAY, to: T0 + 400 * DAY });
  const series = (...more: string[]): string =>
    [
      ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:nights@clinic', ...more],
      ...['DTSTART;TZID=Europe/Berlin:20260327T200000', 'DTEND;TZID=Europe/Berlin:20260328T080000'],
      ...['RRULE:FREQ=DAILY;COUNT=4', 'END:VEVENT', 'END:VCALENDAR'],
    ].join('\r\n');
  const ADAS = 'SUMMARY:First on call: Ada Lovelace';

  it('a try changes nothing; an import does; the same again, and our own export, do not', async () => {
    const tried = await importing(series(ADAS), true);
    expect(tried.add).toHaveLength(4);
    expect(await kept()).toEqual([]);
    expect((await importing(series(ADAS))).add).toHaveLength(4);
    const hours = (await kept()).map(({ from, to }) => (to - from) / HOUR);
    expect(hours).toEqual([12, 11, 12, 12]);
    for (const text of [series(ADAS), await exported()]) {
      expect(await importing(text)).toEqual({ ...NOTHING, unchanged: 4 });
    }
    expect(await kept()).toHaveLength(4);
  });

  it('what is moved in a calendar is moved here, and the rota as it was stays in the table', async () => {
    await importing(series(ADAS));
    const moved = (await exported()).replaceAll('T190000Z', 'T183000Z');
    const plan = await importing(moved);
    expect(plan).toMatchObject({ add: [], refused: [], unchanged: 2, change: [{}, {}] });
    expect(await importing(moved)).toEqual({ ...NOTHING, unchanged: 4 });
    const rows = await source.query<{ n: number }[]>('SELECT count(*)::int AS n FROM duty_shift');
    expect(rows[0]?.n).toBe(6);
  });

  it('an exchange of shifts is an old entry with another name in the calendar', async () => {
    await importing(series(ADAS));
    const [one, , , other] = await kept();
    const bens = { ...other!, username: 'ben', id: 'bens' };
    await rota.change({ withdraw: [other!.id], add: [bens], by: 'admin', at: T0 });
    const nameOf = (username: string): string => username;
    const swap = { ids: [one!.id, bens.id], newIds: ['x', 'y'], now: T0, nameOf } as const;
    const swapped = swapShifts(await kept(), swap);
    if (!swapped.ok) throw new Error(swapped.problem);
    await rota.change({ ...swapped, by: 'admin', at: T0 });
    const text = await exported();
    expect(text.match(/^UID:/gm)).toHaveLength(4);
    expect(text).toMatch(
      /UID:nights@clinic\/2026-03-27T19:00:00.000Z\r\n[^]*?SUMMARY:First on call: Ben/,
    );
    expect(await importing(text)).toEqual({ ...NOTHING, unchanged: 4 });
  });

  it('nobody who was named is put in for somebody who is not here', async () => {
    const plan = await importing(series('SUMMARY:First on call: Zed'));
    expect(plan).toMatchObject({ add: [], unchanged: 0 });
    expect(plan.refused).toHaveLength(4);
    expect(plan.refused[0]).toMatchObject({ line: 2, summary: 'First on call: Zed' });
    expect(await kept()).toEqual([]);
  });
});
