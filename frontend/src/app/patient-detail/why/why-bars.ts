import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { WhyLine } from './why-lines.ts';

/** Shares of a risk on both sides of nothing: solid to the right raises it, hatched to the left lowers it. */
@Component({
  selector: 'endwatch-why-bars',
  template: `
    <table>
      <caption class="unseen">
        {{
          caption()
        }}
      </caption>
      <thead class="unseen">
        <tr>
          <th scope="col" i18n="@@why.what">What</th>
          <th scope="col" i18n="@@why.value">Value</th>
          <th scope="col" i18n="@@why.points-head">Points of risk</th>
        </tr>
      </thead>
      <tbody>
        @for (line of lines(); track line.name) {
          <tr>
            <th scope="row">
              {{ line.name }} <span>{{ line.figure }}</span>
            </th>
            <td class="bar" aria-hidden="true">
              <i
                [class.up]="line.up"
                [style.inset-inline-start.%]="line.up ? 50 : 50 - 50 * line.length"
                [style.inline-size.%]="50 * line.length"
              ></i>
            </td>
            <td class="points">{{ line.points }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    :host {
      display: block;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th {
      width: 52%;
      padding: 5px 10px 5px 0;
      font-weight: 500;
      text-align: start;
      overflow-wrap: anywhere;
    }
    th span {
      color: var(--ink-quiet);
      font-weight: 400;
    }
    tr + tr > * {
      border-block-start: 1px solid var(--line);
    }
    .bar {
      position: relative;
      background: linear-gradient(var(--line-strong), var(--line-strong)) 50% 0 / 1px 100% no-repeat;
    }
    .bar i {
      position: absolute;
      inset-block-start: calc(50% - 6px);
      height: 12px;
      box-sizing: border-box;
      border: 1px solid var(--hatch);
      background: repeating-linear-gradient(135deg, var(--hatch) 0 1.5px, transparent 1.5px 5px);
    }
    .bar i.up {
      background: var(--hatch);
    }
    .points {
      width: 52px;
      font-variant-numeric: tabular-nums;
      text-align: end;
      white-space: nowrap;
    }
    .unseen {
      position: absolute;
      overflow: hidden;
      width: 1px;
      height: 1px;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WhyBars {
  readonly caption = input.required<string>();
  readonly lines = input.required<readonly WhyLine[]>();
}
