import type { EpochMs } from '@endwatch/clinical';

export interface SettingVersion<Value> {
  /** Null = every ward that has none of its own. */
  readonly ward: string | null;
  /** Null = taken back: of a ward as the house has it, of the house as shipped. */
  readonly value: Value | null;
  readonly at: EpochMs;
  readonly by: string;
}

/** With what whoever set it is called now; whoever has no account any more keeps the user name. */
export interface NamedVersion<Value> extends SettingVersion<Value> {
  readonly byName: string;
}

/** What administrators have set. Nothing is overwritten: the newest holds. */
export abstract class SettingStore<Value> {
  /** The one that holds of each ward, and of the house. */
  abstract newest(): Promise<readonly SettingVersion<Value>[]>;
  /** Newest first, the last few. */
  abstract versions(ward: string | null): Promise<readonly NamedVersion<Value>[]>;
  /** Of the house and every ward, newest first. */
  abstract all(): Promise<readonly NamedVersion<Value>[]>;
  abstract add(version: SettingVersion<Value>): Promise<void>;
}

/** Tells of changes that this process hears of. What it finds at first is none. */
export class ChangeWatch {
  readonly #told = new Set<() => void>();
  /** Null before anything was heard. */
  #known: string | null = null;

  onChange(tell: () => void): void {
    this.#told.add(tell);
  }

  /** @param take makes what is stored now hold; not called where it does already */
  heard(found: unknown, take: () => void): void {
    const known = JSON.stringify(found);
    if (known === this.#known) return;
    const changed = this.#known !== null;
    this.#known = known;
    take();
    if (changed) for (const tell of this.#told) tell();
  }
}

/**
 * A setting as this process knows it: looked up now and then, so that no round waits for it. A ward has its own, else that of the house,
 * else what is shipped.
 */
export class WardSetting<Kept, Used = Kept> {
  readonly shipped: Used;
  readonly #store: Pick<SettingStore<Kept>, 'newest' | 'all'>;
  readonly #read: (kept: Kept) => Used;
  readonly #changes = new ChangeWatch();
  #house: Used;
  #wards: ReadonlyMap<string, Used> = new Map();

  constructor(
    store: Pick<SettingStore<Kept>, 'newest' | 'all'>,
    shipped: Used,
    read: (kept: Kept) => Used,
  ) {
    this.#store = store;
    this.#read = read;
    this.shipped = shipped;
    this.#house = shipped;
  }

  /** @param ward null = of the house */
  of(ward: string | null): Used {
    return (ward === null ? undefined : this.#wards.get(ward)) ?? this.#house;
  }

  /** Wards with one of their own. */
  get ownWards(): readonly string[] {
    return [...this.#wards.keys()].toSorted();
  }

  /** `tell` is called after each change that this process hears of. */
  onChange(tell: () => void): void {
    this.#changes.onChange(tell);
  }

  /** Rejects, and keeps what was known, when it cannot be read. */
  async refresh(): Promise<void> {
    const newest = await this.#store.newest();
    this.#changes.heard(newest, () => {
      this.#take(newest);
    });
  }

  #take(newest: readonly SettingVersion<Kept>[]): void {
    const wards = new Map<string, Used>();
    let house = this.shipped;
    for (const { ward, value } of newest) {
      if (value === null) continue;
      if (ward === null) house = this.#read(value);
      else wards.set(ward, this.#read(value));
    }
    this.#house = house;
    this.#wards = wards;
  }

  /** What held of a ward at a moment of the past. */
  async history(): Promise<(ward: string | null, at: EpochMs) => Used> {
    const byWard = Map.groupBy(await this.#store.all(), ({ ward }) => ward);
    const own = (ward: string | null, at: EpochMs): Kept | null =>
      byWard.get(ward)?.find((version) => version.at <= at)?.value ?? null;
    return (ward, at) => {
      const kept = (ward === null ? null : own(ward, at)) ?? own(null, at);
      return kept === null ? this.shipped : this.#read(kept);
    };
  }
}
