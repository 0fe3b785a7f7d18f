import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MINUTE } from '@endwatch/clinical';
import { DECLINE_REASONS, type Alert, type OnCall } from '@endwatch/contracts';
import { ServerClock } from '../core/server-clock.ts';
import { Session } from '../core/session.ts';
import { ApiError } from '../core/ward-api.ts';
import { PageHead } from '../ui/page-head.ts';
import { AlertMark } from '../ui/alert-mark.ts';
import { ChangeFigure } from '../ui/change-figure.ts';
import { EndBadge } from '../ui/end-badge.ts';
import { bandWords } from '../ui/live-state.ts';
import { Provenance } from '../ui/provenance.ts';
import { RiskFigure } from '../ui/risk-figure.ts';
import { Sparkline } from '../ui/sparkline.ts';
import { ageOf, clockTime, when } from '../words/ages.ts';
import { KIND_WORDS, PRIORITY_WORD, asksToExamine, reasonWord } from '../words/alert-words.ts';
import { IMAGING_REPORT } from '../words/input-words.ts';
import { serverWords } from '../words/server-words.ts';
import { comingGapWords, deliveryWords, dutyWord } from '../words/on-call-words.ts';
import { bedWord, wardWord, whoWords } from '../words/patient-words.ts';
import { MyWays } from './my-ways.ts';
import { OnCallStore } from './on-call.store.ts';
import { PhonePush } from './phone-push.ts';
import { WhatItRestsOn } from './what-it-rests-on.ts';
import { WhyItRang } from './why-it-rang.ts';

/** Who says so this long before the end of a shift keeps what they have. */
const KEEPS = 30 * MINUTE;

type Item = OnCall['alerts'][number];

/** In the hand at 3 a.m.: what happened, who was told, and two buttons. */
@Component({
  selector: 'endwatch-on-call',
  imports: [
    ...[RouterLink, AlertMark, ChangeFigure, EndBadge, MyWays, PageHead, Provenance],
    ...[RiskFigure, Sparkline, WhatItRestsOn, WhyItRang],
  ],
  providers: [OnCallStore],
  templateUrl: './on-call.html',
  styleUrl: './on-call.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OnCallPage {
  protected readonly store = inject(OnCallStore);
  protected readonly push = inject(PhonePush);
  protected readonly now = inject(ServerClock).now;
  private readonly session = inject(Session);

  /** The alert that a notification was about. */
  readonly alert = input<string>();

  protected readonly declining = signal<string | null>(null);
  protected readonly pushProblem = signal<string | null>(null);
  protected readonly reasons = DECLINE_REASONS;
  protected readonly reasonWord = reasonWord;
  protected readonly server = serverWords;
  protected readonly priorityWord = PRIORITY_WORD;
  protected readonly kindWords = KIND_WORDS;
  protected readonly bed = bedWord;
  protected readonly ward = wardWord;
  protected readonly who = whoWords;
  protected readonly reportWord = IMAGING_REPORT;

  /** The one that was touched first. */
  protected readonly items = computed((): readonly Item[] => {
    const all = this.store.state()?.alerts ?? [];
    const wanted = this.alert();
    return all.toSorted((a, b) => Number(b.alert.id === wanted) - Number(a.alert.id === wanted));
  });
  protected readonly isGone = computed(() => {
    const wanted = this.alert();
    const state = this.store.state();
    return (
      wanted !== undefined &&
      state !== null &&
      !state.alerts.some(({ alert }) => alert.id === wanted)
    );
  });
  /** As a board says it; null while it is. */
  protected readonly notLive = computed(() =>
    bandWords(this.store.connection(), {
      now: this.now(),
      nothingShown: this.store.state() === null,
    }),
  );
  protected readonly duties = computed(() =>
    (this.store.state()?.duties ?? []).map(
      ({ duty, until }) =>
        $localize`:@@on-call.you-are:You are ${dutyWord(duty)}:duty: until ${clockTime(Date.parse(until))}:time:`,
    ),
  );
  protected readonly gaps = computed(() => {
    const state = this.store.state();
    return state?.gaps.map((gap) => comingGapWords(gap, state.at)) ?? [];
  });
  protected readonly trainedOn = computed(
    () => this.items().find(({ row }) => row.risk !== null)?.row.risk?.model.trainedOn ?? null,
  );

  constructor() {
    void this.attempt(() => this.push.look());
  }

  protected asksMeToExamine(alert: Alert): boolean {
    return asksToExamine(alert) && this.session.may('examination.write');
  }

  /** What an alert of a forecast came of, while there is a forecast; null for the others, whose reason says why. */
  protected scoreOf({ alert, row }: Item): string | null {
    const isForecast = alert.kind === 'risk-high' || alert.kind === 'risk-rising';
    return isForecast && row.risk !== null ? (alert.scoreId ?? row.risk.scoreId) : null;
  }

  protected age(alert: Alert): string {
    return ageOf(alert.raisedAt, this.now());
  }

  /** The newest first; null where none was charted. */
  protected lastTwo({ row }: Item): readonly Record<'at' | 'total' | 'words', string>[] | null {
    const two = row.nihss.series.slice(-2).reverse();
    return two.length === 0
      ? null
      : two.map(({ at, total }) => ({
          at,
          total: `NIHSS ${String(total)}`,
          words: this.since(at),
        }));
  }

  protected since(at: string): string {
    return when(at, this.now());
  }

  /** Before it is asked after or the shift ends, so that who stays can say so. */
  protected endsSoon({ state, escalatesAt }: Alert): boolean {
    if (state !== 'acknowledged' || escalatesAt === null) return false;
    return Date.parse(escalatesAt) - this.now() < KEEPS;
  }

  /** Who was told again with the same result stands there once, with the last time. */
  protected toldLines({ told }: Item): readonly string[] {
    const times = new Map<string, readonly string[]>();
    for (const one of told) {
      const words = `${one.name}, ${dutyWord(one.stage)}: ${deliveryWords(one)}`;
      times.set(words, [...(times.get(words) ?? []), one.at]);
    }
    return [...times].map(([words, all]) => {
      const last = when(
        all.reduce((a, b) => (a > b ? a : b)),
        this.now(),
      );
      return all.length === 1
        ? `${words} (${last})`
        : $localize`:@@on-call.told-again:${words}:told: (${all.length}:count: times, last ${last}:ago:)`;
    });
  }

  protected async decline(alert: Alert, reason: string): Promise<void> {
    this.declining.set(null);
    await this.store.decline(alert, reason);
  }

  protected turnOn(): Promise<void> {
    return this.attempt(() => this.push.turnOn());
  }

  protected tryIt(): Promise<void> {
    return this.attempt(() => this.push.tryIt());
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.pushProblem.set(null);
    try {
      await work();
    } catch (error) {
      const words =
        error instanceof ApiError
          ? error.title
          : $localize`:@@on-call.browser-refused:The browser refused it`;
      this.push.test.set(null);
      this.pushProblem.set(words);
    }
  }
}
