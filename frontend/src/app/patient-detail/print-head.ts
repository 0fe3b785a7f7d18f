import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PatientDetail, Trajectory } from '@endwatch/contracts';
import { ServerClock } from '../core/server-clock.ts';
import { Session } from '../core/session.ts';
import { Provenance } from '../ui/provenance.ts';
import { fullMoment } from '../words/ages.ts';
import { NO_BED, aboutPatient, stayWords, wardWord } from '../words/patient-words.ts';

/** On paper only, at the head of every sheet: of whom, when it was printed, as of when, by which model, and what that is not for. */
@Component({
  selector: 'endwatch-print-head',
  imports: [Provenance],
  template: `
    <div class="row">
      <p class="whom">
        @if (detail(); as patient) {
          @if (named()) {
            <b>{{ patient.name }}</b> ·
          }
          {{ place() }} · {{ who() }}
          @if (past(); as at) {
            · <b i18n="@@patient.print-past">as known on {{ moment(at) }}</b>
          }
        }
      </p>
      <p i18n="@@patient.print-head">
        <b>Endwatch</b> · printed
        {{
          printed() // i18n(ph="date")
        }}
        · model
        {{
          model() ?? none // i18n(ph="model")
        }}
      </p>
      <endwatch-provenance [trainedOn]="trainedOn()" />
    </div>
  `,
  styles: `
    :host {
      display: none;
    }
    .whom {
      flex: 1 0 100%;
      font-size: 11pt;
    }
    @media print {
      /* What is repeated must be a group of its table's; the row is laid out within. */
      :host {
        display: table-header-group;
        break-inside: avoid;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 1mm 12px;
        /* The outline of what stands at its end is on the sheet too. */
        padding: 0 0.5mm 2mm 0;
        font-size: 8pt;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrintHead {
  private readonly now = inject(ServerClock).now;

  readonly detail = input.required<PatientDetail | null>();
  readonly trajectory = input.required<Trajectory | null>();
  /** The moment whose knowledge is printed, ISO 8601; null = now. */
  readonly past = input.required<string | null>();
  readonly trainedOn = input.required<'simulated' | 'site' | null>();

  protected readonly named = inject(Session).namesOnPaper;
  protected readonly none = $localize`:@@patient.no-model:none`;
  /** Of the forecast, else of the last one that the chart shows. */
  protected readonly model = computed(
    () =>
      this.detail()?.risk?.model.version ?? this.trajectory()?.risk.at(-1)?.modelVersion ?? null,
  );
  protected readonly place = computed(() => {
    const detail = this.detail();
    if (!detail) return '';
    const ward = wardWord(detail.ward?.name ?? '');
    return [detail.bed === null ? NO_BED : aboutPatient(detail), ward]
      .filter((part) => part !== '')
      .join(', ');
  });
  protected readonly who = computed(() => {
    const detail = this.detail();
    if (!detail) return '';
    return stayWords(detail, Date.parse(this.past() ?? '') || this.now());
  });
  protected readonly printed = computed(() => fullMoment(this.now()));

  protected moment(at: string): string {
    return fullMoment(Date.parse(at));
  }
}
