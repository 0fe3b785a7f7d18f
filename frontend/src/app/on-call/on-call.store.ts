import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { Alert, OnCall } from '@endwatch/contracts';
import { openSocketIo, type LiveLink } from '../core/live-link.ts';
import { Session } from '../core/session.ts';
import { WardApi, wordsOf } from '../core/ward-api.ts';

/** Changes come in bursts; one fetch serves them. */
const TOGETHER_MS = 120;
/** Also where nothing was heard: a rota changes without an event of any ward. */
const AT_LEAST_EVERY_MS = 30_000;

/** What somebody on call has to see to, as it changes: every ward of theirs is listened to. */
@Injectable()
export class OnCallStore {
  private readonly api = inject(WardApi);
  private readonly link: LiveLink;
  private wards: readonly string[] = [];
  private due: ReturnType<typeof setTimeout> | null = null;

  readonly state = signal<OnCall | null>(null);
  readonly problem = signal<string | null>(null);
  readonly live = signal(false);
  /** Alert that is being saved. */
  readonly saving = signal<string | null>(null);
  /** What was not saved, in words. */
  readonly notSaved = signal<string | null>(null);

  constructor() {
    const session = inject(Session);
    this.link = openSocketIo(() => void session.lost());
    this.link.listen({
      connected: () => void this.joinAll(),
      disconnected: () => {
        this.live.set(false);
      },
      board: (events) => {
        if (events.some(({ type }) => type !== 'left')) this.fetchSoon();
      },
      heartbeat: () => {
        this.live.set(true);
      },
      redraw: () => {
        this.fetchSoon();
      },
    });
    this.link.reopen();
    const timer = setInterval(() => {
      this.fetchSoon();
    }, AT_LEAST_EVERY_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      if (this.due !== null) clearTimeout(this.due);
      this.link.close();
    });
    void this.fetch();
  }

  take(alert: Alert, over = false): Promise<void> {
    return this.act(alert, 'take', { over });
  }

  decline(alert: Alert, reason: string): Promise<void> {
    return this.act(alert, 'decline', { reason });
  }

  resolve(alert: Alert, reason: string): Promise<void> {
    return this.act(alert, 'resolve', { reason });
  }

  async fetch(): Promise<void> {
    try {
      this.state.set(await this.api.send<OnCall>('/api/on-call'));
      this.problem.set(null);
    } catch (error) {
      this.problem.set(wordsOf(error));
    }
  }

  private async act(alert: Alert, what: string, body: object): Promise<void> {
    this.saving.set(alert.id);
    this.notSaved.set(null);
    try {
      await this.api.send<Alert>(`/api/alerts/${encodeURIComponent(alert.id)}/${what}`, body);
    } catch (error) {
      this.notSaved.set(wordsOf(error));
    } finally {
      await this.fetch();
      this.saving.set(null);
    }
  }

  private async joinAll(): Promise<void> {
    try {
      this.wards = (await this.api.wards()).map(({ id }) => id);
    } catch (error) {
      this.problem.set(wordsOf(error));
      return;
    }
    for (const ward of this.wards) this.link.join({ ward }, () => undefined);
    this.live.set(true);
    this.fetchSoon();
  }

  private fetchSoon(): void {
    this.due ??= setTimeout(() => {
      this.due = null;
      void this.fetch();
    }, TOGETHER_MS);
  }
}
