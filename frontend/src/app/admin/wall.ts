import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { WallNames, WallSettingView } from '@endwatch/contracts';
import { ApiError, WardApi } from '../core/ward-api.ts';
import { PageHead } from '../ui/page-head.ts';
import { dateAndTime } from '../words/ages.ts';

const PATH = '/api/settings/wall';
const CHOICES: readonly (readonly [WallNames, string, string])[] = [
  ['initials', 'Initials', 'B. A. M.'],
  ['full', 'Full names', 'Berg, Anna Maria'],
];

/** Whether screens on the wall show names or initials. */
@Component({
  selector: 'endwatch-wall-page',
  imports: [PageHead],
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

  protected line({ at, by, names }: WallSettingView['versions'][number]): string {
    const what = CHOICES.find(([key]) => key === names)?.[1] ?? 'As shipped: initials';
    return `${dateAndTime(Date.parse(at))}, ${by}: ${what.toLowerCase()}`;
  }

  private async ask(change?: { names: WallNames }): Promise<boolean> {
    this.problem.set(null);
    try {
      this.view.set(await this.api.send(PATH, change, change ? 'PUT' : 'GET'));
      return true;
    } catch (error) {
      this.problem.set(error instanceof ApiError ? error.title : 'The answer could not be read');
      return false;
    }
  }
}
