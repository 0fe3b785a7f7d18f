import type { Message } from './message.ts';

/** Where messages go. */
export interface Feed {
  /** Resolves when the other side takes messages; waits as long as it must. */
  ready(): Promise<void>;
  /** Resolves when all are taken, in this order; tries again while the other side is away. Rejects only when stopped. */
  send(messages: readonly Message[]): Promise<void>;
  /** Resolves when little of what was sent still waits to be worked off, where the other side tells. */
  caughtUp(): Promise<void>;
  /** What was taken and what was refused so far, in resources. */
  counts(): { readonly sent: number; readonly refused: number };
  close(): Promise<void>;
}
