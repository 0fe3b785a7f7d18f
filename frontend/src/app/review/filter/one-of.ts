import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { Option } from './many-of.ts';

/** At most one of a list. */
@Component({
  selector: 'endwatch-one-of',
  template: `
    <label>
      {{ name() }}
      <select #field (change)="choose.emit(field.value)">
        <option value="">{{ none() }}</option>
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="option.value === chosen()">
            {{ option.word }}
          </option>
        }
      </select>
    </label>
  `,
  styleUrl: './field.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OneOf {
  readonly name = input.required<string>();
  /** What it says when nothing is chosen. */
  readonly none = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  /** Empty for none. */
  readonly chosen = input.required<string>();
  /** Empty for none. */
  readonly choose = output<string>();
}
