import { signal } from '@angular/core';
import { wordsOf } from './ward-api.ts';

/** Work of a page that may be refused: why the last was, in words. */
export class Attempts {
  readonly #problem = signal<string | null>(null);
  readonly problem = this.#problem.asReadonly();

  /** Said without asking anybody; null takes it back. */
  refuse(why: string | null): void {
    this.#problem.set(why);
  }

  /** Resolves with whether it was done; never rejects. */
  async run(work: () => Promise<unknown>): Promise<boolean> {
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
