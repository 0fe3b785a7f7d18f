import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { AccountLanguage } from './core/account-language.ts';
import { Announcer } from './core/announcer.ts';
import { AppShell } from './core/app-shell.ts';
import { Theme } from './core/theme.ts';
import { Unsent } from './core/unsent.ts';
import { WithoutServer } from './core/without-server.ts';
import { CalibrationAlarmNotice } from './ui/calibration-alarm-notice.ts';
import { FailedActions } from './ui/failed-actions.ts';
import { NewerPageNotice } from './ui/newer-page-notice.ts';
import { NoConnection } from './ui/no-connection.ts';

@Component({
  selector: 'endwatch-root',
  imports: [RouterOutlet, CalibrationAlarmNotice, FailedActions, NewerPageNotice, NoConnection],
  template: `
    <router-outlet (activate)="opened.set(true)" />
    @if (absence(); as absence) {
      <endwatch-no-connection [absence]="absence" />
    }
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
  private readonly without = inject(WithoutServer);
  protected readonly opened = signal(false);
  /** While no page can be opened; a page that is open says by itself how far it can be trusted. */
  protected readonly absence = computed(() => (this.opened() ? null : this.without.absence()));

  constructor() {
    inject(Theme).apply();
    inject(Announcer);
    inject(AccountLanguage);
    inject(Unsent);
    inject(AppShell);
  }
}
