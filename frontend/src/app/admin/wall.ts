import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { WallNames, WallSettingView } from '@endwatch/contracts';
import { WardApi, wordsOf } from '../core/ward-api.ts';
import { PageHead } from '../ui/page-head.ts';
import { SettingVersions } from './setting-versions.ts';
import { versionHead } from './version-head.ts';

const PATH = '/api/settings/wall';
const CHOICES: readonly (readonly [WallNames, string, string])[] = [
  ['initials', $localize`:@@admin.wall.initials:Initials`, 'B. A. M.'],
  ['full', $localize`:@@admin.wall.full:Full names`, 'Berg, Anna Maria'],
];
/** As a version says them; null = as shipped. */
const VERSION_WORDS = {
  initials: $localize`:@@admin.wall.line-initials:initials`,
  full: $localize`:@@admin.wall.line-full:full names`,
  shipped: $localize`:@@admin.wall.line-shipped:as shipped: initials`,
};

/** Whether screens on the wall show names or initials. */
@Component({
  selector: 'endwatch-wall-page',
  imports: [PageHead, SettingVersions],
  templateUrl: './wall.html',
  styleUrls: ['./admin.scss', './escalation.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WallPage {
  private readonly api = inject(WardApi);

  protected readonly choices = CHOICES;
  protected readonly view = signal<WallSettingView | null>(null);
  protected readonly chosen = signal<WallNames | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly saved = signal(false);
  protected readonly names = computed(() => this.chosen() ?? this.view()?.names ?? null);
  protected readonly isHolding = computed(() => this.names() === this.view()?.names);
  protected readonly holdingWords = $localize`:@@settings.holds:This holds now`;

  protected readonly lines = computed(() =>
    (this.view()?.versions ?? []).map((version) => this.line(version)),
  );

  constructor() {
    void this.ask();
  }

  protected choose(names: WallNames): void {
    this.saved.set(false);
    this.chosen.set(names);
  }

  protected async save(): Promise<void> {
    const names = this.names();
    if (names !== null && (await this.ask({ names }))) this.saved.set(true);
  }

  private line({ names, ...version }: WallSettingView['versions'][number]): string {
    return `${versionHead(version)}: ${VERSION_WORDS[names ?? 'shipped']}`;
  }

  private async ask(change?: { names: WallNames }): Promise<boolean> {
    this.problem.set(null);
    try {
      this.view.set(await this.api.send(PATH, change, change ? 'PUT' : 'GET'));
      return true;
    } catch (error) {
      this.problem.set(wordsOf(error));
      return false;
    }
  }
}
