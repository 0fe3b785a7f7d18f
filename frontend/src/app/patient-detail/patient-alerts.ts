import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import type { Alert } from '@endwatch/contracts';
import { Acknowledgement } from '../core/acknowledgement.ts';
import { AlertMark } from '../ui/alert-mark.ts';
import { when } from '../words/ages.ts';
import { KIND_WORDS, PRIORITY_WORD, holding, needsSomebody } from '../words/alert-words.ts';

/** The alerts of one stay: what is open with its button, what is over below. */
@Component({
  selector: 'endwatch-patient-alerts',
  imports: [AlertMark],
  template: `
    <h2>Alerts</h2>
    <ul>
      @for (line of lines(); track line.alert.id) {
        <li [attr.data-priority]="line.alert.priority" [class.over]="line.over">
          <p class="top">
            <endwatch-alert-mark [priority]="line.alert.priority" [hollow]="!line.open" />
            <b>{{ line.word }}</b> {{ line.kind }}
          </p>
          <p class="reason">{{ line.alert.reason }}</p>
          <p class="state">{{ line.state }}</p>
          @if (line.open) {
            <button
              class="button primary"
              type="button"
              [disabled]="saving(line.alert)"
              [attr.aria-label]="saving(line.alert) ? 'Saving' : 'Acknowledge: ' + line.kind"
              (click)="acknowledge.emit(line.alert)"
            >
              {{ saving(line.alert) ? 'Saving' : 'Acknowledge' }}
            </button>
          }
        </li>
      } @empty {
        <li class="quiet">None in this stay.</li>
      }
    </ul>
  `,
  styles: `
    h2 {
      padding-block-end: 4px;
      font-size: 15px;
      font-weight: 600;
    }
    li {
      display: grid;
      gap: 2px;
      padding: 8px 0;
      border-block-start: 1px solid var(--line);
    }
    .top {
      display: flex;
      align-items: center;
      gap: 6px;
    }
    .reason {
      color: var(--ink-soft);
    }
    .state,
    .quiet,
    .over {
      color: var(--ink-quiet);
    }
    .state {
      font-size: 12px;
    }
    .button {
      margin-block-start: 6px;
      min-height: 36px;
    }
    @media (pointer: coarse) {
      .button {
        min-height: 44px;
      }
    }
    li:not(.over) endwatch-alert-mark {
      color: var(--mark);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PatientAlerts {
  private readonly acknowledgement = inject(Acknowledgement);
  readonly alerts = input.required<readonly Alert[]>();
  readonly now = input.required<EpochMs>();
  readonly acknowledge = output<Alert>();

  protected readonly lines = computed(() =>
    this.alerts().map((alert) => ({
      alert,
      word: PRIORITY_WORD[alert.priority],
      kind: KIND_WORDS[alert.kind],
      state: `${holding(alert)}, ${when(alert.stateSince, this.now())}`,
      open: needsSomebody(alert),
      over: alert.state === 'resolved',
    })),
  );

  protected saving(alert: Alert): boolean {
    return this.acknowledgement.isSaving(alert.id);
  }
}
