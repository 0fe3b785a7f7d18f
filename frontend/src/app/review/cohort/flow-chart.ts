import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { FlowStep } from '@endwatch/contracts';
import { serverWords } from '../../words/server-words.ts';
import { stays } from '../counts.ts';
import { measuredWidth } from '../../ui/measured-width.ts';

const BOX = 46;
const GAP = 34;
const MOST = 300;

/** From all stays to those that are counted, each step with whom it leaves out. */
@Component({
  selector: 'endwatch-flow-chart',
  template: `
    @if (width() > 0) {
      <svg
        data-figure
        role="img"
        aria-label="Flow of stays, step by step; the table has the figures"
        i18n-aria-label="@@review-cohort.flow.picture"
        [attr.width]="width()"
        [attr.height]="height()"
      >
        @for (step of steps(); track step.key) {
          @if (!$first) {
            <line
              [attr.x1]="middle()"
              [attr.x2]="middle()"
              [attr.y1]="step.y - gap"
              [attr.y2]="step.y - 5"
            />
            <path class="head" [attr.d]="'M' + (middle() - 4) + ' ' + (step.y - 7) + 'h8l-4 7z'" />
            <line
              [attr.x1]="middle()"
              [attr.x2]="middle() + reach()"
              [attr.y1]="step.y - gap / 2"
              [attr.y2]="step.y - gap / 2"
            />
            <text class="left" [attr.x]="middle() + reach() + 8" [attr.y]="step.y - gap / 2 + 4">
              {{ step.leftOut }}
            </text>
          }
          <rect
            x="1"
            rx="4"
            [class.last]="$last"
            [attr.y]="step.y"
            [attr.width]="box() - 2"
            [attr.height]="boxHeight"
          />
          <text class="label" [attr.x]="12" [attr.y]="step.y + 19">{{ step.label }}</text>
          <text class="count" [attr.x]="12" [attr.y]="step.y + 37">{{ step.count }}</text>
        }
      </svg>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 620px;
    }
    svg {
      display: block;
    }
    rect {
      fill: var(--surface);
      stroke: var(--line-strong);
    }
    rect.last {
      stroke: var(--ink);
      stroke-width: 2px;
    }
    line {
      stroke: var(--line-strong);
    }
    .head {
      fill: var(--line-strong);
    }
    text {
      fill: var(--ink);
      font-size: 13px;
    }
    .left,
    .label {
      fill: var(--ink-soft);
    }
    .count {
      font-size: 15px;
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FlowChart {
  readonly flow = input.required<readonly FlowStep[]>();

  protected readonly width = measuredWidth();
  protected readonly gap = GAP;
  protected readonly boxHeight = BOX;
  protected readonly box = computed(() => Math.min(MOST, this.width() * 0.72));
  protected readonly middle = computed(() => Math.min(40, this.box() / 4));
  protected readonly reach = computed(() => 34);
  protected readonly height = computed(() => this.flow().length * (BOX + GAP) - GAP + 2);
  protected readonly steps = computed(() =>
    this.flow().map(({ key, label, excluded, remaining }, index) => ({
      ...{ key, label: serverWords(label), y: index * (BOX + GAP) + 1 },
      count: stays(remaining),
      leftOut:
        excluded === 0
          ? $localize`:@@review-cohort.flow.nobody:Nobody left out`
          : $localize`:@@review-cohort.flow.out:${stays(excluded)}:stays: left out`,
    })),
  );
}
