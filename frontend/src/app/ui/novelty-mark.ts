import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { SeenMarks } from '../core/seen-marks.ts';

const WORDS = { new: $localize`:@@ui.new:New`, changed: $localize`:@@ui.changed:Changed` };

/** That this patient is new or has changed, until somebody at this screen has looked. */
@Component({
  selector: 'endwatch-novelty-mark',
  template: `
    @if (words(); as text) {
      <span class="mark">
        <i aria-hidden="true"></i><span [class.visually-hidden]="short()">{{ text }}</span>
      </span>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .mark {
      display: inline-flex;
      flex: none;
      align-items: center;
      gap: 4px;
      color: var(--ink);
      font-size: 12px;
      font-weight: 700;
      line-height: 16px;
      white-space: nowrap;
    }
    i {
      width: 8px;
      height: 8px;
      border: 2px solid var(--change);
      border-radius: 50%;
      background: var(--change);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoveltyMark {
  private readonly marks = inject(SeenMarks);

  readonly patientId = input.required<string>();
  /** The dot alone, its word for who listens. */
  readonly short = input(false);

  protected readonly words = computed(() => {
    const novelty = this.marks.noveltyOf(this.patientId());
    return novelty === null ? null : WORDS[novelty];
  });
}
