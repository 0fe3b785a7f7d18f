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
  /** Whether the page has a filter that could be widened. */
  readonly filtered = input(true);

  protected readonly words = computed(() => aboutWords(this.about()));
  protected readonly warning = computed(() => fewWords(this.about(), this.filtered()));
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

export function fewWords({ stays, ends }: Counted, filtered: boolean): string | null {
  if (stays === 0)
    return filtered
      ? $localize`:@@review.no-stay:No stay is counted: widen the filter above.`
      : $localize`:@@review.no-stay-yet:No stay is counted yet.`;
  if (ends === 0)
    return $localize`:@@review.no-end:None of these stays had END: figures about END are empty.`;
  if (ends >= FEW_ENDS) return null;
  return filtered
    ? $localize`:@@review.few-ends:Only ${staysOf(ends)}:stays: with END: most figures cannot be told from chance. Widen the filter or wait for more stays.`
    : $localize`:@@review.few-ends-yet:Only ${staysOf(ends)}:stays: with END: most figures cannot be told from chance.`;
}
