import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { OutcomeIncidence } from '@endwatch/contracts';
import { whole } from '../../words/figures.ts';
import { BAND_WORD } from '../../words/patient-words.ts';
import { measuredWidth } from '../../ui/measured-width.ts';
import { sharePercent } from './outcome-words.ts';

const ROW = 40;
const BAR = 20;
const LEFT = 64;

/** A bar for each band: how many had END early, late and not at all. Facts, so the END parts are solid. */
@Component({
  selector: 'endwatch-end-split',
  template: `
    @if (width() > 0) {
      <svg
        data-figure
        role="img"
        aria-label="Early, late and no END by risk band; the table has the figures"
        i18n-aria-label="@@review-outcomes.split.picture"
        [attr.width]="width()"
        [attr.height]="rows().length * 40"
      >
        @for (row of rows(); track row.name) {
          <text class="name" text-anchor="end" [attr.x]="left - 12" [attr.y]="row.y + 14">
            {{ row.name }}
          </text>
          @for (part of row.parts; track part.kind) {
            <rect
              [attr.data-kind]="part.kind"
              [attr.x]="part.x"
              [attr.y]="row.y"
              [attr.width]="part.width"
              [attr.height]="bar"
            />
          }
          <text class="words" [attr.x]="left" [attr.y]="row.y + 34">{{ row.words }}</text>
        }
      </svg>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      display: block;
    }
    rect {
      stroke: var(--surface);
    }
    [data-kind='early'] {
      fill: var(--ink);
    }
    [data-kind='late'] {
      fill: var(--ink-quiet);
    }
    [data-kind='none'] {
      fill: var(--surface-sunken);
      stroke: var(--line-strong);
    }
    text {
      font-size: 12px;
    }
    .name {
      fill: var(--ink);
      font-weight: 600;
    }
    .words {
      fill: var(--ink-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndSplit {
  readonly bands = input.required<OutcomeIncidence['bands']>();

  protected readonly width = measuredWidth();
  protected readonly bar = BAR;
  protected readonly left = LEFT;
  protected readonly rows = computed(() => {
    const room = this.width() - LEFT - 2;
    return this.bands().map(({ band, stays, end }, index) => {
      const wide = (count: number): number => (stays === 0 ? 0 : (count / stays) * room);
      const [early, late] = [wide(end.early), wide(end.late)];
      const parts = [
        { kind: 'early', x: LEFT, width: early },
        { kind: 'late', x: LEFT + early, width: late },
        { kind: 'none', x: LEFT + early + late, width: wide(end.none) },
      ];
      return {
        ...{ name: BAND_WORD[band], y: index * ROW },
        parts: parts.filter((part) => part.width > 0),
        words: splitWords(end),
      };
    });
  });
}

function splitWords(end: OutcomeIncidence['bands'][number]['end']): string {
  const early = partWords(end.early, end.earlyShare);
  const late = partWords(end.late, end.lateShare);
  return $localize`:@@review-outcomes.split.words:Early ${early}:early: · late ${late}:late: · no END ${whole(end.none)}:none:`;
}

function partWords(count: number, share: number | null): string {
  return share === null ? whole(count) : `${whole(count)} (${sharePercent(share)})`;
}
