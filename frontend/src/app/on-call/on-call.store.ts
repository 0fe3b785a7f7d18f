import {
  DOCUMENT,
  DestroyRef,
  Injectable,
  InjectionToken,
  type Signal,
  inject,
  signal,
} from '@angular/core';
import type { Alert, OnCall } from '@endwatch/contracts';
import { type Connection, SILENCE_LIMIT_MS, sameConnection } from '../core/connection.ts';
import { InOrder } from '../core/in-order.ts';
import { LinkSigns } from '../core/link-signs.ts';
import { openSocketIo, type LiveLink } from '../core/live-link.ts';
import { ServerClock } from '../core/server-clock.ts';
import { Session } from '../core/session.ts';
import { onWakeUps } from '../core/wake-ups.ts';
import { WardApi, wordsOf } from '../core/ward-api.ts';

/** Changes come in bursts; one fetch serves them. */
const TOGETHER_MS = 120;
/** Also where nothing was heard: a rota changes without an event of any ward. */
const AT_LEAST_EVERY_MS = 30_000;
const CHECK_EVERY_MS = 1_000;

export const OPEN_LINK: InjectionToken<typeof openSocketIo> = new InjectionToken('link', {
  providedIn: 'root',
  factory: () => openSocketIo,
});

/** What somebody on call has to see to, as it changes: every ward of theirs is listened to. */
@Injectable()
export class OnCallStore {
  private readonly api = inject(WardApi);
  private readonly clock = inject(ServerClock);
  private readonly session = inject(Session);
  /** Of this page alone: it listens to every ward at once. */
  private readonly link: LiveLink = inject(OPEN_LINK)(() => {
    this.session.lost();
  });
  private readonly signs = new LinkSigns(this.clock);
  private readonly judged = signal<Connection>({ state: 'connecting' }, { equal: sameConnection });
  private readonly order = new InOrder();
  private due: ReturnType<typeof setTimeout> | null = null;

  readonly state = signal<OnCall | null>(null);
  readonly problem = signal<string | null>(null);
  readonly connection: Signal<Connection> = this.judged.asReadonly();
  /** Alert that is being saved. */
  readonly saving = signal<string | null>(null);
  /** Alert that was taken here last. */
  private taking: string | null = null;
  /** What was not saved, in words. */
  readonly notSaved = signal<string | null>(null);

  constructor() {
    this.signs.begin();
    this.listen();
    const awake = onWakeUps(inject(DOCUMENT), {
      wake: this.wake,
      sleep: this.fallBehind,
      networkLost: this.closed,
    });
    this.link.reopen();
    const timers = [
      setInterval(() => {
        this.fetchSoon();
      }, AT_LEAST_EVERY_MS),
      setInterval(this.watchSilence, CHECK_EVERY_MS),
    ];
    inject(DestroyRef).onDestroy(() => {
      for (const timer of timers) clearInterval(timer);
      if (this.due !== null) clearTimeout(this.due);
      awake();
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
    const isNewest = this.order.ask();
    try {
      const state = await this.api.send<OnCall>('/api/on-call');
      if (!isNewest()) return;
      this.state.set(state);
      this.problem.set(null);
      this.signs.complete = this.signs.connected;
      this.judge();
      // What was sent into a silent network may have arrived after all.
      if (state.alerts.some(({ alert, mine }) => mine && alert.id === this.taking)) {
        this.taking = null;
        this.notSaved.set(null);
      }
    } catch (error) {
      if (isNewest()) this.problem.set(wordsOf(error));
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

  private listen(): void {
    this.link.listen({
      connected: this.opened,
      disconnected: this.closed,
      board: (events) => {
        if (events.some(({ type }) => type !== 'left')) this.fetchSoon();
      },
      heartbeat: ({ at, lag, trouble }) => {
        this.signs.aliveAt(this.clock.correct(at));
        if (!this.signs.connected) this.opened();
        this.signs.lagSeconds = lag.seconds;
        this.signs.trouble = trouble ?? null;
        this.judge();
      },
      redraw: () => {
        this.fetchSoon();
      },
    });
  }

  private readonly opened = (): void => {
    this.signs.opened();
    void this.joinAll();
  };

  private async joinAll(): Promise<void> {
    try {
      for (const { id } of await this.api.wards()) this.link.join({ ward: id }, () => undefined);
    } catch (error) {
      this.problem.set(wordsOf(error));
      return;
    }
    this.signs.aliveAt(this.clock.elapsed());
    this.fetchSoon();
  }

  private readonly wake = (): void => {
    this.clock.tick();
    if (this.signs.connected) this.watchSilence();
    else this.link.reopen();
    void this.fetch();
  };

  /** Whatever arrived while the page slept is not shown yet. */
  private readonly fallBehind = (): void => {
    this.signs.complete = false;
    this.judge();
  };

  private readonly closed = (): void => {
    this.signs.closed();
    this.judge();
  };

  /** A network that fell silent tells nobody: without heartbeats nothing is live, whatever the socket believes. */
  private readonly watchSilence = (): void => {
    if (this.signs.connected && this.signs.silentFor() > SILENCE_LIMIT_MS) {
      this.signs.closed();
      this.link.reopen();
    }
    this.judge();
  };

  private judge(): void {
    this.judged.set(this.signs.judge());
  }

  private fetchSoon(): void {
    this.due ??= setTimeout(() => {
      this.due = null;
      void this.fetch();
    }, TOGETHER_MS);
  }
}
