import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { WardSummary } from '@endwatch/contracts';

/** Whether a setting is looked at for the house or for a ward, and which wards have one of their own. */
@Component({
  selector: 'endwatch-ward-choice',
  template: `
    <label>
      <span i18n="@@settings.for">For</span>
      <select #chosen (change)="choose.emit(chosen.value === '' ? null : chosen.value)">
        <option value="" i18n="@@settings.house-choice">Every ward that has none of its own</option>
        @for (place of wards(); track place.id) {
          <option [value]="place.id" [selected]="place.id === ward()">{{ nameOf(place) }}</option>
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

  protected nameOf({ id, name }: WardSummary): string {
    if (!this.own().includes(id)) return name;
    return $localize`:@@settings.own-choice:${name}:name: (its own)`;
  }
}
