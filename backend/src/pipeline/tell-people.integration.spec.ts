import { HOUR, MINUTE, SECOND } from '@endwatch/clinical';
import type { DataSource } from 'typeorm';
import type { AlertState, EscalationTarget } from '../domain/alerting/alert.ts';
import { GATHER, type ToTell } from '../domain/notices/group-notices.ts';
import type { Shift } from '../domain/on-call/rota.ts';
import { createDataSource } from '../postgres/data-source.ts';
import { aBatch, anAlert, aPatient } from '../postgres/testing/effects.ts';
import { TypeormAccountStore } from '../postgres/typeorm-account-store.ts';
import { TypeormNotificationStore } from '../postgres/typeorm-notification-store.ts';
import { TypeormPatientStore } from '../postgres/typeorm-patient-store.ts';
import { TypeormRotaStore } from '../postgres/typeorm-rota-store.ts';
import { ContentIds } from '../system/content-ids.ts';
import { FixedClock } from '../testing/fixed-clock.ts';
import { dropDatabase, freshDatabase } from '../testing/test-postgres.ts';
import { TellPeople } from './tell-people.ts';

const T0 = Date.UTC(2026, 0, 5, 8);

describe('who is told', () => {
  let url: string;
  let source: DataSource;
  let store: TypeormNotificationStore;
  let rota: TypeormRotaStore;
  let people: TellPeople;
  let patients = 0;
  const clock = new FixedClock(T0);
  const said: string[] = [];
  const lost: string[] = [];
  const log = { warn: (_: object, sentence: string) => void said.push(sentence) };
  const NEVER_QUIET = (): number | null => null;
  let quiet: (alert: ToTell, at: number) => number | null = NEVER_QUIET;

  beforeEach(async () => {
    url = await freshDatabase();
    source = await createDataSource({ url, poolSize: 3 }).initialize();
    store = new TypeormNotificationStore(source);
    rota = new TypeormRotaStore(source);
    const accounts = new TypeormAccountStore(source);
    people = new TellPeople({
      ...{ store, rota, accounts, clock, ids: new ContentIds(), log },
      quietUntil: (alert, at) => quiet(alert, at),
      commands: {
        nobodyTold: (alertId, at) =>
          Promise.resolve(void lost.push(`${alertId} ${String(at - T0)}`)),
      },
    });
    clock.set(T0);
    quiet = NEVER_QUIET;
    said.length = 0;
    lost.length = 0;
    for (const [username, role] of [
      ['ada', 'neurologist'],
      ['ben', 'neurologist'],
      ['nora', 'nurse'],
    ] as const) {
      await accounts.createAccount({
        username,
        name: username,
        role,
        wards: null,
        passwordHash: null,
      });
      const contact = { id: `of ${username}`, username, channel: 'web-push' } as const;
      const address = `https://push.example/${username}`;
      await store.addContact({ ...contact, address, keys: {}, label: 'Phone' }, T0);
    }
  });
  afterEach(async () => {
    await source.destroy();
    await dropDatabase(url);
  });

  const shift = (username: string, duty: Shift['duty'], hours: [number, number]): Shift => ({
    ...{ id: `${username}-${duty}`, ward: null, duty, username, origin: 'planned', replaces: null },
    ...{ from: T0 + hours[0] * HOUR, to: T0 + hours[1] * HOUR },
  });
  const plan = (...add: Shift[]): Promise<boolean> =>
    rota.change({ withdraw: [], add, by: 'admin', at: T0 });
  /** Somebody's alert goes on to a duty, as a commit of the pipeline writes it. */
  const escalated = async (
    id: string,
    told: EscalationTarget | 'clear',
    changes: Partial<AlertState> = {},
  ): Promise<void> => {
    const patientId = `p${String((patients += 1))}`;
    const alert = anAlert(patientId, id, {
      ...{ state: 'escalated', priority: 'high' },
      ...changes,
    });
    const transition = { alertId: id, at: clock.now(), from: null, to: alert.state } as const;
    await new TypeormPatientStore(source).commit(
      aBatch({
        offsets: [],
        messageIds: [],
        patients: [
          aPatient(patientId, {
            alerts: [alert],
            transitions: [{ ...transition, by: 'system', reason: '', told }],
          }),
        ],
      }),
    );
  };
  const deliveries = async (): Promise<string[]> => {
    while ((await people.once()) > 0);
    const rows = await source.query<{ line: string }[]>(
      `SELECT concat_ws(' ', d.username, d.state, CASE WHEN d.clear THEN 'clear' END, cardinality(n.alert_ids)) AS line
       FROM delivery d JOIN notice n ON n.id = d.notice_id ORDER BY n.created_at, d.next_at, line`,
    );
    return rows.map(({ line }) => line);
  };

  it('the one on duty, as the rota has it at that moment', async () => {
    await plan(shift('ada', 'first-on-call', [0, 12]), shift('ben', 'first-on-call', [12, 24]));
    await escalated('a1', 'first-on-call');
    expect(await deliveries()).toEqual(['ada queued 1']);
    clock.set(T0 + 12 * HOUR);
    await escalated('a2', 'first-on-call');
    expect(await deliveries()).toEqual(['ada queued 1', 'ben queued 1']);
  });

  it('by what was added last, whoever says again that they are there', async () => {
    const phone = { username: 'ada', channel: 'web-push', keys: {}, label: 'Phone' } as const;
    const first = { ...phone, id: 'of ada', address: 'https://push.example/ada' };
    const later = { ...phone, id: 'another of ada', address: 'https://push.example/ada-2' };
    await store.addContact(later, T0 + HOUR);
    await store.addContact(first, T0 + 2 * HOUR);
    const contacts = await store.contactsOf(['ada']);
    expect(contacts.map(({ id }) => id)).toEqual([later.id, first.id]);
  });

  it('everybody who could be, where nobody is on duty', async () => {
    await escalated('a1', 'first-on-call');
    expect(await deliveries()).toEqual(['ada queued 1', 'ben queued 1']);
    await escalated('a2', 'nurse-in-charge');
    expect(await deliveries()).toContain('nora queued 1');
  });

  it('who covers the ward, where the one on duty does not', async () => {
    await plan(shift('ada', 'first-on-call', [0, 12]));
    const accounts = new TypeormAccountStore(source);
    await accounts.changeAccount('ada', { wards: ['elsewhere'] });
    await escalated('a1', 'first-on-call');
    expect(await deliveries()).toEqual(['ben queued 1']);
    await accounts.changeAccount('ada', { wards: null });
    await escalated('a2', 'first-on-call');
    expect(await deliveries()).toEqual(['ben queued 1', 'ada queued 1'].toSorted());
  });

  it('everybody of a role on the ward, whoever is on duty', async () => {
    await plan(shift('ada', 'first-on-call', [0, 12]));
    await escalated('a1', 'nurses');
    expect(await deliveries()).toEqual(['nora queued 1']);
    const accounts = new TypeormAccountStore(source);
    await accounts.changeAccount('ben', { wards: ['elsewhere'] });
    await escalated('a2', 'neurologists');
    expect((await deliveries()).toSorted()).toEqual(['ada queued 1', 'nora queued 1']);
  });

  it('on every browser that they let ring, at once', async () => {
    await plan(shift('ada', 'first-on-call', [0, 12]));
    const desk = { id: 'desk of ada', username: 'ada', channel: 'web-push' } as const;
    const address = 'https://push.example/desk';
    await store.addContact({ ...desk, address, keys: {}, label: 'Desk' }, T0 + 1);
    const pager = { id: 'pager of ada', username: 'ada', channel: 'webhook' } as const;
    await store.addContact({ ...pager, address: 'https://p', keys: {}, label: 'Pager' }, T0);
    await escalated('a1', 'first-on-call');
    expect(await deliveries()).toEqual(['ada queued 1', 'ada queued 1']);
    const rung = await source.query<unknown[]>('SELECT contact_id FROM delivery ORDER BY 1');
    expect(rung).toEqual([{ contact_id: 'desk of ada' }, { contact_id: 'of ada' }]);
  });

  it('and it is seen when they have nothing to be reached by', async () => {
    await plan(shift('ada', 'first-on-call', [0, 12]));
    await store.removeContact('of ada', null);
    await escalated('a1', 'first-on-call');
    expect(await deliveries()).toEqual(['ada failed 1']);
    expect((await store.toldOf(['a1'])).get('a1')).toMatchObject([
      { username: 'ada', state: 'failed', problem: 'there is nothing to reach them by' },
    ]);
    expect(lost).toEqual(['a1 0']);
  });

  it('and the escalation need not wait, where none of them has', async () => {
    await store.removeContact('of ada', null);
    await escalated('a1', 'first-on-call');
    expect(await deliveries()).toHaveLength(2);
    expect(lost).toEqual([]);
    await store.removeContact('of ben', null);
    await escalated('a2', 'first-on-call');
    await deliveries();
    expect(lost).toEqual(['a2 0']);
  });

  it('nobody, of an alert that somebody has taken meanwhile', async () => {
    await escalated('a1', 'first-on-call', { state: 'acknowledged', holder: 'nora' });
    expect(await deliveries()).toEqual([]);
    expect(await source.query('SELECT * FROM notice_outbox')).toEqual([]);
  });

  it('ten alerts at once are one notice, and none is left out', async () => {
    await plan(shift('ada', 'first-on-call', [0, 12]));
    for (let n = 0; n < 10; n++) await escalated(`a${String(n)}`, 'first-on-call');
    expect(await deliveries()).toEqual(['ada queued 10']);
    const [row] = await source.query<{ alert_ids: string[] }[]>('SELECT alert_ids FROM notice');
    expect(row?.alert_ids.toSorted()).toEqual(
      Array.from({ length: 10 }, (_, n) => `a${String(n)}`),
    );
  });

  describe('alerts that come one by one as data catches up', () => {
    const come = async (id: string, after: number, priority: 'high' | 'medium' | 'low') => {
      clock.set(T0 + after * SECOND);
      await escalated(id, 'first-on-call', { priority });
      return deliveries();
    };
    beforeEach(() => plan(shift('ada', 'first-on-call', [0, 12])));

    it('are one notice, where they can wait 20 s', async () => {
      for (let n = 0; n < 9; n++) {
        expect(await come(`a${String(n)}`, 2 * n, n % 2 === 0 ? 'medium' : 'low')).toEqual([]);
      }
      expect(await come('a9', 19.9, 'medium')).toEqual([]);
      clock.set(T0 + GATHER);
      expect(await deliveries()).toEqual(['ada queued 10']);
      expect(await come('b', 30, 'medium')).toHaveLength(1);
      clock.set(T0 + 30 * SECOND + GATHER);
      expect((await deliveries()).toSorted()).toEqual(['ada queued 1', 'ada queued 10']);
    });

    it('and high ones go at once, past those that wait, also what has just become so', async () => {
      await come('a1', 0, 'medium');
      expect(await come('a2', 1, 'high')).toEqual(['ada queued 1']);
      await source.query(`UPDATE alert SET priority = 'high' WHERE id = 'a1'`);
      expect(await deliveries()).toEqual(['ada queued 1', 'ada queued 1']);
    });
  });

  it('who was told is told that it is over; what was not sent yet is withdrawn', async () => {
    await plan(shift('ada', 'first-on-call', [0, 12]), shift('ben', 'second-on-call', [0, 12]));
    await escalated('a1', 'first-on-call');
    await deliveries();
    await source.query(`UPDATE delivery SET state = 'sent', next_at = NULL`);
    clock.set(T0 + 10 * MINUTE);
    await escalated('a1', 'second-on-call');
    await deliveries();
    await escalated('a1', 'clear', { state: 'acknowledged', holder: 'nora' });
    expect((await deliveries()).toSorted()).toEqual([
      'ada queued clear 1',
      'ada sent 1',
      'ben withdrawn 1',
    ]);
  });

  describe('in quiet hours', () => {
    const MORNING = T0 + 6 * HOUR;
    const untilMorning = (alert: ToTell, at: number): number | null =>
      at < MORNING && alert.priority !== 'high' ? MORNING : null;
    const medium = { kind: 'risk-high', priority: 'medium' } as const;
    const held = async (): Promise<number> =>
      (await source.query<object[]>('SELECT FROM notice_outbox')).length;

    beforeEach(async () => {
      quiet = untilMorning;
      await plan(
        shift('ada', 'first-on-call', [0, 6]),
        shift('ben', 'first-on-call', [6, 24]),
        shift('nora', 'nurse-in-charge', [0, 24]),
      );
    });

    it('what can wait waits, and is told to who is on duty then; what is high does not', async () => {
      await escalated('a1', 'first-on-call', medium);
      await escalated('a2', 'first-on-call', { priority: 'high' });
      expect(await deliveries()).toEqual(['ada queued 1']);
      clock.set(MORNING - 1);
      expect(await deliveries()).toHaveLength(1);
      clock.set(MORNING);
      expect(await deliveries()).toEqual(['ada queued 1', 'ben queued 1']);
      expect(await held()).toBe(0);
    });

    it('what went on to the same duty again and again is told once', async () => {
      for (let n = 0; n < 5; n++) {
        clock.set(T0 + n * HOUR);
        await escalated('a1', 'first-on-call', medium);
        await deliveries();
      }
      await escalated('a1', 'nurse-in-charge', medium);
      clock.set(MORNING);
      expect((await deliveries()).toSorted()).toEqual(['ben queued 1', 'nora queued 1']);
    });

    it('and so it is where more waits than is told in one go', async () => {
      await escalated('a1', 'first-on-call', medium);
      await escalated('a2', 'nurse-in-charge', medium);
      await source.query(
        `INSERT INTO notice_outbox (alert_id, told, at)
         SELECT 'a2', 'nurse-in-charge', $1 FROM generate_series(1, 300)`,
        [new Date(T0 + MINUTE).toISOString()],
      );
      clock.set(T0 + HOUR);
      await escalated('a1', 'first-on-call', medium);
      await deliveries();
      clock.set(MORNING);
      expect((await deliveries()).toSorted()).toEqual(['ben queued 1', 'nora queued 1']);
      expect(await held()).toBe(0);
    });

    it('what was taken meanwhile is told to nobody', async () => {
      await escalated('a1', 'first-on-call', medium);
      await deliveries();
      await escalated('a1', 'clear', { ...medium, state: 'acknowledged', holder: 'nora' });
      clock.set(MORNING);
      expect(await deliveries()).toEqual([]);
      expect(await held()).toBe(0);
    });

    it('what gets worse is told at once, and other hours hold within minutes', async () => {
      await escalated('a1', 'first-on-call', medium);
      await escalated('a2', 'first-on-call', medium);
      expect(await deliveries()).toEqual([]);
      await source.query(`UPDATE alert SET priority = 'high' WHERE id = 'a1'`);
      expect(await deliveries()).toHaveLength(1);
      quiet = NEVER_QUIET;
      clock.set(T0 + 5 * MINUTE);
      expect(await deliveries()).toHaveLength(2);
    });

    it('where nobody can say whether it is quiet, phones are rung', async () => {
      quiet = () => {
        throw new RangeError('no such zone');
      };
      await escalated('a1', 'first-on-call', medium);
      clock.set(T0 + GATHER);
      expect(await deliveries()).toEqual(['ada queued 1']);
      expect(said.slice(0, 1)).toEqual(['quiet hours could not be made out: phones are rung']);
    });
  });

  it('a swap is seen at once, and the rota as it was stays in the table', async () => {
    await plan(shift('ada', 'first-on-call', [0, 12]));
    const other = {
      ...shift('ben', 'first-on-call', [0, 12]),
      id: 'new',
      replaces: 'ada-first-on-call',
    };
    const change = { withdraw: ['ada-first-on-call'], add: [other], by: 'ben', at: T0 + HOUR };
    expect(await rota.change(change)).toBe(true);
    expect(await rota.change(change)).toBe(false);
    await escalated('a1', 'first-on-call');
    expect(await deliveries()).toEqual(['ben queued 1']);
    const kept = await source.query<{ n: number }[]>('SELECT count(*)::int AS n FROM duty_shift');
    expect(kept[0]?.n).toBe(2);
  });
});
