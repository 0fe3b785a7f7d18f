import { BY_PAPER, SECOND, type DefinitionAt } from '@endwatch/clinical';
import type { EndDefinitionSetting } from '@endwatch/contracts';
import { definitionsOf } from '../domain/end/house-end.ts';
import { SettingStore } from './setting.ts';

/** From which rise of the NIHSS the house speaks of END, as administrators have set it. */
export abstract class EndStore extends SettingStore<EndDefinitionSetting> {}

/** A version holds so long after it was saved: every process has heard of it by then, and none judges an examination by the one before. */
export const HOLDS_AFTER = 15 * SECOND;

/** The definitions of END as this process knows them. There is one for the house: two wards cannot mean two things by a word. */
export class EndSetting {
  readonly #store: Pick<EndStore, 'all'>;
  readonly #told = new Set<() => void>();
  #definitionAt = BY_PAPER;
  /** Null before it was first looked up. */
  #known: string | null = null;

  constructor(store: Pick<EndStore, 'all'>) {
    this.#store = store;
  }

  /** The same function until a change is heard of. */
  get definitionAt(): DefinitionAt {
    return this.#definitionAt;
  }

  /** `tell` is called after each change that this process hears of. */
  onChange(tell: () => void): void {
    this.#told.add(tell);
  }

  /** Rejects, and keeps what was known, when it cannot be read. */
  async refresh(): Promise<void> {
    const versions = await this.#store.all();
    const known = JSON.stringify(versions);
    if (known === this.#known) return;
    const changed = this.#known !== null;
    this.#known = known;
    this.#definitionAt = definitionsOf(versions);
    if (changed) for (const tell of this.#told) tell();
  }
}
