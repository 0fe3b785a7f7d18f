import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { BoardRow } from '@endwatch/contracts';
import { MyPatients } from '../core/my-patients.ts';
import { aboutPatient } from '../words/patient-words.ts';

const WORDS = {
  tick: $localize`:@@ui.star.tick:Tick as my patient`,
  end: $localize`:@@ui.star.end:My patient: press to end that`,
};

/** Ticks a patient as one's own. */
@Component({
  selector: 'endwatch-star-button',
  template: `
    @if (mine.offered()) {
      <button
        type="button"
        [attr.aria-pressed]="isMine()"
        [attr.aria-label]="label()"
        [title]="isMine() ? words.end : words.tick"
        [tabindex]="reachable() ? 0 : -1"
        [class.on]="isMine()"
        (click)="mine.toggle(row())"
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m8 1.6 2 4.3 4.7.5-3.5 3.2 1 4.6L8 11.8l-4.2 2.4 1-4.6L1.3 6.4 6 5.9z" />
        </svg>
      </button>
    }
  `,
  styles: `
    :host {
      position: relative;
      z-index: 1;
      display: inline-grid;
    }
    button {
      display: grid;
      place-items: center;
      width: var(--star, 28px);
      height: var(--star, 28px);
      padding: 0;
      border: 0;
      border-radius: 4px;
      background: var(--surface);
      color: var(--ink-quiet);
    }
    svg {
      width: 17px;
      height: 17px;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.4;
      stroke-linejoin: round;
    }
    .on {
      color: var(--ink);
    }
    .on svg {
      fill: currentColor;
    }
    button:hover {
      color: var(--ink);
    }
    @media (pointer: coarse) {
      /* As large as a thumb, without taking the room or hiding what is beside it. */
      button {
        background: none;
        width: 44px;
        height: 44px;
        margin: calc((var(--star, 28px) - 44px) / 2);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StarButton {
  protected readonly mine = inject(MyPatients);
  protected readonly words = WORDS;

  readonly row = input.required<BoardRow>();
  readonly reachable = input(true);

  protected readonly isMine = computed(() => this.mine.isMine(this.row()));
  protected readonly label = computed(
    () => $localize`:@@ui.my-patient:My patient: ${aboutPatient(this.row())}:patient:`,
  );
}
