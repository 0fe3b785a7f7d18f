import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Acknowledgement, type FailedAcknowledgement } from '../core/acknowledgement.ts';

/** What was not saved stays on the screen until it was tried again or let go. */
@Component({
  selector: 'endwatch-failed-actions',
  template: `
    <div role="alert">
      @for (failure of acknowledgement.failed(); track failure.alert.id) {
        <div class="failure">
          <p>
            <strong>Not saved: {{ failure.about }} was not acknowledged.</strong>
            {{ failure.problem }}.
          </p>
          <button class="button primary" type="button" (click)="tryAgain(failure)">
            Try again
          </button>
          <button class="button" type="button" (click)="acknowledgement.forget(failure.alert.id)">
            Leave it
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      position: fixed;
      inset-block-end: 36px;
      inset-inline: 0;
      z-index: 30;
      display: grid;
      justify-items: center;
      pointer-events: none;
    }
    .failure {
      display: flex;
      align-items: center;
      flex-wrap: wrap;
      gap: 8px 12px;
      max-width: min(720px, calc(100vw - 24px));
      margin-block-start: 8px;
      padding: 10px 12px 10px 16px;
      border: 2px solid var(--ink);
      border-radius: 4px;
      background: var(--surface);
      pointer-events: auto;
    }
    p {
      flex: 1 1 260px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FailedActions {
  protected readonly acknowledgement = inject(Acknowledgement);

  protected tryAgain(failure: FailedAcknowledgement): void {
    void this.acknowledgement.acknowledge(failure.alert, failure.about);
  }
}
