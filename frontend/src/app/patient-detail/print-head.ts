import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { PatientDetail, Trajectory } from '@endwatch/contracts';
import { ServerClock } from '../core/server-clock.ts';
import { Provenance } from '../ui/provenance.ts';
import { fullMoment } from '../words/ages.ts';

/** On paper only: when it was printed, by which model, and what that is not for. */
@Component({
  selector: 'endwatch-print-head',
  imports: [Provenance],
  template: `
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
  `,
  styles: `
    :host {
      display: none;
    }
    @media print {
      :host {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding-block-end: 2mm;
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
  readonly trainedOn = input.required<'simulated' | 'site' | null>();

  protected readonly none = $localize`:@@patient.no-model:none`;
  /** Of the forecast, else of the last one that the chart shows. */
  protected readonly model = computed(
    () =>
      this.detail()?.risk?.model.version ?? this.trajectory()?.risk.at(-1)?.modelVersion ?? null,
  );
  protected readonly printed = computed(() => fullMoment(this.now()));
}
