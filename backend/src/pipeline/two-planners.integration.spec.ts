import type { DataSource } from 'typeorm';
import { createDataSource } from '../postgres/data-source.ts';
import { TypeormAccountStore } from '../postgres/typeorm-account-store.ts';
import { TypeormNotificationStore } from '../postgres/typeorm-notification-store.ts';
import { TypeormRotaStore } from '../postgres/typeorm-rota-store.ts';
import { ContentIds } from '../system/content-ids.ts';
import { NoticeBench } from '../testing/notice-bench.ts';
import { TellPeople } from './tell-people.ts';

/** A lock that nobody waits for is seen within this. */
const A_WHILE = 300;

/** Every gateway plans notices; these two do it in the same moment, each with connections of its own. */
describe('two gateways that turn alerts into notices in the same moment', () => {
  let bench: NoticeBench;
  let others: DataSource[];
  /** What a planner waits for after it has read what waits, and before it writes. */
  let holding: Promise<unknown>;
  let planners: TellPeople[];

  beforeEach(async () => {
    bench = await new NoticeBench().open();
    await bench.addPhone();
    await bench.raise(['a1']);
    await bench.source.query(`UPDATE alert SET priority = 'high'`);
    holding = Promise.resolve();
    others = await Promise.all([1, 2].map(() => createDataSource(bench.connection).initialize()));
    planners = others.map((source) => {
      const store = new TypeormNotificationStore(source);
      const accounts = new TypeormAccountStore(source);
      const clock = bench.clock;
      return new TellPeople({
        ...{ store, clock, accounts, ids: new ContentIds(), quietUntil: () => null },
        rota: {
          shifts: async (period: Parameters<TypeormRotaStore['shifts']>[0]) => {
            await holding;
            return new TypeormRotaStore(source).shifts(period);
          },
        } as TypeormRotaStore,
        commands: { nobodyTold: () => Promise.resolve() },
        log: { warn: () => undefined },
      });
    });
  });
  afterEach(async () => {
    await Promise.all(others.map((source) => source.destroy()));
    await bench.close();
  });

  const wait = (entries: number, told = 'first-on-call'): Promise<unknown> =>
    bench.source.query(
      `INSERT INTO notice_outbox (alert_id, told, at)
       SELECT 'a1', $2, now() + n * interval '1 ms' FROM generate_series(1, $1) n`,
      [entries, told],
    );
  const tellAll = async (): Promise<void> => {
    while ((await Promise.all(planners.map((each) => each.once()))).some((count) => count > 0));
  };

  it('tell a person once of an alert that has gone on to the same duty again and again', async () => {
    for (let turn = 1; turn <= 10; turn += 1) {
      await wait(150);
      await tellAll();
      const [told] = await bench.source.query<{ notices: number; dr: number }[]>(
        `SELECT count(DISTINCT n.id)::int AS notices, (count(d.id) FILTER (WHERE d.username = 'dr'))::int AS dr
         FROM notice n JOIN delivery d ON d.notice_id = n.id`,
      );
      expect(told).toEqual({ notices: turn, dr: turn });
    }
  });

  it('leave nobody rung of what was taken while one of them was at it', async () => {
    const [one, other] = planners as [TellPeople, TellPeople];
    await wait(1);
    let goOn = (): void => undefined;
    holding = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const telling = one.once();
    await new Promise((later) => setTimeout(later, A_WHILE));
    await bench.source.query(`UPDATE alert SET state = 'acknowledged'`);
    await wait(1, 'clear');
    await other.once();
    goOn();
    await telling;
    await tellAll();
    expect((await bench.source.query<object[]>('SELECT FROM notice_outbox')).length).toBe(0);
    const left = await bench.source.query<{ state: string }[]>(
      `SELECT state FROM delivery WHERE username = 'dr' AND NOT clear`,
    );
    expect(left).toEqual([{ state: 'withdrawn' }]);
  });

  it('are not held up for long by one that hangs while it is at it', async () => {
    const [one, other] = planners as [TellPeople, TellPeople];
    await wait(1);
    let goOn = (): void => undefined;
    holding = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const hanging = one.once().catch((error: unknown) => error);
    await new Promise((later) => setTimeout(later, A_WHILE));
    expect(await other.once()).toBe(0);
    holding = Promise.resolve();
    // Postgres ends a transaction that nothing is done in.
    await new Promise((later) => setTimeout(later, 6_000));
    expect(await other.once()).toBe(1);
    goOn();
    expect(await hanging).toBeInstanceOf(Error);
    expect(await bench.source.query('SELECT FROM notice')).toHaveLength(1);
  }, 30_000);
});
