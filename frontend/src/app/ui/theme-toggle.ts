import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Theme } from '../core/theme.ts';

@Component({
  selector: 'endwatch-theme-toggle',
  template: `
    <button type="button" [attr.aria-label]="label()" [title]="label()" (click)="theme.toggle()">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.2" />
        <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" />
      </svg>
    </button>
  `,
  styles: `
    button {
      display: grid;
      place-items: center;
      width: 32px;
      height: 32px;
      padding: 0;
      border: 0;
      border-radius: 4px;
      background: none;
    }
    @media (pointer: coarse) {
      button {
        width: 44px;
        height: 44px;
      }
    }
    svg {
      width: 16px;
      height: 16px;
    }
    circle {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
    }
    path {
      fill: currentColor;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThemeToggle {
  protected readonly theme = inject(Theme);
  protected readonly label = computed(() =>
    this.theme.dark()
      ? $localize`:@@ui.theme.light:Switch to light`
      : $localize`:@@ui.theme.dark:Switch to dark`,
  );
}
