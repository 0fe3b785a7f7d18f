import { MINUTE } from '@endwatch/clinical';
import type { AlertState, AlertTransition, EscalationTarget } from '../domain/alerting/alert.ts';
import { declineAlert, moveAlert, type Moved } from '../domain/alerting/alert-life.ts';
import {
  DEFAULT_ESCALATION,
  passTime,
  toldToNobody,
  type ZonedPolicy,
} from '../domain/alerting/escalation.ts';
import type { WardHours } from '../domain/alerting/ward-hours.ts';

function anAlert(changes: Partial<AlertState> = {}): AlertState {
  return {
    declinedDuties: [],
    ...{ id: 'a1', patientId: 'p1', kind: 'end-confirmed', priority: 'high', state: 'raised' },
    ...{
      raisedAt: 0,
      stateSince: 0,
      reason: '',
      scoreId: null,
      holder: null,
      holderAccount: null,
      escalatesAt: null,
    },
    ...{ cause: 'c', riskAtRaise: null, riskAtSnooze: null, step: 0, declined: false },
    ...{ kept: false, ...changes },
  };
}

/** An alert over time: minutes pass one by one, people act in between. */
export class AlertOverTime {
  now = 0;
  alert: AlertState;
  readonly told: string[] = [];
  readonly history: AlertTransition[] = [];
  private readonly policy: ZonedPolicy;
  /** Minutes of `told` count from here. */
  private readonly start: number;

  constructor(
    alert: Partial<AlertState> = {},
    hours: Partial<WardHours> & { timeZone?: string; start?: number } = {},
  ) {
    const { timeZone = 'UTC', start = 0, ...own } = hours;
    this.policy = { escalation: { ...DEFAULT_ESCALATION, ...own }, timeZone };
    this.start = start;
    this.now = start;
    this.alert = anAlert({ raisedAt: start, stateSince: start, ...alert });
    this.settle();
  }

  wait(minutes: number): this {
    for (let n = 0; n < minutes; n++) this.jump(1);
    return this;
  }

  /** Nobody looks meanwhile, as in an outage. */
  jump(minutes: number): this {
    this.now += minutes * MINUTE;
    return this.settle();
  }

  does(change: (alert: AlertState, at: number) => Moved): string | null {
    const moved = change(this.alert, this.now);
    if (!moved.ok) return moved.problem;
    this.keep(moved);
    this.settle();
    return null;
  }

  take(by: string, account = by): string | null {
    return this.does((alert, at) =>
      moveAlert(alert, { to: 'acknowledged', at, by, account, reason: '' }),
    );
  }

  decline(by: string, duty: EscalationTarget | null, account = by): string | null {
    return this.does((alert, at) =>
      declineAlert(alert, { at, by, account, duty, reason: 'In theatre' }),
    );
  }

  /** Of the last step. */
  reachesNobody(): this {
    this.alert = toldToNobody(this.alert, this.now) ?? this.alert;
    return this.settle();
  }

  settle(): this {
    const passed = passTime(this.alert, this.policy, this.now);
    if (passed !== null) this.keep(passed);
    return this;
  }

  private keep(moved: { alert: AlertState; transition: AlertTransition | null }): void {
    this.alert = moved.alert;
    if (moved.transition === null) return;
    this.history.push(moved.transition);
    const { told } = moved.transition;
    if (told !== null) this.told.push(`${String((this.now - this.start) / MINUTE)} ${told}`);
  }
}
