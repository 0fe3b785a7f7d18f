/** Shorter ones are left to whatever else the machine does. */
export const HELD_FROM_MS = 20;

export interface Held {
  /** Milliseconds since 1970. */
  readonly until: number;
  readonly ms: number;
}

const MARK = 'event loop held';

export function heldLine({ until, ms }: Held): string {
  return `${MARK} ${String(until)} ${ms.toFixed(1)}`;
}

/** Every time the event loop of the process that said these lines was held. */
export function heldIn(lines: readonly string[]): readonly Held[] {
  return lines
    .filter((line) => line.startsWith(MARK))
    .map((line) => line.slice(MARK.length).trim().split(' ').map(Number))
    .map(([until = NaN, ms = NaN]) => ({ until, ms }));
}

/** The longest between two moments; 0 where it was never held. */
export function longestHeld(held: readonly Held[], from: number, to: number): number {
  return held
    .filter(({ until, ms }) => until >= from && until - ms <= to)
    .reduce((most, { ms }) => Math.max(most, ms), 0);
}
