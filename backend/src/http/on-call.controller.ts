import { Controller, Get } from '@nestjs/common';
import { DAY } from '@endwatch/clinical';
import {
  coversWard,
  DUTIES,
  type BoardSnapshot,
  type OnCall,
  type ToldView,
} from '@endwatch/contracts';
import { reportLine } from '../domain/handover/to-handover.ts';
import { onDuty } from '../domain/on-call/rota.ts';
import { AccountStore } from '../pipeline/account-store.ts';
import { NotificationStore, type ToldOf } from '../pipeline/notification-store.ts';
import { Clock } from '../pipeline/ports.ts';
import { BoardFeed } from '../pipeline/read-ports.ts';
import { standing } from '../pipeline/rota-people.ts';
import { RotaStore } from '../pipeline/rota-store.ts';
import { Allow } from './access/allow.ts';
import { Who, type Visitor } from './access/visitor.ts';

type OnCallAlert = OnCall['alerts'][number];
type Concerning = Omit<OnCallAlert, 'report'>;

const URGENCY = ['high', 'medium', 'low', 'technical'];

/** What somebody on call has to see to, on one screen of a phone. */
@Controller('api/on-call')
@Allow('alert.act')
export class OnCallController {
  readonly #feed: BoardFeed;
  readonly #store: NotificationStore;
  readonly #rota: RotaStore;
  readonly #accounts: AccountStore;
  readonly #clock: Clock;

  constructor(
    feed: BoardFeed,
    store: NotificationStore,
    rota: RotaStore,
    accounts: AccountStore,
    clock: Clock,
  ) {
    this.#feed = feed;
    this.#store = store;
    this.#rota = rota;
    this.#accounts = accounts;
    this.#clock = clock;
  }

  @Get()
  async read(@Who() visitor: Visitor): Promise<OnCall> {
    const now = this.#clock.now();
    const wards = (await this.#feed.wards()).filter(({ id }) => coversWard(visitor.wards, id));
    const [shifts, accounts, boards, held] = await Promise.all([
      this.#rota.shifts({ from: now - DAY, to: now + DAY }),
      this.#accounts.accounts(),
      Promise.all(wards.map(({ id }) => this.#feed.snapshot(id))),
      this.#feed.alertsHeldBy(visitor.username),
    ]);
    const names = new Map(accounts.map(({ username, name }) => [username, name]));
    const open = boards.flatMap((board) => (board ? openOf(board, held) : []));
    const told = await this.#store.toldOf(open.map(({ alert }) => alert.id));
    const alerts = open
      .flatMap((one) => concerning(one, told.get(one.alert.id) ?? [], { visitor, names }))
      .sort(byUrgency);
    const duties = DUTIES.flatMap((duty) =>
      [null, ...wards.map(({ id }) => id)].flatMap((ward) => {
        const shift = onDuty(standing(shifts, { accounts, ward }), { ward, duty, at: now });
        const isMine = shift?.username === visitor.username && shift.ward === ward;
        return isMine ? [{ duty, ward, until: new Date(shift.to).toISOString() }] : [];
      }),
    );
    return {
      at: new Date(now).toISOString(),
      duties,
      alerts: await this.#withReports(alerts),
    };
  }

  async #withReports(alerts: readonly Concerning[]): Promise<OnCallAlert[]> {
    const ids = new Set(alerts.map(({ row }) => row.patientId));
    const newest = await this.#feed.newestReports([...ids]);
    return alerts.map((alert) => {
      const report = newest.get(alert.row.patientId);
      return { ...alert, report: report ? reportLine(report) : null };
    });
  }
}

type Open = Pick<Concerning, 'alert' | 'row' | 'wardName' | 'mine'>;

/** Alerts that may concern somebody: taken by somebody else they concern nobody here. */
function openOf({ rows, ward }: BoardSnapshot, held: ReadonlySet<string>): readonly Open[] {
  return rows
    .flatMap((row) => row.alerts.map((alert) => ({ alert, row })))
    .map((one) => ({ ...one, wardName: ward.name, mine: held.has(one.alert.id) }))
    .filter(({ alert, mine }) => mine || alert.state === 'escalated' || alert.state === 'raised');
}

function concerning(
  one: Open,
  told: readonly ToldOf[],
  { visitor, names }: { visitor: Visitor; names: ReadonlyMap<string, string> },
): Concerning[] {
  const toldMe = told.some(({ username }) => username === visitor.username);
  // One that got worse is raised anew: whoever was told of it keeps it in sight.
  if (!one.mine && one.alert.state === 'raised' && !toldMe) return [];
  const shown = told.map(({ username, at, ...rest }): ToldView => {
    const name = names.get(username) ?? username;
    return { ...rest, name, at: new Date(at).toISOString() };
  });
  return [{ ...one, toldMe, told: shown }];
}

function byUrgency(a: Concerning, b: Concerning): number {
  return (
    Number(b.toldMe) - Number(a.toldMe) ||
    URGENCY.indexOf(a.alert.priority) - URGENCY.indexOf(b.alert.priority) ||
    a.alert.raisedAt.localeCompare(b.alert.raisedAt)
  );
}
