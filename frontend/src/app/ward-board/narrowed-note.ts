import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { counted } from '../words/figures.ts';
import { PATIENTS } from '../words/patient-words.ts';
import { BoardView } from './board-view.ts';

/** That not everybody is shown, and the way back: nobody may be overlooked because a filter was forgotten. */
@Component({
  selector: 'endwatch-narrowed-note',
  template: `
    <div role="status">
      @if (words(); as text) {
        <p>
          {{ text }}
          @if (mine() > 0 && !view.choosing()) {
            <button
              class="button"
              type="button"
              (click)="view.choose(true)"
              i18n="@@board.tick.change"
            >
              Change
            </button>
          }
          <button
            class="button"
            type="button"
            (click)="view.everybody()"
            i18n="@@board.show-everybody"
          >
            Show everybody
          </button>
        </p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      gap: 12px;
      min-height: 36px;
      padding: 4px 14px;
      border-block-end: 1px solid var(--line);
      background: var(--surface-raised);
      font-weight: 600;
    }
    .button {
      flex: none;
      min-height: 28px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NarrowedNote {
  protected readonly view = inject(BoardView);

  /** Patients on the ward. */
  readonly of = input.required<number>();
  readonly mine = input.required<number>();

  protected readonly words = computed(() => {
    if (!this.view.onlyMine()) return null;
    const all = counted(this.of(), ...PATIENTS);
    if (this.mine() === 0) {
      return $localize`:@@board.none-mine:None of ${all}:patients: is ticked as yours.`;
    }
    return this.view.choosing()
      ? $localize`:@@board.some-mine:Ticked as yours: ${this.mine()}:mine: of ${all}:patients:.`
      : $localize`:@@board.only-mine:Shown: your ${this.mine()}:mine: of ${all}:patients:. Needs action lists everybody’s.`;
  });
}
