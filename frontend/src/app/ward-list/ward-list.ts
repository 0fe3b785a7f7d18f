import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { WardSummary } from '@endwatch/contracts';
import { Session } from '../core/session.ts';
import { wordsOf, WardApi } from '../core/ward-api.ts';
import { AccountMenu } from '../ui/account-menu.ts';
import { ThemeToggle } from '../ui/theme-toggle.ts';
import { counted } from '../words/figures.ts';
import { PATIENTS } from '../words/patient-words.ts';

/** The wards of the hospital; with just one there is nothing to choose. */
@Component({
  selector: 'endwatch-ward-list',
  imports: [RouterLink, AccountMenu, ThemeToggle],
  templateUrl: './ward-list.html',
  styleUrl: './ward-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WardList {
  private readonly api = inject(WardApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly wards = signal<readonly WardSummary[] | null>(null);
  protected readonly problem = signal<string | null>(null);

  constructor() {
    void this.fetch();
  }

  protected async fetch(): Promise<void> {
    this.problem.set(null);
    try {
      const wards = (await this.api.wards()).filter(
        ({ hidden, patients }) => hidden !== true || patients > 0,
      );
      const [first, ...others] = wards;
      // A screen on the wall has nobody who could choose.
      if (first && (others.length === 0 || this.session.isWall())) {
        await this.router.navigate(['/wards', first.id], { replaceUrl: true });
      } else this.wards.set(wards);
    } catch (error) {
      this.problem.set(wordsOf(error));
    }
  }

  protected patients(ward: WardSummary): string {
    return counted(ward.patients, ...PATIENTS);
  }

  protected alerts(ward: WardSummary): string {
    return ward.openAlerts === 0
      ? $localize`:@@board.nothing-open:Nothing open`
      : counted(
          ward.openAlerts,
          $localize`:@@board.open-alert:open alert`,
          $localize`:@@board.open-alerts:open alerts`,
        );
  }
}
