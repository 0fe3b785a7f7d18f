import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { OutcomeIncidence } from '@endwatch/contracts';
import { whole } from '../../words/figures.ts';
import { serverWords } from '../../words/server-words.ts';
import { nOf, ofAll, stays as staysOf } from '../counts.ts';

/** Whom a view cannot count, and why; and of whom Endwatch heard only afterwards. */
@Component({
  selector: 'endwatch-left-out',
  template: `
    @if (words().length > 0) {
      <ul>
        @for (line of words(); track line) {
          <li>{{ line }}</li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      padding-block-start: 8px;
      color: var(--ink-quiet);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeftOutList {
  readonly view = input.required<Pick<OutcomeIncidence, 'left' | 'loadedAfterwards'>>();
  protected readonly words = computed(() => {
    const { left, loadedAfterwards } = this.view();
    return [
      ...left.map(({ reason, stays }) => leftWords(staysOf(stays), serverWords(reason))),
      ...(loadedAfterwards === 0 ? [] : [afterwardsWords(loadedAfterwards)]),
    ];
  });
}

function leftWords(stays: string, reason: string): string {
  return $localize`:@@review-outcomes.not-counted:Not counted: ${stays}:stays:. ${reason}:reason:.`;
}

function afterwardsWords(count: number): string {
  return count === 1
    ? $localize`:@@review-outcomes.afterwards-one:Of 1 stay Endwatch heard only when it was over: counted as if all had been known when it was true.`
    : $localize`:@@review-outcomes.afterwards:Of ${whole(count)}:count: stays Endwatch heard only when they were over: counted as if all had been known when it was true.`;
}

/** "n = 38 of 40 stays". */
export function nWords(view: Pick<OutcomeIncidence, 'left' | 'flow'> | null): string {
  if (view === null) return '';
  const all = view.flow.at(-1)?.remaining ?? 0;
  const left = view.left.reduce((sum, { stays }) => sum + stays, 0);
  return nOf(left === 0 ? staysOf(all) : ofAll(whole(all - left), staysOf(all)));
}

export function isEmpty(view: Pick<OutcomeIncidence, 'left' | 'flow'>): boolean {
  const all = view.flow.at(-1)?.remaining ?? 0;
  return all - view.left.reduce((sum, { stays }) => sum + stays, 0) <= 0;
}
