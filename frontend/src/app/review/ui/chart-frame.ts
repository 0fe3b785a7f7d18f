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
import type { FigureFormat } from '@endwatch/contracts';
import { wordsOf } from '../../core/ward-api.ts';
import { inFull } from '../../words/figures.ts';
import { ReviewFilterState } from '../filter/review-filter.ts';
import { ReviewApi } from '../review-api.ts';
import { ReviewCaption } from '../review-caption.ts';
import { type FrameCell, type FrameTable, toCsv } from './frame-table.ts';
import { asPng, figureOf } from './figure-export.ts';
import { saveFile } from './save-file.ts';

let made = 0;
const NOTHING = $localize`:@@review.chart.nothing:There is nothing drawn to save.`;

/** What leaves the house of one single stay: it says neither of whom nor when. */
export interface Disguise {
  /** Instead of the frame's. */
  readonly definition: string;
  /** Instead of whom it counts. */
  readonly counts: string;
  /** The server's own figures instead of what the table shows. */
  readonly csv: () => Promise<void>;
}

/**
 * Every chart of the review stands in one: what it shows, of how many, by which definition; the chart (an `svg[data-figure]` within); the same in
 * figures, always there for a screen reader; and both to be saved. What is saved says when, of whom and by which model, and is written down before.
 */
@Component({
  selector: 'endwatch-chart-frame',
  imports: [NgTemplateOutlet],
  templateUrl: './chart-frame.html',
  styleUrl: './chart-frame.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChartFrame {
  private readonly api = inject(ReviewApi);
  private readonly filter = inject(ReviewFilterState).text;
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
  readonly disguise = input<Disguise | null>(null);

  protected readonly saveWords = computed(
    () => $localize`:@@review.chart.save:Save ${this.heading()}:chart:`,
  );
  protected readonly figuresWords = computed(
    () => $localize`:@@review.chart.figures:${this.heading()}:chart: in figures`,
  );
  protected readonly id = `chart-${String((made += 1))}`;
  protected readonly open = signal(false);
  protected readonly trouble = signal<string | null>(null);
  private readonly words = computed(() => {
    const disguise = this.disguise();
    const model = this.showsRisk() ? `${this.caption.model()}. ` : '';
    return {
      heading: `${this.heading()} (${this.n()})`,
      below: [
        disguise?.definition ?? this.definition(),
        disguise?.counts ?? this.caption.counts(),
        // The day of saving would tell when a stay was that goes on.
        `${model}Endwatch${disguise ? '' : `, ${this.caption.date()}`}`,
      ],
    };
  });

  protected written(cell: FrameCell): string {
    return typeof cell === 'number' ? inFull(cell) : (cell ?? '–');
  }

  protected async saveCsv(): Promise<void> {
    const disguise = this.disguise();
    if (disguise === null) {
      await this.save(new Blob([toCsv(this.table())], { type: 'text/csv;charset=utf-8' }), 'csv');
      return;
    }
    this.trouble.set(null);
    try {
      await disguise.csv();
    } catch (error) {
      this.trouble.set($localize`:@@review.not-saved:Not saved: ${wordsOf(error)}:why:.`);
    }
  }

  protected async saveSvg(): Promise<void> {
    const figure = figureOf(this.drawing().nativeElement, this.words());
    if (figure) await this.save(new Blob([figure.svg], { type: 'image/svg+xml' }), 'svg');
    else this.trouble.set(NOTHING);
  }

  protected async savePng(): Promise<void> {
    const figure = figureOf(this.drawing().nativeElement, this.words());
    const picture = figure && (await asPng(figure).catch(() => 'impossible' as const));
    if (picture === null) this.trouble.set(NOTHING);
    else if (picture !== 'impossible') await this.save(picture, 'png');
    else
      this.trouble.set(
        $localize`:@@review.chart.no-png:This browser could not make a picture of it: save it as SVG instead.`,
      );
  }

  private async save(content: Blob, format: FigureFormat): Promise<void> {
    this.trouble.set(null);
    const figure = this.fileName();
    try {
      await this.api.noteFigure({ figure, format }, this.filter());
      saveFile(content, `endwatch-${figure}.${format}`);
    } catch (error) {
      this.trouble.set(
        $localize`:@@review.chart.not-noted:Not saved, because the record of it could not be kept: ${wordsOf(error)}:why:.`,
      );
    }
  }
}
