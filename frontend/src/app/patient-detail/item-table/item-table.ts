import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Trajectory } from '@endwatch/contracts';
import { dateAndTime } from '../../words/ages.ts';
import { toItemTable } from './to-item-table.ts';

/** What changed, item by item: examinations beside each other, newest first. */
@Component({
  selector: 'endwatch-item-table',
  imports: [NgTemplateOutlet],
  templateUrl: './item-table.html',
  styleUrl: './item-table.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ItemTableView {
  readonly trajectory = input.required<Trajectory>();

  protected readonly nobody = $localize`:@@items.no-rater:examiner not said`;
  protected readonly table = computed(() => toItemTable(this.trajectory()));
  protected readonly compared = computed(() => {
    const reference = this.table().columns.find(({ isReference }) => isReference);
    return reference === undefined
      ? $localize`:@@items.no-reference:No examination to compare with. UN: untestable, –: not examined.`
      : $localize`:@@items.legend:+ worse, − better than ${this.time(reference.at)}:time:; only items tested both times count. UN: untestable, –: not examined.`;
  });

  protected time(at: string): string {
    return dateAndTime(Date.parse(at));
  }
}
