import { signal } from '@angular/core';
import { wordsOf } from './ward-api.ts';

/** Work of a page that may be refused: why the last was, in words. */
export class Attempts {
  readonly #problem = signal<string | null>(null);
  readonly problem = this.#problem.asReadonly();

  /** Resolves with whether it was done; never rejects. */
  async run(work: () => Promise<void>): Promise<boolean> {
    this.#problem.set(null);
    try {
      await work();
      return true;
    } catch (error) {
      this.#problem.set(wordsOf(error));
      return false;
    }
  }
}
