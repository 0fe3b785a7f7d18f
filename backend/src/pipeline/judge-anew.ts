interface Watched {
  onChange(tell: () => void): void;
}

/**
 * After a change of rules every patient on a board is looked at, for what is due and when to wake was worked out by the rules before. One look
 * later than the change was heard of: a round that was under way then may have written by the old ones.
 */
export class JudgeAnew {
  readonly #wakeAll: () => Promise<void>;
  #heard = 0;

  constructor(settings: readonly Watched[], wakeAll: () => Promise<void>) {
    this.#wakeAll = wakeAll;
    for (const setting of settings) {
      setting.onChange(() => {
        this.#heard = LOOKS;
      });
    }
  }

  /** To be called after each look at the settings. Rejects when it failed, and is tried again. */
  async look(): Promise<void> {
    if (this.#heard === 0) return;
    if (this.#heard > 1) {
      this.#heard -= 1;
      return;
    }
    await this.#wakeAll();
    this.#heard = 0;
  }
}

/** The one that heard of it, and the next. */
const LOOKS = 2;
