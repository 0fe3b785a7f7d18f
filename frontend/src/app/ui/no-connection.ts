import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../core/session.ts';
import { Unsent } from '../core/unsent.ts';
import type { Absence } from '../core/without-server.ts';
import { shortMoment } from '../words/ages.ts';

/** In place of a page that was opened while the server is away. Nothing of any patient is known here but what was charted at this device. */
@Component({
  selector: 'endwatch-no-connection',
  imports: [RouterLink],
  template: `
    <main>
      <div role="status">
        <p class="band">
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 2h12v12H2z" /></svg>
          <strong>{{ since() }}</strong>
        </p>
        <h1>{{ head() }}</h1>
        <p i18n="@@live.away-trying">
          Trying again all the time. This page opens by itself as soon as the server answers.
        </p>
        <p i18n="@@live.away-bedside">No patient can be shown until then. Go to the bedside.</p>
      </div>
      @if (drafts().length > 0) {
        <nav aria-labelledby="drafts">
          <h2 id="drafts" i18n="@@live.away-drafts">On this device, not sent yet</h2>
          @for (draft of drafts(); track draft.patientId) {
            <a class="button" [routerLink]="['/patients', draft.patientId, 'examine']">
              {{ draft.about }}
            </a>
          }
        </nav>
      }
    </main>
  `,
  styles: `
    main {
      --size: clamp(15px, 1vw + 6px, 28px);
      display: grid;
      gap: calc(var(--size) * 2);
      align-content: center;
      max-width: calc(var(--size) * 36);
      min-height: 80vh;
      margin: 0 auto;
      padding: 24px;
      font-size: var(--size);
    }
    div {
      display: grid;
      gap: var(--size);
      justify-items: start;
    }
    .band {
      display: flex;
      align-items: center;
      gap: 10px;
      padding: 6px 14px;
      border-radius: 4px;
      background: var(--technical-fill);
      color: var(--technical-on-fill);
    }
    svg {
      flex: none;
      width: 0.9em;
      height: 0.9em;
      fill: currentColor;
    }
    h1 {
      font-size: 1.7em;
      font-weight: 700;
      line-height: 1.2;
    }
    nav {
      display: grid;
      gap: 8px;
      justify-items: start;
    }
    h2 {
      font-size: max(15px, 0.75em);
      font-weight: 600;
    }
    .button {
      min-height: 44px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoConnection {
  private readonly account = inject(Session).account;
  private readonly unsent = inject(Unsent);

  readonly absence = input.required<Absence>();

  protected readonly since = computed(() => {
    const since = shortMoment(this.absence().since, Date.now());
    return $localize`:@@live.away-since:Since ${since}:time:`;
  });
  protected readonly head = computed(() => {
    const { status } = this.absence();
    return status === null
      ? $localize`:@@live.away:No connection to the server`
      : $localize`:@@live.away-status:The server does not answer as it should (${status}:status:)`;
  });
  protected readonly drafts = computed(() => this.unsent.of(this.account()));
}
