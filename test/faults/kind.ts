import type { Sender } from './stream.ts';
import type { Stage } from './stage.ts';

export const GROUPS = ['kills', 'brokers', 'postgres', 'rebalance', 'browser', 'unwell'] as const;
export type Group = (typeof GROUPS)[number];

/** What a blow has at hand. */
export interface Scene {
  readonly stage: Stage;
  readonly sender: Sender;
  /** A number from 0 to 1, by the seed. */
  readonly chance: () => number;
  /** How long a frozen process, a partition or a sleeping page stays so. */
  readonly longMs: number;
  /** Viewers who come back at once. */
  readonly crowd: number;
}

/** One way in which things go wrong while messages stream in. */
export interface Kind {
  readonly name: string;
  readonly group: Group;
  /** 1 unless it is about one of several. */
  readonly brokers?: 3;
  readonly strike: Strike;
}

/** Strikes, and puts right again what a person or a supervisor would put right. */
export type Strike = (scene: Scene) => Promise<Aftermath>;

export function kindsOf(
  group: Group,
  strikes: Readonly<Record<string, Strike>>,
  brokers?: 3,
): readonly Kind[] {
  return Object.entries(strikes).map(([name, strike]) => ({
    ...{ name, group, strike },
    ...(brokers === undefined ? {} : { brokers }),
  }));
}

/** What is not as it should be, seen by the blow itself; `healed` = when the cause was gone, by `performance.now()`. */
export interface Aftermath {
  readonly healed: number;
  readonly problems: readonly string[];
}

export function healedNow(problems: readonly string[] = []): Aftermath {
  return { healed: performance.now(), problems };
}

export function pick<T>(from: readonly T[], chance: () => number): T {
  const one = from[Math.floor(chance() * from.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}
