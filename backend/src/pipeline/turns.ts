/** No longer than this at a stretch; ms. */
const STRETCH = 50;

/**
 * Lets everything else have its turn while a large batch is worked on: heartbeats of the log, answers to whoever asks whether this process lives,
 * messages out.
 */
export class Turns {
  readonly #now: () => number;
  #since: number;

  /** @param now milliseconds of a clock that is never set back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#since = now();
  }

  /** Null, and nothing to wait for, until enough was done at a stretch. */
  due(): Promise<void> | null {
    return this.#now() - this.#since < STRETCH ? null : this.#rest();
  }

  async #rest(): Promise<void> {
    await new Promise(setImmediate);
    this.#since = this.#now();
  }
}
