import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { SEVERAL_TIMES } from './readings.ts';
import type { Fact } from './section.ts';

/** Figures with how sure they are and of how many, side by side. */
@Component({
  selector: 'endwatch-facts',
  template: `
    @if (facts().length > 0) {
      <dl>
        @for (fact of facts(); track fact.name) {
          <div>
            <dt>{{ fact.name }}</dt>
            <dd>
              <b [class.few]="fact.reading.tooFew">{{ fact.reading.text }}</b>
              @if (fact.reading.interval; as interval) {
                <span>{{ interval }}</span>
              } @else if (fact.reading.several) {
                <span>{{ severalTimes }}</span>
              }
              @if (fact.reading.basis; as basis) {
                <span>{{ basis }}</span>
              }
            </dd>
          </div>
        }
      </dl>
    }
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(190px, 100%), 1fr));
      gap: 12px 24px;
      padding-block: 4px 12px;
    }
    /* However long its name, a figure stands in line with its neighbours. */
    div {
      display: grid;
      grid-row: span 2;
      grid-template-rows: subgrid;
      row-gap: 0;
      align-items: start;
    }
    div:only-child {
      grid-column: 1 / -1;
    }
    dt {
      align-self: end;
      text-wrap: balance;
      color: var(--ink-soft);
    }
    dd {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 8px;
    }
    b {
      flex: 1 0 100%;
      font-size: 22px;
      font-weight: 600;
    }
    .few {
      color: var(--ink-soft);
      font-size: 15px;
      font-weight: 400;
      line-height: 30px;
    }
    span {
      color: var(--ink-quiet);
      font-size: 12px;
    }
    @media print {
      div {
        break-inside: avoid;
      }
      b {
        font-size: 13pt;
      }
    }
    /* Two beside one another in the hand. */
    @media (max-width: 600px) {
      dl {
        grid-template-columns: repeat(auto-fill, minmax(min(130px, 100%), 1fr));
        column-gap: 16px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Facts {
  readonly facts = input.required<readonly Fact[]>();

  protected readonly severalTimes = SEVERAL_TIMES;
}
