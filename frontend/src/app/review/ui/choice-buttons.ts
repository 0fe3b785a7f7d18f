import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly word: string;
}

/** One of a few, side by side: what is chosen is pressed. */
@Component({
  selector: 'endwatch-choice-buttons',
  template: `
    <div role="group" [attr.aria-label]="name()">
      @for (one of choices(); track one.value) {
        <button
          class="button"
          type="button"
          [attr.aria-pressed]="one.value === chosen()"
          (click)="choose.emit(one.value)"
        >
          {{ one.word }}
        </button>
      }
      <ng-content />
    </div>
  `,
  styles: `
    div {
      display: flex;
      flex-wrap: wrap;
    }
    .button {
      min-height: var(--choice-height, 28px);
      margin-inline-start: -1px;
      padding: 0 9px;
      border-color: var(--line);
      border-radius: 0;
      color: var(--ink-soft);
      font-size: 12px;
    }
    [aria-pressed='true'] {
      background: var(--ink);
      color: var(--surface);
    }
    @media (pointer: coarse) {
      .button {
        min-height: 44px;
      }
    }
    @media print {
      .button:not([aria-pressed='true']) {
        display: none;
      }
      .button {
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoiceButtons<Value extends string> {
  readonly name = input.required<string>();
  readonly choices = input.required<readonly Choice<Value>[]>();
  readonly chosen = input.required<Value>();
  readonly choose = output<Value>();
}
