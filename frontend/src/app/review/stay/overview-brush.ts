import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { type EpochMs, HOUR } from '@endwatch/clinical';
import { dateAndTime } from '../../words/ages.ts';
import { measuredWidth } from '../../ui/measured-width.ts';
import { type PlotScale, pathOf, place } from '../ui/plot-scale.ts';
import type { Mark } from './stay-tracks.ts';
import { type TimeWindow, fitted, moved, stretched } from './time-window.ts';

const HEIGHT = 44;
type Grip = 'from' | 'to' | 'whole' | 'new';
const GRIPS = {
  from: $localize`:@@review-stay.sight-from:Start of what is in sight`,
  to: $localize`:@@review-stay.sight-to:End of what is in sight`,
};

/** The whole stay in small, and on it the part that is in sight: drawn, moved and stretched by the pointer, or by the arrow keys. */
@Component({
  selector: 'endwatch-overview-brush',
  templateUrl: './overview-brush.html',
  styleUrl: './overview-brush.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OverviewBrush {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private held: { readonly grip: Grip; readonly at: EpochMs; readonly window: TimeWindow } | null =
    null;

  readonly bounds = input.required<TimeWindow>();
  readonly window = input.required<TimeWindow>();
  /** NIHSS, so that one finds one's way. */
  readonly marks = input.required<readonly Mark[]>();
  readonly choose = output<TimeWindow>();

  protected readonly width = measuredWidth();
  protected readonly height = HEIGHT;
  private readonly x = computed<PlotScale>(() => ({
    ...{ min: this.bounds().from, max: this.bounds().to, from: 0, to: this.width() },
  }));
  protected readonly path = computed(() => {
    const top = Math.max(8, ...this.marks().map(({ value }) => value));
    const y: PlotScale = { min: 0, max: top, from: HEIGHT - 5, to: 5 };
    return pathOf(
      this.marks().map(({ at, value }) => [place(this.x(), at), place(y, value)]),
      true,
    );
  });
  protected readonly ends = computed(() => {
    const { from, to } = this.window();
    return (['from', 'to'] as const).map((end) => ({
      end,
      left: place(this.x(), end === 'from' ? from : to),
      name: GRIPS[end],
      value: Math.round(((end === 'from' ? from : to) - this.bounds().from) / HOUR),
      words: dateAndTime(end === 'from' ? from : to),
    }));
  });
  protected readonly hours = computed(() =>
    Math.round((this.bounds().to - this.bounds().from) / HOUR),
  );
  protected readonly shade = computed(() => {
    const [from, to] = this.ends();
    return { left: from?.left ?? 0, width: (to?.left ?? 0) - (from?.left ?? 0) };
  });

  protected take(event: PointerEvent, grip: Grip): void {
    event.stopPropagation();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.held = { grip, at: this.timeAt(event), window: this.window() };
  }

  protected drag(event: PointerEvent): void {
    if (this.held === null) return;
    const { grip, at, window } = this.held;
    const now = this.timeAt(event);
    if (grip === 'whole') this.show(moved(window, now - at, this.bounds()));
    else if (grip === 'new') this.show({ from: Math.min(at, now), to: Math.max(at, now) });
    else this.show(stretched(window, grip, now));
  }

  protected release(): void {
    this.held = null;
  }

  protected key(event: KeyboardEvent, end: 'from' | 'to'): void {
    const hours = { ArrowLeft: -1, ArrowRight: 1, PageDown: -12, PageUp: 12 }[event.key];
    if (hours === undefined) return;
    event.preventDefault();
    this.show(stretched(this.window(), end, this.window()[end] + hours * HOUR));
  }

  private show(window: TimeWindow): void {
    this.choose.emit(fitted(window, this.bounds()));
  }

  private timeAt({ clientX }: PointerEvent): EpochMs {
    const { left, width } = this.host.getBoundingClientRect();
    const { from, to } = this.bounds();
    return from + ((clientX - left) / width) * (to - from);
  }
}
