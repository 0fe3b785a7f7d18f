import { setTimeout as wait } from 'node:timers/promises';

const FIRST_MS = 250;
const LONGEST_MS = 10_000;

export interface Attempts {
  readonly signal: AbortSignal;
  /** Called before each wait with what went wrong, in words. */
  readonly onFailure: (reason: string) => void;
}

/** Thrown by an attempt that will not go better another time. */
export class Hopeless extends Error {}

/** Calls `attempt` until it resolves, waiting longer each time (doubling from 250 ms to 10 s, with jitter). Rejects when stopped or hopeless. */
export async function untilItWorks<T>(attempt: () => Promise<T>, how: Attempts): Promise<T> {
  for (let pause = FIRST_MS; ; pause = Math.min(LONGEST_MS, 2 * pause)) {
    how.signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (how.signal.aborted || error instanceof Hopeless) throw error;
      how.onFailure(error instanceof Error ? error.message : String(error));
    }
    await wait(pause * (0.5 + Math.random()), undefined, { signal: how.signal });
  }
}
