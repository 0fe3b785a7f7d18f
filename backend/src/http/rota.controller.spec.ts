import { HOUR } from '@endwatch/clinical';
import type { Shift } from '../domain/on-call/rota.ts';
import type { AccountRecord, AccountStore } from '../pipeline/account-store.ts';
import type { RotaChange } from '../pipeline/rota-store.ts';
import { FixedClock } from '../testing/fixed-clock.ts';
import type { AuditLog } from './access/audit-log.ts';
import type { Visitor } from './access/visitor.ts';
import { RotaController } from './rota.controller.ts';

const T0 = Date.parse('2026-03-02T12:00:00Z');
const shift = (id: string, ward: string | null, hours: [number, number]): Shift => ({
  ...{ id, ward, duty: 'first-on-call', username: `of ${id}`, origin: 'planned', replaces: null },
  ...{ from: T0 + hours[0] * HOUR, to: T0 + hours[1] * HOUR },
});
const SHIFTS: readonly Shift[] = [
  shift('mine', 'w1', [0, 8]),
  shift('theirs', 'w2', [0, 8]),
  shift('everywhere', null, [0, 8]),
  shift('over', 'w1', [-12, -4]),
  { ...shift('second', 'w1', [0, 8]), duty: 'second-on-call', username: 'ben' },
  { ...shift('later', 'w1', [8, 16]), username: 'ben' },
];

/** What somebody of these wards did to the rota. */
class Desk {
  readonly changes: RotaChange[] = [];
  readonly visitor: Visitor;
  readonly #controller: RotaController;

  constructor(wards: readonly string[] | null) {
    this.visitor = { username: 'lee', name: 'Lee', role: 'neurologist', wards } as Visitor;
    const account = { role: 'neurologist', wards: null, disabledAt: null };
    const people = ['ada', 'ben'].map((username) => ({
      ...{ ...account, username, name: `Dr ${username}` },
    }));
    const gone = { ...account, username: 'eve', name: 'Dr Eve', disabledAt: T0 };
    this.#controller = new RotaController(
      {
        shifts: () => Promise.resolve(SHIFTS),
        change: (change: RotaChange) => {
          this.changes.push(change);
          return Promise.resolve(true);
        },
      },
      {
        accounts: () => Promise.resolve([...people, gone] as AccountRecord[]),
      } as unknown as AccountStore,
      new FixedClock(T0),
      { record: () => Promise.resolve() } as unknown as AuditLog,
      { timeZone: 'UTC' },
    );
  }

  get #request(): never {
    return { visitor: this.visitor } as never;
  }

  cover(id: string, username = 'ada'): Promise<void> {
    return this.#controller.cover(id, { username }, this.visitor, this.#request);
  }

  swap(first: string, second: string): Promise<void> {
    return this.#controller.swap({ first, second }, this.visitor, this.#request);
  }

  withdraw(id: string): Promise<void> {
    return this.#controller.withdraw(id, this.visitor, this.#request);
  }

  plan(ward: string | null, date = '2026-03-09'): Promise<unknown> {
    const asked = { duty: 'first-on-call', date, days: 1, starts: ['12:00'], people: ['ada'] };
    return this.#controller.plan({ ...asked, ward } as never, this.visitor, this.#request);
  }
}

describe('somebody of one ward', () => {
  it('changes shifts of their ward', async () => {
    const desk = new Desk(['w1']);
    await desk.cover('mine');
    await desk.withdraw('mine');
    await desk.plan('w1');
    expect(desk.changes).toHaveLength(3);
  });

  it.each<[string, (desk: Desk) => Promise<unknown>]>([
    ['cover a shift of another ward', (desk) => desk.cover('theirs')],
    ['cover a shift of every ward', (desk) => desk.cover('everywhere')],
    ['exchange one of theirs for another’s', (desk) => desk.swap('mine', 'theirs')],
    ['withdraw a shift of another ward', (desk) => desk.withdraw('theirs')],
    ['withdraw a shift of every ward', (desk) => desk.withdraw('everywhere')],
    ['plan for another ward', (desk) => desk.plan('w2')],
    ['plan for every ward', (desk) => desk.plan(null)],
  ])('cannot %s', async (_, act) => {
    const desk = new Desk(['w1']);
    await expect(act(desk)).rejects.toThrow('That ward is not among yours.');
    expect(desk.changes).toEqual([]);
  });
});

describe('the rota', () => {
  it('of what is over stays as it was', async () => {
    const desk = new Desk(null);
    await expect(desk.withdraw('over')).rejects.toThrow('A shift that is over stays as it was.');
    await expect(desk.withdraw('nothing')).rejects.toThrow('There is no such shift.');
    await desk.withdraw('everywhere');
    expect(desk.changes).toMatchObject([{ withdraw: ['everywhere'] }]);
  });

  it('has one person for a duty: nobody is planned beside who has it', async () => {
    const desk = new Desk(null);
    await expect(desk.plan('w1', '2026-03-02')).rejects.toThrow(
      'of mine has that duty then already',
    );
    await desk.plan('w1');
    expect(desk.changes).toHaveLength(1);
  });

  it('calls people by their names where it refuses them', async () => {
    const desk = new Desk(null);
    await expect(desk.cover('mine', 'ben')).rejects.toThrow('Dr ben is on duty then already.');
    await expect(desk.cover('mine', 'eve')).rejects.toThrow('Dr Eve is nobody who can be put on');
    await expect(desk.swap('mine', 'later')).rejects.toThrow('Dr ben is on duty then already.');
  });
});
