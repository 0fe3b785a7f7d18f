import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Theme } from './core/theme.ts';
import { FailedActions } from './ui/failed-actions.ts';

@Component({
  selector: 'endwatch-root',
  imports: [RouterOutlet, FailedActions],
  template: `<router-outlet /><endwatch-failed-actions />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  constructor() {
    inject(Theme).apply();
  }
}
