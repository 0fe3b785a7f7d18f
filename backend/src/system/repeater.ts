/** Does something now and again, never twice at once, and goes on after a failure. */
export class Repeater {
  readonly #every: number;
  readonly #act: () => Promise<unknown>;
  readonly #failed: (error: unknown) => void;
  readonly #well: () => void;
  #timer: NodeJS.Timeout | null = null;
  #inHand: Promise<void> = Promise.resolve();
  #stopped = false;

  /**
   * @param every milliseconds between the end of one turn and the next
   * @param well told of each turn that did not fail
   */
  constructor(
    every: number,
    act: () => Promise<unknown>,
    failed: (error: unknown) => void,
    well: () => void = () => undefined,
  ) {
    this.#every = every;
    this.#act = act;
    this.#failed = failed;
    this.#well = well;
  }

  start(): void {
    this.#inHand = this.#turn();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#inHand;
  }

  async #turn(): Promise<void> {
    try {
      await this.#act();
      this.#well();
    } catch (error) {
      this.#failed(error);
    }
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#inHand = this.#turn();
    }, this.#every);
  }
}
