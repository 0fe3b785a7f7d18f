import type { WallNames } from '@endwatch/contracts';
import { SettingStore } from './setting.ts';

/** How screens on the wall name patients, as administrators have set it for the house. */
export abstract class WallStore extends SettingStore<WallNames> {}

/** Who walks past must not read names unless somebody decided so. */
const SHIPPED: WallNames = 'initials';

/** The setting as this process knows it. */
export class WallSetting {
  readonly #store: Pick<WallStore, 'versions'>;
  readonly #told = new Set<() => void>();
  #names: WallNames = SHIPPED;

  constructor(store: Pick<WallStore, 'versions'>) {
    this.#store = store;
  }

  get names(): WallNames {
    return this.#names;
  }

  /** Rejects, and keeps what was known, when it cannot be read. */
  async refresh(): Promise<void> {
    const [newest] = await this.#store.versions(null);
    const names = newest?.value ?? SHIPPED;
    if (names === this.#names) return;
    this.#names = names;
    for (const tell of this.#told) tell();
  }

  /** `tell` is called after each change; the answer ends that. */
  onChange(tell: () => void): () => void {
    this.#told.add(tell);
    return () => this.#told.delete(tell);
  }
}
