import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ReviewFilterState } from '../filter/review-filter.ts';

/** Instead of a chart of nobody: what to do. */
@Component({
  selector: 'endwatch-nothing-here',
  imports: [RouterLink],
  template: `
    <p i18n="@@review.nothing-here">
      The filter leaves no stay that can be counted here.
      <a routerLink="/review/cohort" queryParamsHandling="preserve">See who is left out and why</a>,
      or count more stays:
    </p>
    <button class="button" type="button" (click)="clear()" i18n="@@review.count-all">
      Count all stays
    </button>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      justify-items: start;
      padding: 20px 0;
      font-size: 15px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NothingHere {
  private readonly filter = inject(ReviewFilterState);

  protected clear(): void {
    void this.filter.replace({});
  }
}
