import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { AccountLanguage } from './core/account-language.ts';
import { Announcer } from './core/announcer.ts';
import { Theme } from './core/theme.ts';
import { Unsent } from './core/unsent.ts';
import { CalibrationAlarmNotice } from './ui/calibration-alarm-notice.ts';
import { FailedActions } from './ui/failed-actions.ts';
import { NewerPageNotice } from './ui/newer-page-notice.ts';

@Component({
  selector: 'endwatch-root',
  imports: [RouterOutlet, CalibrationAlarmNotice, FailedActions, NewerPageNotice],
  template: `
    <router-outlet />
    <div class="notices">
      <endwatch-calibration-alarm-notice />
      <endwatch-failed-actions />
      <endwatch-newer-page-notice />
    </div>
  `,
  styles: `
    .notices {
      position: fixed;
      inset-block-end: 36px;
      inset-inline: 0;
      z-index: 30;
      display: grid;
      justify-items: center;
      pointer-events: none;
    }
    @media print {
      .notices {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  constructor() {
    inject(Theme).apply();
    inject(Announcer);
    inject(AccountLanguage);
    inject(Unsent);
  }
}
