import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EpochMs } from '@endwatch/clinical';
import type { BoardRow } from '@endwatch/contracts';
import { EndRule } from '../core/end-rule.ts';
import { sparkGeometry } from './spark-geometry.ts';

/** NIHSS since admission in steps, the line that END would cross by the house's rule dashed, a tick for each day. */
@Component({
  selector: 'endwatch-sparkline',
  template: `
    @let shape = geometry();
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      @for (day of shape.days; track day) {
        <path class="day" [attr.d]="'M' + day + ' 94V100'" />
      }
      <path class="floor" d="M0 100H100" />
      @if (shape.referenceY !== null) {
        <path class="reference" [attr.d]="'M0 ' + shape.referenceY + 'H100'" />
      }
      <path class="steps" [attr.d]="shape.path" />
      @if (shape.path) {
        <path class="last" [attr.d]="'M' + shape.lastX + ' ' + shape.lastY + 'h0'" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
      position: relative;
      min-height: 0;
    }
    svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      overflow: visible;
    }
    path {
      fill: none;
      vector-effect: non-scaling-stroke;
    }
    .day,
    .floor {
      stroke: var(--line);
    }
    .reference {
      stroke: var(--ink-quiet);
      stroke-dasharray: 2 3;
    }
    .steps {
      stroke: var(--ink);
      stroke-width: 1.5;
      stroke-linejoin: round;
    }
    .last {
      stroke: var(--ink);
      stroke-width: 5;
      stroke-linecap: round;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Sparkline {
  private readonly houseTotal = inject(EndRule).houseTotal;

  readonly nihss = input.required<BoardRow['nihss']>();
  readonly admittedAt = input.required<string>();
  readonly now = input.required<EpochMs>();

  protected readonly geometry = computed(() => {
    const { series, admissionTotal } = this.nihss();
    const rise = this.houseTotal();
    return sparkGeometry({
      points: series.map((point) => ({ at: Date.parse(point.at), total: point.total })),
      admittedAt: Date.parse(this.admittedAt()),
      now: this.now(),
      reference: admissionTotal === null || rise === null ? null : admissionTotal + rise,
    });
  });
}
