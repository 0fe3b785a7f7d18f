import { Injectable, Injector, effect, inject, untracked } from '@angular/core';
import {
  type ConnectionNews,
  type NewAlert,
  alertsSentence,
  connectionNews,
  tellingAlerts,
} from '../words/announcements.ts';
import { WardSocket } from './ward-socket.ts';
import { WardStore } from './ward-store.ts';

/** A listener can follow one sentence in this time; what happens meanwhile is told together in the next. */
const BETWEEN_MS = 5_000;
/** What happens together arrives within this. */
const GATHER_MS = 500;

/** Tells who listens instead of looking: new alerts, and whether the board is still live. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly injector = inject(Injector);
  private readonly store = inject(WardStore);
  private readonly socket = inject(WardSocket);
  private alerts = new Map<string, NewAlert>();
  private connection: ConnectionNews | null = null;
  private waiting: ReturnType<typeof setTimeout> | null = null;
  private lastSaid = 0;

  constructor() {
    this.followAlerts();
    this.followConnection();
  }

  private followAlerts(): void {
    let ward: string | null = null;
    let known = new Set<string>();
    effect(() => {
      this.store.alarmRevision();
      const shown = this.store.ward()?.id ?? null;
      const telling = tellingAlerts(this.store.rows());
      if (ward === shown && shown !== null) {
        for (const [key, news] of telling) if (!known.has(key)) this.alerts.set(key, news);
        // What was over before it was told is not told.
        for (const key of this.alerts.keys()) if (!telling.has(key)) this.alerts.delete(key);
      } else this.alerts.clear();
      ward = shown;
      known = new Set(telling.keys());
      this.sayWhenDue();
    });
  }

  private followConnection(): void {
    let before = untracked(this.socket.connection);
    effect(() => {
      const now = this.socket.connection();
      const news = connectionNews(before, now);
      before = now;
      if (news === null) return;
      this.connection = news;
      this.sayWhenDue();
    });
  }

  private sayWhenDue(): void {
    if (this.waiting !== null || (this.alerts.size === 0 && this.connection === null)) return;
    const wait = Math.max(GATHER_MS, this.lastSaid + BETWEEN_MS - Date.now());
    this.waiting = setTimeout(() => {
      this.waiting = null;
      void this.say();
    }, wait);
  }

  private async say(): Promise<void> {
    const news = [...this.alerts.values()];
    const parts = [this.connection?.words ?? null, news.length > 0 ? alertsSentence(news) : null];
    const sentence = parts.filter((part) => part !== null).join(' ');
    if (sentence === '') return;
    const now = news.some(({ alert }) => alert.priority === 'high') || this.connection?.urgent;
    this.alerts.clear();
    this.connection = null;
    this.lastSaid = Date.now();
    // Fetched when there is something to say; where it does not come, everything is still on the screen.
    const part = await import('@angular/cdk/a11y').catch(() => null);
    const speaker = part && this.injector.get(part.LiveAnnouncer);
    await speaker?.announce(sentence, now ? 'assertive' : 'polite');
  }
}
