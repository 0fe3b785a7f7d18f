import { DestroyRef, Injectable, computed, effect, inject, signal } from '@angular/core';
import type { ToldAlarm } from '@endwatch/contracts';
import { Session } from './session.ts';
import { WardApi } from './ward-api.ts';

const LOOK_EVERY_MS = 15 * 60_000;
const ALARM = '/api/review/drift/alarm';

/** Whether the administrator at this page has yet to see that forecasts no longer fit what comes, however else they are reached. */
@Injectable({ providedIn: 'root' })
export class CalibrationAlarm {
  private readonly api = inject(WardApi);
  private readonly session = inject(Session);
  private readonly found = signal<ToldAlarm['alarm']>(null);
  private readonly later = signal(false);

  private readonly administrator = computed(() => {
    const who = this.session.view();
    return who !== null && this.session.may('settings.manage') ? who.username : null;
  });
  /** Null: there is none, or it was seen or put off. */
  readonly unseen = computed(() => {
    const alarm = this.later() ? null : this.found();
    const own = alarm?.administrators.find(({ username }) => username === this.administrator());
    return own === undefined || own.outcome === 'seen' ? null : alarm;
  });

  constructor() {
    effect(() => {
      if (this.administrator() !== null) void this.look();
    });
    const timer = setInterval(() => {
      if (this.administrator() !== null) void this.look();
    }, LOOK_EVERY_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  /** Until the page is loaded anew. */
  putOff(): void {
    this.later.set(true);
  }

  /** Who was told of it; the administrator who asks has seen it. */
  async read(): Promise<ToldAlarm['alarm']> {
    const { alarm } = await this.api.send<ToldAlarm>(ALARM);
    const own = alarm?.administrators.find(({ username }) => username === this.administrator());
    if (own === undefined || own.outcome === 'seen') return alarm;
    await this.api.send(`${ALARM}/seen`, {});
    const seen = await this.api.send<ToldAlarm>(ALARM);
    this.found.set(seen.alarm);
    return seen.alarm;
  }

  private async look(): Promise<void> {
    try {
      this.found.set((await this.api.send<ToldAlarm>(ALARM)).alarm);
    } catch {
      // The next look asks again.
    }
  }
}
