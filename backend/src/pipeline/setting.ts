import type { EpochMs } from '@endwatch/clinical';

export interface SettingVersion<Value> {
  /** Null = every ward that has none of its own. */
  readonly ward: string | null;
  /** Null = taken back: of a ward as the house has it, of the house as shipped. */
  readonly value: Value | null;
  readonly at: EpochMs;
  readonly by: string;
}

/** What administrators have set. Nothing is overwritten: the newest holds. */
export abstract class SettingStore<Value> {
  /** The one that holds of each ward, and of the house. */
  abstract newest(): Promise<readonly SettingVersion<Value>[]>;
  /** Newest first. */
  abstract versions(ward: string | null): Promise<readonly SettingVersion<Value>[]>;
  abstract add(version: SettingVersion<Value>): Promise<void>;
}

/**
 * A setting as this process knows it: looked up now and then, so that no round waits for it. A ward has its own, else that of the house,
 * else what is shipped.
 */
export class WardSetting<Kept, Used = Kept> {
  readonly shipped: Used;
  readonly #store: Pick<SettingStore<Kept>, 'newest'>;
  readonly #read: (kept: Kept) => Used;
  #house: Used;
  #wards: ReadonlyMap<string, Used> = new Map();

  constructor(
    store: Pick<SettingStore<Kept>, 'newest'>,
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

  /** Rejects, and keeps what was known, when it cannot be read. */
  async refresh(): Promise<void> {
    const wards = new Map<string, Used>();
    let house = this.shipped;
    for (const { ward, value } of await this.#store.newest()) {
      if (value === null) continue;
      if (ward === null) house = this.#read(value);
      else wards.set(ward, this.#read(value));
    }
    this.#house = house;
    this.#wards = wards;
  }
}
