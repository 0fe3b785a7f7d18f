import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import { RouterLink } from '@angular/router';
import { ACKNOWLEDGE_REASONS, type Alert } from '@endwatch/contracts';
import { Acknowledgement, type AlertAct } from '../core/acknowledgement.ts';
import { Session } from '../core/session.ts';
import { AlertMark } from '../ui/alert-mark.ts';
import { when } from '../words/ages.ts';
import {
  KIND_WORDS,
  PRIORITY_WORD,
  RESOLVE_REASONS,
  SNOOZE_REASONS,
  holding,
  needsSomebody,
  reasonWord,
} from '../words/alert-words.ts';
import { serverWords } from '../words/server-words.ts';

const SNOOZE_MINUTES = 30;

/** The alerts of one stay: what is open with its button, what is over below. */
@Component({
  selector: 'endwatch-patient-alerts',
  imports: [AlertMark, RouterLink],
  template: `
    <h2 i18n="@@alert.alerts">Alerts</h2>
    <ul>
      @for (line of lines(); track line.alert.id) {
        <li [attr.data-priority]="line.alert.priority" [class.over]="line.over">
          <p class="top">
            <endwatch-alert-mark [priority]="line.alert.priority" [hollow]="!line.open" />
            <b>{{ line.word }}</b> {{ line.kind }}
          </p>
          <p class="reason">{{ line.reason }}</p>
          <p class="state">{{ line.state }}</p>
          @if (line.alert.kind === 'examination-overdue' && !line.over && mayExamine()) {
            <a
              class="button"
              [routerLink]="['/patients', line.alert.patientId, 'examine']"
              i18n="@@alert.examine"
              >Examine</a
            >
          }
          @if (line.open && mayAct()) {
            <button
              class="button primary"
              type="button"
              [disabled]="saving(line.alert)"
              [attr.aria-label]="buttonWords(line)"
              (click)="acknowledge.emit(line.alert)"
            >
              @if (saving(line.alert)) {
                <ng-container i18n="@@alert.saving">Saving</ng-container>
              } @else {
                <ng-container i18n="@@alert.acknowledge">Acknowledge</ng-container>
              }
            </button>
          }
          @if (!line.over && mayAct()) {
            <div class="more">
              @if (choosing() === line.alert.id + ' snooze') {
                @for (reason of snoozeReasons; track reason) {
                  <button class="button" type="button" (click)="snooze(line.alert, reason)">
                    {{ reasonWord(reason) }}
                  </button>
                }
              } @else if (choosing() === line.alert.id + ' resolve') {
                @for (reason of resolveReasons[line.alert.kind]; track reason) {
                  <button class="button" type="button" (click)="resolve(line.alert, reason)">
                    {{ reasonWord(reason) }}
                  </button>
                }
              } @else if (choosing() === line.alert.id + ' acknowledge') {
                @for (reason of acknowledgeReasons[line.alert.kind]; track reason) {
                  <button class="button" type="button" (click)="acknowledgeFor(line.alert, reason)">
                    {{ reasonWord(reason) }}
                  </button>
                }
              } @else {
                @if (line.open) {
                  <button
                    class="button"
                    type="button"
                    (click)="choosing.set(line.alert.id + ' acknowledge')"
                    i18n="@@reasons.with"
                  >
                    With a reason
                  </button>
                }
                <button
                  class="button"
                  type="button"
                  (click)="choosing.set(line.alert.id + ' snooze')"
                  i18n="@@alert.snooze-30"
                >
                  Snooze 30 min
                </button>
                <button
                  class="button"
                  type="button"
                  (click)="choosing.set(line.alert.id + ' resolve')"
                  i18n="@@alert.resolve"
                >
                  Resolve
                </button>
                @if (line.theirs) {
                  <button
                    class="button"
                    type="button"
                    [disabled]="saving(line.alert)"
                    (click)="act.emit({ alert: line.alert, act: { what: 'take', over: true } })"
                    i18n="@@alert.take-over"
                  >
                    Take over
                  </button>
                }
              }
            </div>
          }
        </li>
      } @empty {
        <li class="quiet" i18n="@@alert.none-in-stay">None in this stay.</li>
      }
    </ul>
  `,
  styleUrl: './patient-alerts.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PatientAlerts {
  private readonly acknowledgement = inject(Acknowledgement);
  private readonly session = inject(Session);
  protected readonly mayAct = computed(() => !this.readOnly() && this.session.may('alert.act'));
  protected readonly mayExamine = computed(
    () => !this.readOnly() && this.session.may('examination.write'),
  );
  /** The past is looked at: there is nothing to be done. */
  readonly readOnly = input(false);
  readonly alerts = input.required<readonly Alert[]>();
  readonly now = input.required<EpochMs>();
  readonly acknowledge = output<Alert>();
  readonly act = output<{ readonly alert: Alert; readonly act: AlertAct }>();

  protected readonly lines = computed(() =>
    this.alerts().map((alert) => ({
      alert,
      reason: serverWords(alert.reason),
      word: PRIORITY_WORD[alert.priority],
      kind: KIND_WORDS[alert.kind],
      state: `${holding(alert)}, ${when(alert.stateSince, this.now())}`,
      open: needsSomebody(alert),
      over: alert.state === 'resolved',
      theirs:
        alert.state === 'acknowledged' && alert.holderAccount !== this.session.view()?.username,
    })),
  );

  protected readonly reasonWord = reasonWord;
  protected readonly choosing = signal<string | null>(null);
  protected readonly acknowledgeReasons = ACKNOWLEDGE_REASONS;
  protected readonly snoozeReasons = SNOOZE_REASONS;
  protected readonly resolveReasons = RESOLVE_REASONS;

  protected acknowledgeFor(alert: Alert, reason: string): void {
    this.choosing.set(null);
    this.act.emit({ alert, act: { what: 'acknowledge', reason } });
  }

  protected snooze(alert: Alert, reason: string): void {
    this.choosing.set(null);
    this.act.emit({ alert, act: { what: 'snooze', minutes: SNOOZE_MINUTES, reason } });
  }

  protected resolve(alert: Alert, reason: string): void {
    this.choosing.set(null);
    this.act.emit({ alert, act: { what: 'resolve', reason } });
  }

  protected buttonWords({ alert, kind }: { readonly alert: Alert; readonly kind: string }): string {
    return this.saving(alert)
      ? $localize`:@@alert.saving:Saving`
      : $localize`:@@alert.acknowledge-this:Acknowledge: ${kind}:reason:`;
  }

  protected saving(alert: Alert): boolean {
    return this.acknowledgement.isSaving(alert.id);
  }
}
