import { DOCUMENT, Injectable, type Signal, inject, signal } from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import type { BoardEvent, BoardSnapshot, Heartbeat, JoinAnswer } from '@endwatch/contracts';
import { type Connection, SILENCE_LIMIT_MS, sameConnection } from './connection.ts';
import { EventSequence, type Tally } from './event-sequence.ts';
import { LinkSigns } from './link-signs.ts';
import { LIVE_LINK } from './live-link.ts';
import { ServerClock } from './server-clock.ts';
import { Session } from './session.ts';
import { onWakeUps } from './wake-ups.ts';
import { WithoutServer } from './without-server.ts';

/** Who holds the rows. Events arrive in order, each number once, without holes. */
export interface WardSink {
  snapshot(snapshot: BoardSnapshot): void;
  events(events: readonly BoardEvent[]): void;
}

const CHECK_EVERY_MS = 1_000;
const ANSWER_WITHIN_MS = 8_000;
const REFUSED_RETRY_MS = 5_000;
/** A heartbeat may overtake the events it speaks of; a hole that stays this long is one. */
const TAIL_GRACE_MS = 2_000;
/** A stuck server falls silent for all its boards in the same second; each waits a while of its own before it comes back. */
const SPREAD_MS = 4_000;

/** Keeps one ward's stream of board events whole: joins, sees holes, asks for exactly what is missing, and says when it is not live. */
@Injectable({ providedIn: 'root' })
export class WardSocket {
  private readonly link = inject(LIVE_LINK);
  private readonly clock = inject(ServerClock);
  private readonly session = inject(Session);
  private readonly without = inject(WithoutServer);
  private readonly state = signal<Connection>({ state: 'connecting' }, { equal: sameConnection });
  private readonly counted = signal<Tally>(new EventSequence('').tally);

  private ward: string | null = null;
  private sink: WardSink | null = null;
  private sequence = new EventSequence('');
  private readonly signs = new LinkSigns(this.clock);
  private lastReopen: EpochMs = 0;
  private joining: ReturnType<typeof setTimeout> | null = null;
  private joinNumber = 0;
  private readonly patience = SILENCE_LIMIT_MS + Math.random() * SPREAD_MS;
  private tail: ReturnType<typeof setTimeout> | null = null;

  readonly connection: Signal<Connection> = this.state.asReadonly();
  readonly tally: Signal<Tally> = this.counted.asReadonly();

  constructor() {
    this.link.listen({
      connected: this.onConnected,
      disconnected: this.onDisconnected,
      board: this.onBoard,
      heartbeat: this.onHeartbeat,
      redraw: this.onRedraw,
    });
    onWakeUps(inject(DOCUMENT), {
      wake: this.onWake,
      sleep: this.onSleep,
      networkLost: this.onDisconnected,
    });
    setInterval(this.watchSilence, CHECK_EVERY_MS);
  }

  /** Follows `ward` from now on and forgets any other. The first thing the sink gets is a snapshot. */
  watch(ward: string, sink: WardSink): void {
    if (this.ward !== null) this.link.leave(this.ward);
    this.ward = ward;
    this.sink = sink;
    this.sequence = new EventSequence(ward);
    this.signs.begin();
    this.counted.set(this.sequence.tally);
    if (this.signs.connected) this.join();
    else this.reopen();
    this.judge();
  }

  /** Tries at once instead of waiting for the next turn. */
  readonly retryNow = (): void => {
    if (this.ward === null) return;
    if (!this.signs.connected || this.signs.silentFor() > SILENCE_LIMIT_MS) this.reopen();
    else if (!this.signs.complete) this.join();
    this.judge();
  };

  /** Whatever arrived while the page slept is not known yet: nothing is live until the server has said how far it is. */
  private readonly onSleep = (): void => {
    this.signs.complete = false;
    this.stopJoining();
    this.judge();
  };

  private readonly onWake = (): void => {
    this.clock.tick();
    this.retryNow();
  };

  private readonly onConnected = (): void => {
    this.signs.opened();
    this.join();
    this.judge();
  };

  private readonly onDisconnected = (): void => {
    this.signs.closed();
    this.stopJoining();
    this.judge();
  };

  private readonly onBoard = (events: readonly BoardEvent[]): void => {
    if (this.sequence.last === null) return;
    // While a join is open its answer holds these too; a hole then is not a new one.
    if (!this.accept(events) && this.joining === null) this.join();
    this.judge();
  };

  private readonly onHeartbeat = (beat: Heartbeat): void => {
    if (beat.ward !== this.ward) return;
    this.signs.aliveAt(this.clock.correct(beat.at));
    if (!this.signs.connected) this.onConnected();
    this.signs.lagSeconds = beat.lag.seconds;
    this.signs.trouble = beat.trouble ?? null;
    const { last } = this.sequence;
    if (last !== null && beat.sequence > last) this.watchTail(beat.sequence);
    this.judge();
  };

  /** The server answers with all of it, whatever this page holds. */
  private readonly onRedraw = (ward: string): void => {
    if (ward === this.ward) this.join();
  };

  private watchTail(promised: number): void {
    this.tail ??= setTimeout(() => {
      this.tail = null;
      if (this.signs.connected && this.joining === null && (this.sequence.last ?? 0) < promised)
        this.join();
    }, TAIL_GRACE_MS);
  }

  /** Passes on what follows without a hole; false where something is missing in between. */
  private accept(events: readonly BoardEvent[]): boolean {
    const { news, whole } = this.sequence.take(events);
    if (news.length > 0) this.sink?.events(news);
    this.counted.set(this.sequence.tally);
    return whole;
  }

  private readonly join = (): void => {
    const ward = this.ward;
    if (ward === null || !this.signs.connected) return;
    this.stopJoining();
    this.signs.complete = false;
    const number = ++this.joinNumber;
    this.joinIn(ANSWER_WITHIN_MS);
    // A wall gets all of it, whatever it holds.
    const after = this.session.isWall() ? null : this.sequence.last;
    this.link.join(after === null ? { ward } : { ward, after }, (answer) => {
      if (number === this.joinNumber) this.onAnswer(answer, after !== null);
    });
  };

  private onAnswer(answer: JoinAnswer, askedAfter: boolean): void {
    this.stopJoining();
    if (answer.ok && answer.snapshot) this.clock.correct(answer.snapshot.at);
    // It was asked for a moment ago: it cannot be old.
    this.signs.aliveAt(this.clock.elapsed());
    this.signs.refusal = answer.ok
      ? null
      : { problem: answer.problem, passing: answer.passing ?? false };
    if (answer.ok) this.take(answer, askedAfter);
    else this.joinIn(REFUSED_RETRY_MS);
    this.judge();
  }

  private take(answer: Extract<JoinAnswer, { ok: true }>, askedAfter: boolean): void {
    const again = this.sequence.last !== null;
    if (answer.snapshot) {
      this.sequence.restart(answer.snapshot.sequence, askedAfter);
      this.sink?.snapshot(answer.snapshot);
    }
    const events = answer.events ?? [];
    if (again) this.sequence.countRefetched(events.length);
    const whole = this.accept(events);
    const { last } = this.sequence;
    this.signs.complete = whole && last !== null && last >= answer.sequence;
    if (!this.signs.complete) this.joinIn(CHECK_EVERY_MS);
  }

  private readonly watchSilence = (): void => {
    if (this.ward !== null && this.signs.connected && this.signs.silentFor() > this.patience)
      this.reopen();
    this.judge();
  };

  private reopen(): void {
    const now = this.clock.elapsed();
    if (this.lastReopen !== 0 && now - this.lastReopen < CHECK_EVERY_MS) return;
    this.lastReopen = now;
    this.signs.closed();
    this.stopJoining();
    this.link.reopen();
  }

  private joinIn(delay: number): void {
    this.stopJoining();
    this.joining = setTimeout(this.join, delay);
  }

  private stopJoining(): void {
    if (this.joining !== null) clearTimeout(this.joining);
    this.joining = null;
  }

  private judge(): void {
    // Nothing is cut off before something was asked for.
    if (this.ward === null) return;
    const before = this.state().state;
    const next = this.signs.judge();
    this.state.set(next);
    if (next.state === before) return;
    // For a page that is opened anew meanwhile.
    if (next.state === 'offline' && next.since !== null) this.without.lost(next.since);
    else if (next.state === 'live') this.without.back();
  }
}
