import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import { dateAndTime } from '../../words/ages.ts';

/** A picture stands so long, at least. */
const FRAME_MS = 500;
/** Playing it all takes about so many pictures. */
const FRAMES = 60;

/** Goes through the moments at which something became known: by hand, or by itself. */
@Component({
  selector: 'endwatch-known-control',
  templateUrl: './known-control.html',
  styleUrl: './known-control.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KnownControl {
  private timer: ReturnType<typeof setTimeout> | null = null;

  /** At least one, in order. */
  readonly moments = input.required<readonly EpochMs[]>();
  /** Whose knowledge is shown; null = all that is known now. */
  readonly moment = input.required<EpochMs | null>();
  /** What is asked for is not on the screen yet: playing waits for it. */
  readonly waiting = input.required<boolean>();
  readonly choose = output<EpochMs | null>();

  protected readonly playing = signal(false);
  protected readonly last = computed(() => this.moments().length - 1);
  protected readonly index = computed(() => {
    const moment = this.moment();
    if (moment === null) return this.last();
    return Math.max(
      0,
      this.moments().findLastIndex((each) => each <= moment),
    );
  });
  protected readonly words = computed(() => {
    const moment = this.moment();
    return moment === null
      ? $localize`:@@review-stay.known.all:All that is known now`
      : $localize`:@@review-stay.known.at:What was known at ${dateAndTime(moment)}:time:`;
  });

  constructor() {
    effect(() => {
      if (this.timer !== null) clearTimeout(this.timer);
      this.timer = null;
      if (!this.playing() || this.waiting()) return;
      if (this.index() >= this.last()) this.playing.set(false);
      else
        this.timer = setTimeout(() => {
          this.step(Math.max(1, Math.ceil(this.moments().length / FRAMES)));
        }, FRAME_MS);
    });
    inject(DestroyRef).onDestroy(() => {
      if (this.timer !== null) clearTimeout(this.timer);
    });
  }

  /** From the end it starts again at the beginning. */
  protected toggle(): void {
    const starts = !this.playing();
    if (starts && (this.moment() === null || this.index() >= this.last())) this.go(0);
    this.playing.set(starts);
  }

  protected step(by: number): void {
    this.go(Math.min(this.last(), Math.max(0, this.index() + by)));
  }

  protected byHand(by: number): void {
    this.playing.set(false);
    this.step(by);
  }

  protected slide(event: Event): void {
    this.playing.set(false);
    this.go(Number((event.target as HTMLInputElement).value));
  }

  protected now(): void {
    this.playing.set(false);
    this.choose.emit(null);
  }

  private go(index: number): void {
    const moment = this.moments()[index];
    if (moment !== undefined) this.choose.emit(moment);
  }
}
