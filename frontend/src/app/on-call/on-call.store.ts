import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { Alert, OnCall } from '@endwatch/contracts';
import { SILENCE_LIMIT_MS } from '../core/connection.ts';
import { openSocketIo, type LiveLink } from '../core/live-link.ts';
import { ServerClock } from '../core/server-clock.ts';
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
  private readonly clock = inject(ServerClock);
  private readonly link: LiveLink;
  private wards: readonly string[] = [];
  private due: ReturnType<typeof setTimeout> | null = null;
  private silence: ReturnType<typeof setTimeout> | undefined;

  readonly state = signal<OnCall | null>(null);
  readonly problem = signal<string | null>(null);
  readonly live = signal(false);
  /** Alert that is being saved. */
  readonly saving = signal<string | null>(null);
  /** Alert that was taken here last. */
  private taking: string | null = null;
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
      heartbeat: (beat) => {
        this.clock.correct(beat.at);
        this.live.set(true);
        this.watchSilence();
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
      clearTimeout(this.silence);
      if (this.due !== null) clearTimeout(this.due);
      this.link.close();
    });
    void this.fetch();
  }

  take(alert: Alert, over = false): Promise<void> {
    this.taking = alert.id;
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
      const state = await this.api.send<OnCall>('/api/on-call');
      this.state.set(state);
      this.problem.set(null);
      // What was sent into a silent network may have arrived after all.
      if (state.alerts.some(({ alert, mine }) => mine && alert.id === this.taking)) {
        this.taking = null;
        this.notSaved.set(null);
      }
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
    this.watchSilence();
    this.fetchSoon();
  }

  /** A network that fell silent tells nobody: without heartbeats nothing is live, whatever the socket believes. */
  private watchSilence(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.live.set(false);
      this.link.reopen();
    }, SILENCE_LIMIT_MS);
  }

  private fetchSoon(): void {
    this.due ??= setTimeout(() => {
      this.due = null;
      void this.fetch();
    }, TOGETHER_MS);
  }
}
