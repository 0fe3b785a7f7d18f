import { DOCUMENT, Injectable, type Signal, computed, effect, inject, signal } from '@angular/core';
import { Keepsake } from '../core/keepsake.ts';
import { Session } from '../core/session.ts';
import { WardSocket } from '../core/ward-socket.ts';
import { WardStore } from '../core/ward-store.ts';
import { type SoundKind, burstOf } from './alarm-patterns.ts';
import { AlarmPlayer, OPEN_AUDIO } from './alarm-player.ts';
import { wantedSound } from './wanted-sound.ts';

const ON_KEY = 'endwatch.sound';
const MUTED_KEY = 'endwatch.sound-muted-until';
const SECOND = 1_000;
/** Minutes that a mute may last; there is none without an end. */
export const MUTE_MINUTES = [2, 5, 10] as const;
const LONGEST_MUTE = 10 * 60 * SECOND;

/** `waits`: on, but the browser lets no page sound before somebody has pressed something on it. */
export type SoundState = 'off' | 'waits' | 'on' | 'muted' | 'impossible';

/** Sounds while there are alerts that nobody has taken; stops when somebody has. */
@Injectable({ providedIn: 'root' })
export class AlarmSound {
  private readonly keepsake = inject(Keepsake);
  private readonly session = inject(Session);
  private readonly store = inject(WardStore);
  private readonly connection = inject(WardSocket).connection;
  private readonly openAudio = inject(OPEN_AUDIO);
  private readonly chosen = signal(this.keepsake.get(ON_KEY));
  private readonly mutedUntil = signal(keptMute(this.keepsake.get(MUTED_KEY)));
  private readonly clock = signal(Date.now());
  private readonly awake = signal(false);
  private readonly impossible = signal(false);
  private player: AlarmPlayer | null = null;
  private ticking: ReturnType<typeof setInterval> | null = null;
  private repeating: ReturnType<typeof setInterval> | null = null;

  /** On a screen of the ward from the start; on a person's own device once it was switched on. */
  private readonly isOn = computed(
    () => (this.chosen() ?? (this.session.view()?.role === 'display' ? 'on' : 'off')) === 'on',
  );
  /** Seconds until it sounds again by itself; 0: not muted. */
  readonly mutedFor: Signal<number> = computed(() =>
    Math.max(0, Math.ceil((this.mutedUntil() - this.clock()) / SECOND)),
  );
  readonly state: Signal<SoundState> = computed(() => {
    if (!this.isOn()) return 'off';
    if (this.impossible()) return 'impossible';
    if (this.mutedFor() > 0) return 'muted';
    return this.awake() ? 'on' : 'waits';
  });
  private readonly wanted = computed(() => {
    this.store.alarmRevision();
    if (this.session.isOut()) return null;
    return wantedSound(this.store.rows(), this.connection());
  });
  /** What is to be heard just now. */
  readonly sounding: Signal<SoundKind | null> = computed(() =>
    this.state() === 'on' ? this.wanted() : null,
  );

  constructor() {
    const document = inject(DOCUMENT);
    for (const kind of ['pointerdown', 'keydown'] as const) {
      document.addEventListener(kind, () => {
        if (this.isOn() && !this.awake()) void this.wake();
      });
    }
    effect(() => {
      // A kiosk may be allowed to sound without anybody pressing anything.
      if (this.isOn() && !this.awake()) void this.wake();
    });
    effect(() => {
      this.sound(this.sounding());
    });
    effect(() => {
      this.tick(this.mutedFor() > 0);
    });
  }

  switch(on: boolean): void {
    this.chosen.set(on ? 'on' : 'off');
    this.keepsake.set(ON_KEY, on ? 'on' : 'off');
    if (!on) this.unmute();
  }

  mute(minutes: (typeof MUTE_MINUTES)[number]): void {
    this.clock.set(Date.now());
    this.muteUntil(Date.now() + minutes * 60 * SECOND);
  }

  unmute(): void {
    this.muteUntil(0);
  }

  /** Silent for the shortest time, or not any more; nothing where it is off. */
  toggleMute(): void {
    if (!this.isOn()) return;
    if (this.mutedFor() > 0) this.unmute();
    else this.mute(MUTE_MINUTES[0]);
  }

  /** Once, to know it when it comes. */
  async listen(kind: SoundKind): Promise<void> {
    if (await this.wake()) this.player?.play(burstOf(kind));
  }

  private muteUntil(time: number): void {
    this.mutedUntil.set(time);
    this.keepsake.set(MUTED_KEY, String(time));
  }

  private async wake(): Promise<boolean> {
    if (this.player === null) {
      const audio = this.openAudio();
      if (audio === null) {
        this.impossible.set(true);
        return false;
      }
      this.player = new AlarmPlayer(audio);
      // A telephone call or the sleep of a tablet takes the sound away without asking.
      audio.onstatechange = () => {
        this.awake.set(audio.state === 'running');
      };
    }
    const ready = await this.player.wake();
    this.awake.set(ready);
    return ready;
  }

  private sound(kind: SoundKind | null): void {
    if (this.repeating !== null) clearInterval(this.repeating);
    this.repeating = null;
    this.player?.stop();
    if (kind === null) return;
    const burst = burstOf(kind);
    this.player?.play(burst);
    this.repeating = setInterval(() => this.player?.play(burst), burst.period * SECOND);
  }

  private tick(needed: boolean): void {
    if (needed) {
      this.ticking ??= setInterval(() => {
        this.clock.set(Date.now());
      }, SECOND);
    } else if (this.ticking !== null) {
      clearInterval(this.ticking);
      this.ticking = null;
    }
  }
}

/** A clock that was set back must not make a mute longer than any may be. */
function keptMute(kept: string | null): number {
  const until = Number(kept ?? 0);
  return Number.isFinite(until) && until - Date.now() <= LONGEST_MUTE ? until : 0;
}
