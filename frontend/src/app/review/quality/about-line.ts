import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { whole } from '../../words/figures.ts';
import { patientDays as daysOf, stays as staysOf } from '../counts.ts';

interface Counted {
  readonly stays: number;
  readonly ends: number;
  readonly patientDays: number;
  readonly loadedAfterwards: number;
}

/** Whom a page is about, and when they are too few for it. */
@Component({
  selector: 'endwatch-about-line',
  template: `
    <p>{{ words() }}</p>
    @if (warning(); as few) {
      <p class="few" role="note">{{ few }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    p {
      padding: 4px 16px;
      font-size: 15px;
    }
    .few {
      font-weight: 600;
    }
    @media print {
      p {
        padding-inline: 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AboutLine {
  readonly about = input.required<Counted>();

  protected readonly words = computed(() => aboutWords(this.about()));
  protected readonly warning = computed(() => fewWords(this.about()));
}

/** "160 stays, 21 with END, 1,204 patient-days; 160 of them loaded afterwards". */
export function aboutWords({ stays, ends, patientDays, loadedAfterwards }: Counted): string {
  const [all, days] = [staysOf(stays), daysOf(Math.round(patientDays))];
  return loadedAfterwards === 0
    ? $localize`:@@review.about:${all}:stays:, ${whole(ends)}:ends: with END, ${days}:days:.`
    : $localize`:@@review.about-afterwards:${all}:stays:, ${whole(ends)}:ends: with END, ${days}:days:; ${whole(loadedAfterwards)}:afterwards: of the stays loaded afterwards.`;
}

/** Fewer END than this tell little of a forecast. */
const FEW_ENDS = 20;

export function fewWords({ stays, ends }: Counted): string | null {
  if (stays === 0) return $localize`:@@review.no-stay:No stay is counted: widen the filter above.`;
  if (ends >= FEW_ENDS) return null;
  return $localize`:@@review.few-ends:Only ${staysOf(ends)}:stays: with END: most figures cannot be told from chance. Widen the filter or wait for more stays.`;
}
