import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
} from '@angular/core';

export interface Option {
  readonly value: string;
  readonly word: string;
}

/** Several of a list, in the room of one field: closed it says what is chosen, open it is a list of boxes. */
@Component({
  selector: 'endwatch-many-of',
  template: `
    <span class="name" aria-hidden="true">{{ name() }}</span>
    <details>
      <summary [attr.aria-label]="name() + ': ' + shown()">
        <span>{{ shown() }}</span>
      </summary>
      <fieldset>
        <legend class="visually-hidden">{{ name() }}</legend>
        @for (option of options(); track option.value) {
          <label>
            <input
              type="checkbox"
              [checked]="chosen().includes(option.value)"
              (change)="toggle(option.value)"
            />
            {{ option.word }}
          </label>
        } @empty {
          <p i18n="@@review-filter.nothing">Nothing to choose from yet.</p>
        }
      </fieldset>
    </details>
  `,
  styles: `
    :host {
      display: grid;
      gap: 3px;
      min-width: 0;
    }
    .name {
      color: var(--ink-quiet);
      font-size: 12px;
    }
    details {
      position: relative;
    }
    summary {
      display: flex;
      align-items: center;
      max-width: 190px;
      min-height: 34px;
      padding: 0 10px;
      border: 1px solid var(--line-strong);
      border-radius: 4px;
      cursor: pointer;
      list-style: none;
    }
    summary::after {
      content: '';
      width: 6px;
      height: 6px;
      margin: -3px 0 0 10px;
      border: solid;
      border-width: 0 1.5px 1.5px 0;
      rotate: 45deg;
    }
    summary span {
      flex: 1;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    fieldset {
      position: absolute;
      z-index: 10;
      inset-block-start: calc(100% + 2px);
      inset-inline-start: 0;
      min-width: 100%;
      max-height: 340px;
      overflow: auto;
      margin: 0;
      padding: 4px;
      border: 1px solid var(--line-strong);
      border-radius: 4px;
      background: var(--surface-raised);
    }
    label {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 34px;
      padding: 0 12px 0 6px;
      white-space: nowrap;
    }
    label:hover {
      background: var(--surface-sunken);
    }
    p {
      padding: 8px;
      color: var(--ink-quiet);
    }
    input {
      accent-color: var(--ink);
    }
    @media (max-width: 700px) {
      summary {
        max-width: none;
      }
    }
    @media (pointer: coarse) {
      summary,
      label {
        min-height: 44px;
      }
    }
  `,
  host: {
    '(document:pointerdown)': 'closeFrom($event)',
    '(keydown.escape)': 'close()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ManyOf {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly name = input.required<string>();
  /** What it says when nothing is chosen. */
  readonly all = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly choose = output<readonly string[]>();

  protected readonly shown = computed(() => {
    const words = this.options()
      .filter(({ value }) => this.chosen().includes(value))
      .map(({ word }) => word);
    return words.length === 0 ? this.all() : words.join(', ');
  });

  protected toggle(value: string): void {
    const chosen = this.chosen();
    this.choose.emit(
      chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
    );
  }

  protected closeFrom({ target }: Event): void {
    if (target instanceof Node && !this.host.contains(target)) this.close();
  }

  protected close(): void {
    const details = this.host.querySelector('details');
    if (details) details.open = false;
  }
}
