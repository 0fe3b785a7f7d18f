import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { measuredWidth } from '../../ui/measured-width.ts';
import { drawn, frameOf } from './plot-layout.ts';
import { readoutAt } from './plot-readout.ts';
import type { Plot } from './plot.ts';

let made = 0;

/**
 * Lines with what surrounds them, points with intervals and bars over two axes; stands in the frame of a chart. A reader with a pointer is told the
 * values at it; everybody else has the table of the frame.
 */
@Component({
  selector: 'endwatch-plot-picture',
  templateUrl: './plot-picture.html',
  styleUrl: './plot-picture.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlotPicture {
  readonly plot = input.required<Plot>();

  protected readonly hatch = `plot-hatch-${String((made += 1))}`;
  private readonly width = measuredWidth();
  /** Pixels from the left. */
  private readonly pointer = signal<number | null>(null);
  protected readonly drawing = computed(() => {
    const [plot, width] = [this.plot(), this.width()];
    return width > 0 ? drawn(plot, frameOf(plot, width)) : null;
  });
  protected readonly readout = computed(() => {
    const [at, drawing] = [this.pointer(), this.drawing()];
    return at === null || drawing === null ? null : readoutAt(this.plot(), drawing.frame, at);
  });

  protected point({ clientX, currentTarget }: PointerEvent): void {
    if (!(currentTarget instanceof Element)) return;
    this.pointer.set(clientX - currentTarget.getBoundingClientRect().left);
  }

  protected leave(): void {
    this.pointer.set(null);
  }
}
