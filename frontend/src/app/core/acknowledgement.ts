import { Injectable, type Signal, computed, inject, signal } from '@angular/core';
import type { Alert } from '@endwatch/contracts';
import { needsSomebody } from '../words/alert-words.ts';
import { WardApi, wordsOf } from './ward-api.ts';
import { WardStore } from './ward-store.ts';

/** What somebody does about an alert. */
export type AlertAct =
  | { readonly what: 'acknowledge'; readonly reason?: string }
  | { readonly what: 'snooze'; readonly minutes: number; readonly reason: string }
  | { readonly what: 'resolve'; readonly reason: string }
  /** From somebody else who has it. */
  | { readonly what: 'take'; readonly over: true };

/** Something that was not saved, to be tried again or let go. */
export interface FailedAcknowledgement {
  readonly alert: Alert;
  /** Who it is about, in the ward's words, e.g. "Bed 7". */
  readonly about: string;
  readonly act: AlertAct;
  readonly problem: string;
}

/** One tap takes an alert over. Nothing is shown as done before the server has said so; until then it is "saving". */
@Injectable({ providedIn: 'root' })
export class Acknowledgement {
  private readonly api = inject(WardApi);
  private readonly store = inject(WardStore);
  private readonly saving = signal<ReadonlySet<string>>(new Set());
  private readonly failures = signal<ReadonlyMap<string, FailedAcknowledgement>>(new Map());

  /** Without those whose alert somebody has taken meanwhile, perhaps the reader: what was sent into a silent network may arrive after all. */
  readonly failed: Signal<readonly FailedAcknowledgement[]> = computed(() =>
    [...this.failures().values()].filter(({ alert }) => !this.isTaken(alert)),
  );

  isSaving(alertId: string): boolean {
    return this.saving().has(alertId);
  }

  /** Something is on its way to the server, or did not get there. */
  hasUnsaved(): boolean {
    return this.saving().size > 0 || this.failed().length > 0;
  }

  private isTaken(before: Alert): boolean {
    const row = this.store.row(before.patientId);
    if (!needsSomebody(before) || row === undefined) return false;
    const now = row().alerts.find(({ id }) => id === before.id);
    return now === undefined || !needsSomebody(now);
  }

  /** Answers the alert as stored; null where it could not be saved. */
  async act(alert: Alert, about: string, act: AlertAct): Promise<Alert | null> {
    if (this.saving().has(alert.id)) return null;
    this.forget(alert.id);
    this.saving.update((ids) => new Set(ids).add(alert.id));
    try {
      const { what, ...body } = act;
      const path = `/api/alerts/${encodeURIComponent(alert.id)}/${what}`;
      const stored = await this.api.send<Alert>(path, body);
      this.store.applyAlert(stored);
      return stored;
    } catch (error) {
      const problem = wordsOf(error);
      this.failures.update((all) => new Map(all).set(alert.id, { alert, about, act, problem }));
      return null;
    } finally {
      this.saving.update((ids) => new Set([...ids].filter((id) => id !== alert.id)));
    }
  }

  forget(alertId: string): void {
    this.failures.update((all) => new Map([...all].filter(([id]) => id !== alertId)));
  }
}
