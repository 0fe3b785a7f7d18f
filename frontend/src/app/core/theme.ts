import { DOCUMENT, Injectable, type Signal, computed, inject, signal } from '@angular/core';
import { Keepsake } from './keepsake.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';
const KEY = 'endwatch.theme';

/** Light or dark: follows the system until somebody chooses. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly keepsake = inject(Keepsake);
  private readonly chosen = signal<ThemeChoice>(asChoice(this.keepsake.get(KEY)));
  private readonly systemDark = signal(darkQuery()?.matches ?? false);

  readonly dark: Signal<boolean> = computed(() =>
    this.chosen() === 'system' ? this.systemDark() : this.chosen() === 'dark',
  );

  apply(): void {
    darkQuery()?.addEventListener('change', (event) => {
      this.systemDark.set(event.matches);
    });
    this.show();
  }

  toggle(): void {
    const dark = !this.dark();
    // Back to what the system says = follow it again.
    this.chosen.set(dark === this.systemDark() ? 'system' : dark ? 'dark' : 'light');
    this.keepsake.set(KEY, this.chosen());
    this.show();
  }

  private show(): void {
    const choice = this.chosen();
    if (choice === 'system') delete this.root.dataset['theme'];
    else this.root.dataset['theme'] = choice;
  }
}

function darkQuery(): MediaQueryList | undefined {
  return typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;
}

function asChoice(kept: string | null): ThemeChoice {
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}
