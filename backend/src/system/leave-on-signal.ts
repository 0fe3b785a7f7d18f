const WITHIN_MS = 9_000;

/**
 * SIGTERM and SIGINT: what is in hand is finished and the process leaves with 0; a second signal, or too long a wait, leaves at once. A signal
 * that comes while the process still starts waits until there is something that can be closed.
 */
export class LeaveOnSignal {
  #close: (() => Promise<void>) | null = null;
  #asked = false;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        this.#ask();
      });
    }
  }

  get asked(): boolean {
    return this.#asked;
  }

  /** Closes everything that was opened until now; takes the place of what was given before. */
  by(close: () => Promise<void>): void {
    this.#close = close;
    if (this.#asked) this.#leave(close);
  }

  #ask(): void {
    if (this.#asked) process.exit(1);
    this.#asked = true;
    setTimeout(() => process.exit(1), WITHIN_MS).unref();
    if (this.#close) this.#leave(this.#close);
  }

  #leave(close: () => Promise<void>): void {
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  }
}
