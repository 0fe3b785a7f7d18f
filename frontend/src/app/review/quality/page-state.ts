import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/** While a view is reckoned, and when it could not be. */
@Component({
  selector: 'endwatch-page-state',
  template: `
    @if (problem(); as words) {
      <div class="state problem" role="alert">
        <p>{{ what() }} could not be worked out: {{ words }}.</p>
        <button class="button" type="button" (click)="again.emit()">Try again</button>
      </div>
    } @else {
      <p class="state" role="status">
        {{ busy() ? 'Working it out from the stored stays …' : '' }}
      </p>
    }
  `,
  styles: `
    .state {
      min-height: 20px;
      padding: 0 16px;
      font-size: 15px;
    }
    .problem {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px;
      padding-block: 12px;
      border: 2px solid var(--ink);
      border-radius: 4px;
      background: var(--surface);
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageState {
  readonly what = input.required<string>();
  readonly busy = input.required<boolean>();
  readonly problem = input.required<string | null>();
  readonly again = output();
}
