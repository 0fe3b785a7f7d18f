import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { OutcomeIncidence } from '@endwatch/contracts';
import type { ReviewView } from '../review-view.ts';
import { ChartFrame } from '../ui/chart-frame.ts';
import type { FrameTable } from '../ui/frame-table.ts';
import { NothingHere } from '../ui/nothing-here.ts';
import { ViewState } from '../ui/view-state.ts';
import { LeftOutList, isEmpty, nWords } from './left-out.ts';

/** What every outcome says beside its figures: of whom, and who is left out. */
type Counted = Pick<OutcomeIncidence, 'left' | 'flow' | 'loadedAfterwards'>;

/** The chart of an outcome in its frame: fetched, of nobody, or drawn (what stands within), with who is not counted below. */
@Component({
  selector: 'endwatch-outcome-frame',
  imports: [ChartFrame, LeftOutList, NothingHere, ViewState],
  template: `
    <endwatch-view-state
      [what]="what()"
      [doing]="doing()"
      [busy]="view().busy()"
      [problem]="view().problem()"
      (again)="view().again()"
      (stop)="view().stop()"
    />
    @if (view().value(); as found) {
      <endwatch-chart-frame
        [heading]="heading()"
        [fileName]="fileName()"
        [n]="n()"
        [definition]="definition()"
        [table]="table()"
        [onPaper]="onPaper()"
      >
        <ng-content select="[frameActs]" ngProjectAs="[frameActs]" />
        @if (empty()) {
          <endwatch-nothing-here />
        } @else {
          <ng-content />
        }
        <endwatch-left-out frameBelow [view]="found" />
      </endwatch-chart-frame>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutcomeFrame {
  readonly view = input.required<ReviewView<Counted>>();
  /** "The subgroups". */
  readonly what = input.required<string>();
  readonly doing = input.required<string>();
  readonly heading = input.required<string>();
  readonly fileName = input.required<string>();
  readonly definition = input.required<string>();
  readonly table = input.required<FrameTable>();
  readonly onPaper = input<FrameTable | null>(null);

  protected readonly n = computed(() => nWords(this.view().value()));
  protected readonly empty = computed(() => {
    const found = this.view().value();
    return found !== null && isEmpty(found);
  });
}
