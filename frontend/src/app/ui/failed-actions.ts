import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Acknowledgement, type FailedAcknowledgement } from '../core/acknowledgement.ts';
import { Session } from '../core/session.ts';

/** What was not saved stays on the screen until it was tried again or let go. */
@Component({
  selector: 'endwatch-failed-actions',
  template: `
    <div role="alert">
      @for (failure of acknowledgement.failed(); track failure.alert.id) {
        <div class="notice">
          <p>
            <strong i18n="@@ui.failed.not-saved"
              >Not saved: the alert of {{ failure.about }} stands as it was.</strong
            >
            {{ failure.problem }}.
          </p>
          <button
            class="button primary"
            type="button"
            (click)="tryAgain(failure)"
            i18n="@@ui.try-again"
          >
            Try again
          </button>
          <button
            class="button"
            type="button"
            (click)="acknowledgement.forget(failure.alert.id)"
            i18n="@@ui.failed.leave"
          >
            Leave it
          </button>
        </div>
      }
      @if (session.stillIn(); as problem) {
        <div class="notice">
          <p>
            <strong i18n="@@ui.failed.still-in">You are still signed in.</strong> {{ problem }}.
          </p>
          <button
            class="button primary"
            type="button"
            (click)="session.signOut()"
            i18n="@@ui.try-again"
          >
            Try again
          </button>
        </div>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FailedActions {
  protected readonly acknowledgement = inject(Acknowledgement);
  protected readonly session = inject(Session);

  protected tryAgain(failure: FailedAcknowledgement): void {
    void this.acknowledgement.act(failure.alert, failure.about, failure.act);
  }
}
