import { MINUTE, type EpochMs } from '@endwatch/clinical';
import type { AlertState } from '../domain/alerting/alert.ts';
import {
  declineAlert,
  moveAlert,
  type Declining,
  type Move,
  type Moved,
} from '../domain/alerting/alert-life.ts';
import { toldToNobody } from '../domain/alerting/escalation.ts';
import type { BatchProcessor } from './process-batch.ts';
import type { Clock, PatientStore } from './ports.ts';

/** `not-found`: no such alert is open; `refused`: it cannot make this move now. */
export type CommandResult =
  | { readonly outcome: 'done'; readonly alert: AlertState; readonly patientId: string }
  | { readonly outcome: 'not-found' }
  | { readonly outcome: 'refused'; readonly problem: string };

export interface Asked {
  /** Who asks, as it is shown. */
  readonly by: string;
  readonly account: string;
  readonly reason: string;
}

/** Longest snooze, minutes: an alert is not switched off. */
export const LONGEST_SNOOZE_MINUTES = 120;

/** What people do to alerts. Each goes the same way as a batch, so that tile, history and events change in one commit. */
export class AlertCommands {
  private readonly processor: Pick<BatchProcessor, 'command'>;
  private readonly store: Pick<PatientStore, 'patientOfAlert'>;
  private readonly clock: Clock;

  constructor(
    processor: Pick<BatchProcessor, 'command'>,
    store: Pick<PatientStore, 'patientOfAlert'>,
    clock: Clock,
  ) {
    this.processor = processor;
    this.store = store;
    this.clock = clock;
  }

  /** Whose alert it is; null when nobody knows it. */
  patientOf(alertId: string): Promise<string | null> {
    return this.store.patientOfAlert(alertId);
  }

  acknowledge(alertId: string, asked: Asked): Promise<CommandResult> {
    return this.move(alertId, (at) => ({ ...asked, to: 'acknowledged', at }));
  }

  /** The asker holds it from now on; from somebody else who has it only with `over`. */
  take(alertId: string, asked: Asked & { readonly over?: boolean }): Promise<CommandResult> {
    return this.move(alertId, (at) => ({
      by: asked.by,
      account: asked.account,
      over: asked.over === true,
      reason: asked.reason === '' ? 'Taken' : asked.reason,
      to: 'acknowledged',
      at,
    }));
  }

  /** Whoever was told, or has it, cannot see to it: the next is told at once. */
  decline(alertId: string, asked: Asked & Pick<Declining, 'duty'>): Promise<CommandResult> {
    return this.change(alertId, (alert, at) => declineAlert(alert, { ...asked, at }));
  }

  /** Of the step that it went on to at that time: the next comes at once. */
  async nobodyTold(alertId: string, steppedAt: EpochMs): Promise<void> {
    const patientId = await this.store.patientOfAlert(alertId);
    if (patientId === null) return;
    await this.processor.command(patientId, {
      alertId,
      apply: (alert) => {
        const sooner =
          alert.stateSince === steppedAt ? toldToNobody(alert, this.clock.now()) : null;
        return sooner && { alert: sooner, transition: null };
      },
    });
  }

  resolve(alertId: string, asked: Asked): Promise<CommandResult> {
    return this.move(alertId, (at) => ({ ...asked, to: 'resolved', at }));
  }

  /** Comes back by itself after `minutes` (1 to 120), or earlier when things get worse. */
  async snooze(
    alertId: string,
    asked: Asked & { readonly minutes: number },
  ): Promise<CommandResult> {
    const { by, account, reason, minutes } = asked;
    if (!(minutes >= 1 && minutes <= LONGEST_SNOOZE_MINUTES)) {
      const most = String(LONGEST_SNOOZE_MINUTES);
      return { outcome: 'refused', problem: `minutes must be from 1 to ${most}` };
    }
    return this.move(alertId, (at) => ({
      ...{ by, account, reason, at },
      to: 'snoozed',
      until: at + minutes * MINUTE,
    }));
  }

  private move(alertId: string, moveAt: (at: EpochMs) => Move): Promise<CommandResult> {
    return this.change(alertId, (alert, at) => moveAlert(alert, moveAt(at)));
  }

  private async change(
    alertId: string,
    change: (alert: AlertState, at: EpochMs) => Moved,
  ): Promise<CommandResult> {
    const patientId = await this.store.patientOfAlert(alertId);
    if (patientId === null) return { outcome: 'not-found' };
    const problems: string[] = [];
    const { states } = await this.processor.command(patientId, {
      alertId,
      apply: (alert) => {
        const moved = change(alert, this.clock.now());
        if (moved.ok) return moved;
        problems.push(moved.problem);
        return null;
      },
    });
    const problem = problems.at(-1);
    if (problem !== undefined) return { outcome: 'refused', problem };
    const alert = states.get(patientId)?.facts.alerts.find(({ id }) => id === alertId);
    return alert === undefined ? { outcome: 'not-found' } : { outcome: 'done', alert, patientId };
  }
}
