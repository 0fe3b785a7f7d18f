import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

export type ArrowKind = 'up' | 'down' | 'level' | 'rising' | 'steady' | 'falling';

const FILLED: ReadonlySet<ArrowKind> = new Set(['up', 'down']);
const PATHS: Readonly<Record<ArrowKind, string>> = {
  up: 'M6 1.5 11 10.5H1z',
  down: 'M6 10.5 11 1.5H1z',
  level: 'M1.5 4h9M1.5 8h9',
  rising: 'M2 10 9.6 2.4M4 2h6v6',
  steady: 'M1 6h9.5M6.5 2 10.5 6l-4 4',
  falling: 'M2 2 9.6 9.6M10 4v6H4',
};

/** Drawn, not written: few fonts have all of them. Filled for what was seen, open for what is forecast. */
@Component({
  selector: 'endwatch-arrow',
  template: `
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <path [attr.d]="path()" [class.filled]="filled()" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-block;
      width: 0.74em;
      height: 0.74em;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    path {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.7;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .filled {
      fill: currentColor;
      stroke: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Arrow {
  readonly kind = input.required<ArrowKind>();
  protected readonly path = computed(() => PATHS[this.kind()]);
  protected readonly filled = computed(() => FILLED.has(this.kind()));
}
