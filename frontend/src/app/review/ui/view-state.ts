import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

/**
 * What stands above a view while it is fetched (with how far it is, where that is known, and a way to stop it), and when it could not be. With the class `steady` its line
 * lies over the view, so that nothing below it jumps and no hole stands where it is done.
 */
@Component({
  selector: 'endwatch-view-state',
  template: `
    @if (problem(); as words) {
      <div class="problem" role="alert">
        <p i18n="@@review.not-fetched">
          {{
            what() // i18n(ph="what")
          }}
          could not be fetched:
          {{
            words  // i18n(ph="why")
          }}.
        </p>
        <button class="button" type="button" (click)="again.emit()" i18n="@@review.try-again">
          Try again
        </button>
      </div>
    }
    <div class="busy" role="status">
      @if (busy()) {
        <span>{{ doing() }} …</span>
        <progress max="1" [attr.value]="share()" [attr.aria-label]="doing()"></progress>
        <button class="button" type="button" (click)="stop.emit()" i18n="@@review.stop">
          Stop
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .problem {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px;
      margin-block-end: 8px;
      padding: 12px 16px;
      border: 2px solid var(--ink);
      border-radius: 4px;
      background: var(--surface);
      font-size: 15px;
    }
    :host(.steady) {
      position: sticky;
      inset-block-start: 8px;
      z-index: 3;
    }
    /* It takes no room, and so no gap of the page's own. */
    :host(.steady.full) {
      margin-block-end: -8px;
    }
    :host(.steady) .busy:not(:empty) {
      position: absolute;
      inset: 0 0 auto;
      width: max-content;
      max-width: 100%;
      margin-inline: auto;
      padding: 6px 12px;
      border: 1px solid var(--line-strong);
      border-radius: 4px;
      background: var(--surface);
    }
    .busy .button {
      min-height: 26px;
      padding: 0 10px;
      font-size: 12px;
    }
    @media (pointer: coarse) {
      .busy .button {
        min-height: 44px;
      }
    }
    .busy {
      display: flex;
      align-items: center;
      gap: 12px;
      padding-inline: 8px;
      color: var(--ink-soft);
    }
    progress {
      width: 220px;
      accent-color: var(--ink-soft);
    }
    @media print {
      .busy {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ViewState {
  /** "The stays". */
  readonly what = input.required<string>();
  readonly doing = input.required<string>();
  readonly busy = input.required<boolean>();
  readonly problem = input.required<string | null>();
  /** 0 to 1; null where nobody knows. */
  readonly share = input<number | null>(null);
  readonly again = output();
  readonly stop = output();
}
