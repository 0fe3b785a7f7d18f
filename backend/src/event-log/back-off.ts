import { setTimeout as wait } from 'node:timers/promises';

export interface BackOffSettings {
  readonly firstMs: number;
  readonly mostMs: number;
  /** Between 0 and 1; `Math.random` outside tests. */
  readonly chance: () => number;
}

export const DEFAULT_BACK_OFF: BackOffSettings = {
  firstMs: 100,
  mostMs: 5_000,
  chance: Math.random,
};

/** Waits longer after each failure, never twice the same: processes that failed together do not come back together. */
export class BackOff {
  readonly #settings: BackOffSettings;
  #failures = 0;

  constructor(settings: BackOffSettings = DEFAULT_BACK_OFF) {
    this.#settings = settings;
  }

  get failures(): number {
    return this.#failures;
  }

  /** Milliseconds to the next try: half of the ceiling for sure, the other half by chance. */
  next(): number {
    const { firstMs, mostMs, chance } = this.#settings;
    const ceiling = Math.min(mostMs, firstMs * 2 ** Math.min(this.#failures, 16));
    this.#failures += 1;
    return ceiling / 2 + (ceiling / 2) * chance();
  }

  succeeded(): void {
    this.#failures = 0;
  }

  /** Resolves after the next delay, or at once when `signal` aborts. */
  async pause(signal: AbortSignal): Promise<void> {
    await wait(this.next(), undefined, { signal }).catch(() => undefined);
  }
}
