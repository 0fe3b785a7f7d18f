import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ChartFrame } from '../ui/chart-frame.ts';
import type { FrameTable } from '../ui/frame-table.ts';
import { Facts } from './facts.ts';
import { PlotPicture } from '../ui/plot-picture.ts';
import { ReviewTableView } from './review-table.ts';
import type { Section } from './section.ts';

let made = 0;

/** One part of a page, with its picture in the frame that every chart stands in, or else with its table. */
@Component({
  selector: 'endwatch-review-section',
  imports: [ChartFrame, Facts, PlotPicture, ReviewTableView],
  templateUrl: './section-view.html',
  styleUrl: './section-view.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SectionView {
  readonly section = input.required<Section>();
  /** Of what is saved, without ending. */
  readonly fileName = input.required<string>();
  readonly showsRisk = input(true);

  protected readonly id = `part-${String((made += 1))}`;
  /** What a cell says in small stands behind it. */
  protected readonly frameTable = computed((): FrameTable => {
    const { columns = [], rows = [] } = this.section().table ?? {};
    return {
      columns,
      rows: rows.map((row) =>
        row.map(({ text, small }) =>
          small === undefined ? text : `${text} (${small.replaceAll('\u2060', '')})`,
        ),
      ),
    };
  });
}
