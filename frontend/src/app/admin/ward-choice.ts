import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { WardSummary } from '@endwatch/contracts';

/** Whether a setting is looked at for the house or for a ward, and which wards have one of their own. */
@Component({
  selector: 'endwatch-ward-choice',
  template: `
    <label>
      For
      <select #chosen (change)="choose.emit(chosen.value === '' ? null : chosen.value)">
        <option value="">Every ward that has none of its own</option>
        @for (place of wards(); track place.id) {
          <option [value]="place.id" [selected]="place.id === ward()">
            {{ place.name }}{{ own().includes(place.id) ? ' (its own)' : '' }}
          </option>
        }
      </select>
    </label>
  `,
  styleUrl: './admin.scss',
  styles: `
    select {
      max-width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WardChoice {
  readonly wards = input.required<readonly WardSummary[]>();
  /** Null = the house. */
  readonly ward = input.required<string | null>();
  /** Ids of wards with one of their own. */
  readonly own = input.required<readonly string[]>();
  readonly choose = output<string | null>();
}
