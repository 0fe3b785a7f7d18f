import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { inFull } from '../../words/figures.ts';
import { ReviewCaption } from '../review-caption.ts';
import { type FrameCell, type FrameTable, toCsv } from './frame-table.ts';
import { asPng, figureOf } from './figure-export.ts';
import { saveFile } from './save-file.ts';

let made = 0;

/**
 * Every chart of the review stands in one: what it shows, of how many, by which definition; the chart (an `svg[data-figure]` within); the same in
 * figures, always there for a screen reader; and both to be saved. What is saved says when, of whom and by which model.
 */
@Component({
  selector: 'endwatch-chart-frame',
  imports: [NgTemplateOutlet],
  templateUrl: './chart-frame.html',
  styleUrl: './chart-frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChartFrame {
  private readonly caption = inject(ReviewCaption);
  private readonly drawing = viewChild.required<ElementRef<HTMLElement>>('drawing');

  readonly heading = input.required<string>();
  /** In words with its unit: "n = 38 stays". */
  readonly n = input.required<string>();
  /** One or two sentences: how it is counted, and who is left out. */
  readonly definition = input.required<string>();
  readonly table = input.required<FrameTable>();
  /** A shorter one for paper, where all the figures would fill sheets; they are in the CSV. */
  readonly onPaper = input<FrameTable | null>(null);
  /** Of the saved files, without ending. */
  readonly fileName = input.required<string>();
  /** A chart of forecasts says so on what is saved too. */
  readonly showsRisk = input(true);

  protected readonly saveWords = computed(
    () => $localize`:@@review.chart.save:Save ${this.heading()}:chart:`,
  );
  protected readonly figuresWords = computed(
    () => $localize`:@@review.chart.figures:${this.heading()}:chart: in figures`,
  );
  protected readonly id = `chart-${String((made += 1))}`;
  protected readonly open = signal(false);
  protected readonly trouble = signal<string | null>(null);
  private readonly words = computed(() => ({
    heading: `${this.heading()} (${this.n()})`,
    below: [
      this.definition(),
      this.caption.counts(),
      `${this.showsRisk() ? `${this.caption.model()}. ` : ''}Endwatch, ${this.caption.date()}`,
    ],
  }));

  protected written(cell: FrameCell): string {
    return typeof cell === 'number' ? inFull(cell) : (cell ?? '–');
  }

  protected saveCsv(): void {
    const text = toCsv(this.table());
    this.save(new Blob([text], { type: 'text/csv;charset=utf-8' }), 'csv');
  }

  protected saveSvg(): void {
    const figure = figureOf(this.drawing().nativeElement, this.words());
    if (figure) this.save(new Blob([figure.svg], { type: 'image/svg+xml' }), 'svg');
    else this.trouble.set($localize`:@@review.chart.nothing:There is nothing drawn to save.`);
  }

  protected async savePng(): Promise<void> {
    const figure = figureOf(this.drawing().nativeElement, this.words());
    try {
      if (figure) this.save(await asPng(figure), 'png');
      else this.trouble.set($localize`:@@review.chart.nothing:There is nothing drawn to save.`);
    } catch {
      this.trouble.set(
        $localize`:@@review.chart.no-png:This browser could not make a picture of it: save it as SVG instead.`,
      );
    }
  }

  private save(content: Blob, ending: string): void {
    this.trouble.set(null);
    saveFile(content, `endwatch-${this.fileName()}.${ending}`);
  }
}
