import type { Pause } from '../domain/review/pause.ts';

/** No longer than this at a stretch; ms. */
const STRETCH = 50;
/** Of work that somebody waits for at a desk, beside what others ask meanwhile: each step of theirs may have to wait so long. */
const DESK_STRETCH = 8;

/**
 * Lets everything else have its turn while a large batch is worked on: heartbeats of the log, answers to whoever asks whether this process lives,
 * messages out.
 */
export class Turns {
  readonly #now: () => number;
  readonly #stretch: number;
  #since: number;

  /**
   * @param stretch milliseconds of work until a turn is due
   * @param now milliseconds of a clock that is never set back
   */
  constructor(stretch: number = STRETCH, now: () => number = () => performance.now()) {
    this.#stretch = stretch;
    this.#now = now;
    this.#since = now();
  }

  /** Null, and nothing to wait for, until enough was done at a stretch. */
  due(): Promise<void> | null {
    return this.#now() - this.#since < this.#stretch ? null : this.#rest();
  }

  async #rest(): Promise<void> {
    await new Promise(setImmediate);
    this.#since = this.#now();
  }
}

/** Of one piece of work that somebody at a desk waits for. */
export function deskPause(): Pause {
  const turns = new Turns(DESK_STRETCH);
  return () => turns.due();
}
