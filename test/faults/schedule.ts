import { chance } from '../harness/load.ts';
import type { Group, Kind } from './kind.ts';
import { KINDS } from './kinds.ts';

export interface Plan {
  readonly name: string;
  readonly group: Group;
  readonly seed: number;
  readonly brokers: 1 | 3;
  readonly kinds: readonly Kind[];
}

/** Blows that share a play: its processes, its load, its count at the end. */
const AT_MOST = 10;

/** So many rounds of a group, dealt among its kinds and into plays by the seed. */
export function plansFor(group: Group, rounds: number, seed: number): Plan[] {
  const dealt = deal(
    KINDS.filter((kind) => kind.group === group),
    rounds,
    chance(seed),
  );
  return ([1, 3] as const).flatMap((brokers) => {
    const kinds = dealt.filter((kind) => (kind.brokers ?? 1) === brokers);
    return evenly(kinds).map((some, n) => ({
      ...{ group, brokers, kinds: some },
      name: `${group}-${brokers}-${n}`,
      seed: seed + 1_000 * brokers + n,
    }));
  });
}

/** Every kind as often as every other, in an order of chance. */
function deal(kinds: readonly Kind[], rounds: number, random: () => number): Kind[] {
  const dealt: Kind[] = [];
  while (dealt.length < rounds) {
    const deck = kinds
      .map((kind) => ({ kind, place: random() }))
      .toSorted((a, b) => a.place - b.place);
    dealt.push(...deck.map(({ kind }) => kind));
  }
  return dealt.slice(0, rounds);
}

function evenly(kinds: readonly Kind[]): Kind[][] {
  const plays = Math.ceil(kinds.length / AT_MOST);
  const size = Math.ceil(kinds.length / plays);
  return Array.from({ length: plays }, (_, n) => kinds.slice(n * size, (n + 1) * size)).filter(
    (some) => some.length > 0,
  );
}
