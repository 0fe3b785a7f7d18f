import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { ReviewPolicy } from '@endwatch/contracts';
import { NBSP, measured } from '../../words/figures.ts';
import { finePercent } from './what-if-view.ts';

interface Slider {
  readonly id: string;
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly at: number;
  readonly words: string;
  readonly part: (at: number) => Partial<ReviewPolicy>;
}

/** Points of risk at the end of the slider: "never again". */
const NEVER = 51;

/** The four settings of a policy: when it rings, when it ends, how long the risk must stay, and when it rings again. */
@Component({
  selector: 'endwatch-policy-sliders',
  template: `
    @for (slider of sliders(); track slider.id) {
      <label [for]="slider.id">
        <span>{{ slider.name }}</span>
        <output [attr.for]="slider.id">{{ slider.words }}</output>
      </label>
      <input
        #range
        type="range"
        [id]="slider.id"
        [min]="slider.min"
        [max]="slider.max"
        [step]="slider.step"
        [value]="slider.at"
        [attr.aria-valuetext]="slider.words"
        (input)="move.emit(slider.part(range.valueAsNumber))"
      />
    }
  `,
  styles: `
    :host {
      display: grid;
    }
    label {
      display: flex;
      justify-content: space-between;
      gap: 12px;
      padding-block-start: 8px;
    }
    output {
      font-size: 15px;
      font-weight: 600;
      white-space: nowrap;
    }
    input {
      width: 100%;
      min-height: 32px;
      margin: 0;
      accent-color: var(--ink);
    }
    /* Its words above and below stay free of the ring. */
    input:focus-visible {
      outline-offset: -2px;
    }
    @media (pointer: coarse) {
      input {
        min-height: 44px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PolicySliders {
  readonly policy = input.required<ReviewPolicy>();
  readonly move = output<Partial<ReviewPolicy>>();

  protected readonly sliders = computed(() => slidersOf(this.policy()));
}

/** Per cents on the sliders; the policy has parts of 1. */
export function slidersOf({ on, off, minimumMinutes, risingBy }: ReviewPolicy): readonly Slider[] {
  return [
    {
      ...{
        id: 'policy-on',
        name: $localize`:@@review-what-if.slider.on:Rings when the risk of the next 24 h reaches`,
      },
      ...{ min: 0.5, max: 95, step: 0.5, at: inPercent(on), words: finePercent(on) },
      part: (at) => ({ on: at / 100 }),
    },
    {
      ...{
        id: 'policy-off',
        name: $localize`:@@review-what-if.slider.off:Ends when it falls below`,
      },
      ...{ min: 0, max: 95, step: 0.5, at: inPercent(off), words: finePercent(off) },
      part: (at) => ({ off: at / 100 }),
    },
    {
      ...{
        id: 'policy-minutes',
        name: $localize`:@@review-what-if.slider.minutes:After it has stayed there for`,
      },
      ...{ min: 0, max: 240, step: 5, at: minimumMinutes },
      words:
        minimumMinutes === 0
          ? $localize`:@@review-what-if.slider.at-once:at once`
          : `${String(minimumMinutes)}${NBSP}min`,
      part: (at) => ({ minimumMinutes: at }),
    },
    {
      ...{
        id: 'policy-again',
        name: $localize`:@@review-what-if.slider.again:Rings again after a further rise of`,
      },
      ...{ min: 1, max: NEVER, step: 1, at: risingBy === null ? NEVER : inPercent(risingBy) },
      words:
        risingBy === null
          ? $localize`:@@review-what-if.slider.never:never again`
          : pointsWords(inPercent(risingBy)),
      part: (at) => ({ risingBy: at >= NEVER ? null : at / 100 }),
    },
  ];
}

function pointsWords(by: number): string {
  return $localize`:@@review-what-if.slider.points:${measured(by)}:by:\u00a0points`;
}

function inPercent(part: number): number {
  return Math.round(part * 10_000) / 100;
}
