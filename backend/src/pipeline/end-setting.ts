import { BY_PAPER, SECOND, type DefinitionAt } from '@endwatch/clinical';
import type { EndDefinitionSetting } from '@endwatch/contracts';
import { definitionsOf } from '../domain/end/house-end.ts';
import { ChangeWatch, SettingStore } from './setting.ts';

/** From which rise of the NIHSS the house speaks of END, as administrators have set it. */
export abstract class EndStore extends SettingStore<EndDefinitionSetting> {}

/** A version holds so long after it was saved: every process has heard of it by then, and none judges an examination by the one before. */
export const HOLDS_AFTER = 15 * SECOND;

/** The definitions of END as this process knows them. There is one for the house: two wards cannot mean two things by a word. */
export class EndSetting {
  readonly #store: Pick<EndStore, 'all'>;
  readonly #changes = new ChangeWatch();
  #definitionAt = BY_PAPER;

  constructor(store: Pick<EndStore, 'all'>) {
    this.#store = store;
  }

  /** The same function until a change is heard of. */
  get definitionAt(): DefinitionAt {
    return this.#definitionAt;
  }

  /** `tell` is called after each change that this process hears of. */
  onChange(tell: () => void): void {
    this.#changes.onChange(tell);
  }

  /** Rejects, and keeps what was known, when it cannot be read. */
  async refresh(): Promise<void> {
    const versions = await this.#store.all();
    // What whoever set them is called now is no change of theirs.
    const rules = versions.map(({ at, value }) => ({ at, value }));
    this.#changes.heard(rules, () => {
      this.#definitionAt = definitionsOf(versions);
    });
  }
}
