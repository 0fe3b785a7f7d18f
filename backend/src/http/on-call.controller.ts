import { Controller, Get, Req } from '@nestjs/common';
import { coversWard, type BoardSnapshot, type OnCall, type ToldView } from '@endwatch/contracts';
import type { Request } from 'express';
import { reportLine } from '../domain/handover/to-handover.ts';
import type { NameOf } from '../domain/on-call/rota.ts';
import { NotificationStore, type ToldOf } from '../pipeline/notification-store.ts';
import { Clock } from '../pipeline/ports.ts';
import { BoardFeed } from '../pipeline/read-ports.ts';
import { Allow } from './access/allow.ts';
import { AuditLog } from './access/audit-log.ts';
import { Who, type Visitor } from './access/visitor.ts';
import { PeopleOnDuty } from './people-on-duty.ts';

type OnCallAlert = OnCall['alerts'][number];
type Concerning = Omit<OnCallAlert, 'report'>;

const URGENCY = ['high', 'medium', 'low', 'technical'];

/** What somebody on call has to see to, on one screen of a phone. */
@Controller('api/on-call')
@Allow('alert.act')
export class OnCallController {
  readonly #feed: BoardFeed;
  readonly #store: NotificationStore;
  readonly #people: PeopleOnDuty;
  readonly #clock: Clock;
  readonly #audit: AuditLog;

  constructor(
    feed: BoardFeed,
    store: NotificationStore,
    people: PeopleOnDuty,
    clock: Clock,
    audit: AuditLog,
  ) {
    this.#feed = feed;
    this.#store = store;
    this.#people = people;
    this.#clock = clock;
    this.#audit = audit;
  }

  @Get()
  async read(@Who() visitor: Visitor, @Req() request: Request): Promise<OnCall> {
    const now = this.#clock.now();
    const covered = (await this.#feed.wards()).filter(({ id }) => coversWard(visitor.wards, id));
    const wards = covered.map(({ id }) => id);
    const [people, boards, held] = await Promise.all([
      this.#people.at(now),
      Promise.all(wards.map((id) => this.#feed.snapshot(id))),
      this.#feed.alertsHeldBy(visitor.username),
    ]);
    const open = boards.flatMap((board) => (board ? openOf(board, held) : []));
    const told = await this.#store.toldOf(open.map(({ alert }) => alert.id));
    const alerts = open
      .flatMap((one) =>
        concerning(one, told.get(one.alert.id) ?? [], { visitor, nameOf: people.nameOf }),
      )
      .sort(byUrgency);
    const shown = await this.#withReports(alerts);
    await this.#record(request, shown);
    return {
      at: new Date(now).toISOString(),
      duties: people.dutiesOf(visitor.username, wards),
      gaps: people.gapsOf(new Map(covered.map(({ id, name }) => [id, name]))),
      alerts: shown,
    };
  }

  /** What a report says is read here as on the page of the patient. */
  async #record(request: Request, alerts: readonly OnCallAlert[]): Promise<void> {
    const wardOf = new Map(alerts.map(({ alert }) => [alert.patientId, alert.ward]));
    for (const [patientId, wardId] of wardOf) {
      await this.#audit.recordOnce(request, { action: 'patient.read.on-call', patientId, wardId });
    }
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
  { visitor, nameOf }: { visitor: Visitor; nameOf: NameOf },
): Concerning[] {
  const toldMe = told.some(({ username }) => username === visitor.username);
  // One that got worse is raised anew: whoever was told of it keeps it in sight.
  if (!one.mine && one.alert.state === 'raised' && !toldMe) return [];
  const shown = told.map(({ username, at, ...rest }): ToldView => ({
    ...{ ...rest, name: nameOf(username), at: new Date(at).toISOString() },
  }));
  return [{ ...one, toldMe, told: shown }];
}

function byUrgency(a: Concerning, b: Concerning): number {
  return (
    Number(b.toldMe) - Number(a.toldMe) ||
    URGENCY.indexOf(a.alert.priority) - URGENCY.indexOf(b.alert.priority) ||
    a.alert.raisedAt.localeCompare(b.alert.raisedAt)
  );
}
