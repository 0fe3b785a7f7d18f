import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { MINUTE, type EpochMs } from '@endwatch/clinical';
import type { AsKnown } from '@endwatch/contracts';
import { dateAndTime } from '../../words/ages.ts';
import { dataAges } from '../../words/freshness.ts';
import { rowSentence } from '../../words/patient-words.ts';
import { momentOf, wallTime } from '../../words/wall-time.ts';

/** Where one asks what was known when, and is told that it is the past. Arrow keys step from change to change. */
@Component({
  selector: 'endwatch-past-bar',
  templateUrl: './past-bar.html',
  styleUrl: './past-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PastBar {
  private readonly injector = inject(Injector);

  /** Null = what is shown is now. */
  readonly view = input.required<AsKnown | null>();
  readonly admittedAt = input.required<string>();
  /** The present, whatever is shown. */
  readonly now = input.required<EpochMs>();
  /** A moment to show, ISO 8601; null = now; `before-now` = the change before the present state. */
  readonly go = output<string | null>();

  /** In the hand what is now comes first, and this where it is asked for. */
  protected readonly asked = signal(false);
  protected readonly nowWord = $localize`:@@past.now:Now`;
  protected readonly from = computed(() => Date.parse(this.view()?.first ?? this.admittedAt()));
  protected readonly moment = computed(() => Date.parse(this.view()?.at ?? '') || this.now());
  protected readonly words = computed(() => dateAndTime(this.moment()));
  protected readonly before = computed(() => this.view()?.previous !== null);
  protected readonly local = computed(() => wallTime(this.moment()));
  protected readonly sentence = computed(() => {
    const tile = this.view()?.tile;
    return tile ? rowSentence(tile, this.moment()) : '';
  });
  protected readonly ages = computed(() => {
    const tile = this.view()?.tile;
    if (!tile) return '';
    return dataAges(tile, this.moment())
      .map(({ label, age }) => `${label} ${age}`)
      .join(' · ');
  });

  protected ask(slider: HTMLElement): void {
    this.asked.set(true);
    // The button that was pressed is gone.
    afterNextRender(
      {
        write: () => {
          slider.focus();
        },
      },
      { injector: this.injector },
    );
  }

  protected step(way: 'previous' | 'next'): void {
    const view = this.view();
    if (view === null) {
      if (way === 'previous') this.go.emit('before-now');
      return;
    }
    const to = view[way];
    if (to !== null) this.go.emit(to);
    else if (way === 'next') this.go.emit(null);
  }

  protected pressed(event: KeyboardEvent): void {
    const back = event.key === 'ArrowLeft' || event.key === 'ArrowDown';
    if (!back && event.key !== 'ArrowRight' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    this.step(back ? 'previous' : 'next');
  }

  protected moved({ target }: Event): void {
    this.show(Number((target as HTMLInputElement).value));
  }

  protected typed({ target }: Event): void {
    // To the end of that minute: 03:00 includes what came within it.
    const at = momentOf((target as HTMLInputElement).value);
    if (Number.isFinite(at)) this.show(at + MINUTE - 1);
  }

  private show(at: EpochMs): void {
    this.go.emit(at >= this.now() - MINUTE ? null : new Date(at).toISOString());
  }
}
