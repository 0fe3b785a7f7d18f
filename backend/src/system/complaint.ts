import { MINUTE, type EpochMs } from '@endwatch/clinical';
import type { Log } from '../pipeline/log.ts';

export interface Words {
  readonly failed: string;
  readonly again: string;
}

/** Says once that something fails, then once a minute how often it did since, and once that it is well again. */
export class Complaint {
  readonly #log: Pick<Log, 'warn' | 'info'>;
  readonly #words: Words;
  readonly #now: () => EpochMs;
  /** When it was said last; null = it is well. */
  #saidAt: EpochMs | null = null;
  #since: EpochMs = 0;
  /** Since it was said last, and in all. */
  #unsaid = 0;
  #times = 0;

  constructor(log: Pick<Log, 'warn' | 'info'>, words: Words, now: () => EpochMs) {
    this.#log = log;
    this.#words = words;
    this.#now = now;
  }

  /** Both may be handed on as they are. */
  readonly failed = (err: unknown): void => {
    const now = this.#now();
    if (this.#saidAt === null) {
      this.#since = now;
      this.#times = 0;
      this.#unsaid = 0;
    }
    this.#times += 1;
    this.#unsaid += 1;
    if (this.#saidAt !== null && now - this.#saidAt < MINUTE) return;
    this.#log.warn({ err, times: this.#unsaid }, this.#words.failed);
    this.#saidAt = now;
    this.#unsaid = 0;
  };

  readonly well = (): void => {
    if (this.#saidAt === null) return;
    const seconds = Math.round((this.#now() - this.#since) / 1000);
    this.#log.info({ times: this.#times, seconds }, this.#words.again);
    this.#saidAt = null;
  };
}
