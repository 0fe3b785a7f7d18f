import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { BoardRow, Risk } from '@endwatch/contracts';
import { percent } from '../words/figures.ts';
import { BAND_WORD, TREND_WORD } from '../words/patient-words.ts';
import { noForecast } from '../words/server-words.ts';
import { Arrow } from './arrow.ts';

/** The forecast: outlined, hatched, grey. Where there is none it says why. */
@Component({
  selector: 'endwatch-risk-figure',
  imports: [Arrow],
  template: `
    @if (risk(); as forecast) {
      <span
        class="box"
        [attr.data-band]="forecast.band"
        title="Risk of getting worse in the next 24 h, a forecast"
        i18n-title="@@ui.risk-title"
      >
        <span class="bar" aria-hidden="true" [style.inline-size.%]="width()"></span>
        <span class="span" i18n="@@ui.hours-24">24 h</span>
        <strong>{{ figure() }}</strong>
        <endwatch-arrow [kind]="forecast.trend" />
        <span class="visually-hidden">{{ trend(forecast.trend) }}</span>
        <span class="band">{{ band() }}</span>
      </span>
    } @else {
      <span class="none">{{ why() }}</span>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .box {
      position: relative;
      display: flex;
      align-items: baseline;
      gap: 5px;
      height: 34px;
      padding: 0 7px;
      border: 1px solid var(--line-strong);
      border-radius: 4px;
      overflow: hidden;
      line-height: 27px;
    }
    .box[data-band='high'] {
      border: 2px solid var(--ink);
      padding: 0 6px;
      line-height: 25px;
    }
    .bar {
      position: absolute;
      inset-block-end: 0;
      inset-inline-start: 0;
      height: 6px;
      min-width: 2px;
      background: repeating-linear-gradient(-45deg, var(--hatch) 0 1.5px, transparent 1.5px 4px);
      border-block-start: 1px solid var(--hatch);
      border-inline-end: 1px solid var(--hatch);
    }
    .span,
    .band {
      color: var(--ink-quiet);
      font-size: 12px;
      white-space: nowrap;
    }
    .band {
      margin-inline-start: auto;
    }
    [data-band='high'] .band {
      color: var(--ink);
      font-weight: 700;
    }
    [data-band='medium'] .band {
      color: var(--ink-soft);
      font-weight: 600;
    }
    strong {
      font-size: 22px;
      font-weight: 600;
      letter-spacing: -0.01em;
      white-space: nowrap;
    }
    [data-band='low'] strong {
      color: var(--ink-soft);
      font-weight: 400;
    }
    endwatch-arrow {
      font-size: 18px;
    }
    [data-band='low'] endwatch-arrow {
      color: var(--ink-quiet);
    }
    .none {
      display: flex;
      align-items: center;
      min-height: var(--no-risk-height, 34px);
      color: var(--ink-quiet);
      font-size: 12px;
      line-height: 15px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RiskFigure {
  protected readonly trend = (trend: Risk['trend']): string => TREND_WORD[trend];

  readonly risk = input.required<BoardRow['risk']>();
  readonly noRiskReason = input<string | null>(null);

  protected readonly figure = computed(() => percent(this.risk()?.next24h ?? 0));
  protected readonly why = computed(() => noForecast(this.noRiskReason()));
  protected readonly width = computed(() => (this.risk()?.next24h ?? 0) * 100);
  protected readonly band = computed(() => BAND_WORD[this.risk()?.band ?? 'low']);
}
