import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { KnownWard, WardPlaces, WardPlacesChange } from '@endwatch/contracts';
import { WardApi, wordsOf } from '../core/ward-api.ts';
import { PageHead } from '../ui/page-head.ts';
import { SettingVersions } from './setting-versions.ts';
import { versionHead } from './version-head.ts';

const PATH = '/api/settings/wards';

/** Which wards and beds are known, and how they are shown whatever the hospital's messages say. */
@Component({
  selector: 'endwatch-ward-places',
  imports: [PageHead, SettingVersions],
  templateUrl: './ward-places.html',
  styleUrls: ['./admin.scss', './escalation.scss', './ward-places.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WardPlacesPage {
  private readonly api = inject(WardApi);

  protected readonly wards = signal<readonly KnownWard[] | null>(null);
  private readonly chosen = signal<string | null>(null);
  protected readonly draft = signal<WardPlaces | null>(null);
  protected readonly problem = signal<string | null>(null);
  protected readonly saved = signal(false);

  protected readonly ward = computed(
    () => this.wards()?.find(({ id }) => id === this.chosen()) ?? null,
  );
  /** In the order of the draft. */
  protected readonly beds = computed(() => {
    const [beds, order] = [this.ward()?.beds ?? [], this.draft()?.bedOrder ?? []];
    const ranked = order.flatMap((name) => beds.find((bed) => bed.name === name) ?? []);
    return [...ranked, ...beds.filter(({ name }) => !order.includes(name))];
  });
  protected readonly isHolding = computed(() => {
    const [draft, ward] = [this.draft(), this.ward()];
    return draft === null || ward === null || isSame(draft, ward.places);
  });

  protected readonly backWords = $localize`:@@settings.wards.back:As the messages have it`;
  protected readonly lines = computed(() =>
    (this.ward()?.versions ?? []).map((version) => this.line(version)),
  );

  constructor() {
    void this.exchange();
  }

  protected choose(ward: KnownWard): void {
    this.saved.set(false);
    this.chosen.set(ward.id);
    this.draft.set(ward.places);
  }

  protected set(part: Partial<WardPlaces>): void {
    this.saved.set(false);
    this.draft.update((draft) => draft && { ...draft, ...part });
  }

  protected rename(text: string): void {
    this.set({ name: text.trim() === '' ? null : text.trim() });
  }

  protected hideBed(name: string, hidden: boolean): void {
    const others = (this.draft()?.hiddenBeds ?? []).filter((bed) => bed !== name);
    this.set({ hiddenBeds: hidden ? [...others, name] : others });
  }

  /** One place up; from then on every bed has its place. */
  protected raise(at: number): void {
    const names = this.beds().map(({ name }) => name);
    const [bed] = names.splice(at, 1);
    if (bed === undefined || at === 0) return;
    names.splice(at - 1, 0, bed);
    this.set({ bedOrder: names });
  }

  protected async save(places: WardPlaces | null): Promise<void> {
    const ward = this.chosen();
    if (ward === null) return;
    if (await this.exchange({ ward, places })) this.saved.set(true);
  }

  protected changeWords({ streamName }: KnownWard): string {
    return $localize`:@@settings.wards.change-label:Change ${streamName}:ward:`;
  }

  protected raiseWords(bed: string): string {
    return $localize`:@@settings.wards.raise-label:Bed ${bed}:bed: one place up`;
  }

  protected hideWords(bed: string): string {
    return $localize`:@@settings.wards.hide-label:Hide bed ${bed}:bed: while it is empty`;
  }

  private line({ places, ...version }: KnownWard['versions'][number]): string {
    const head = versionHead(version);
    if (places === null) {
      return $localize`:@@settings.wards.version-back:${head}:head:: as the messages have it`;
    }
    const name = places.name ?? this.ward()?.streamName ?? '';
    const hidden = String(places.hiddenBeds.length);
    return places.hidden
      ? $localize`:@@settings.wards.version-hidden:${head}:head:: ${name}:name:, hidden; beds hidden: ${hidden}:beds:`
      : $localize`:@@settings.wards.version:${head}:head:: ${name}:name:; beds hidden: ${hidden}:beds:`;
  }

  private async exchange(change?: WardPlacesChange): Promise<boolean> {
    this.problem.set(null);
    try {
      const method = change ? 'PUT' : 'GET';
      this.wards.set(await this.api.send<KnownWard[]>(PATH, change, method));
      const ward = this.ward();
      if (ward) this.draft.set(ward.places);
      return true;
    } catch (error) {
      this.problem.set(wordsOf(error));
      return false;
    }
  }
}

function isSame(a: WardPlaces, b: WardPlaces): boolean {
  const key = ({ name, hidden, bedOrder, hiddenBeds }: WardPlaces): string =>
    JSON.stringify([name, hidden, bedOrder, hiddenBeds.toSorted()]);
  return key(a) === key(b);
}
