import type { Place } from './place-rows.ts';

export type Direction = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

const BY_KEY: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

export function directionOf(key: string): Direction | undefined {
  return BY_KEY[key];
}

export interface GridStep {
  /** Where one stands; −1: nowhere yet. */
  readonly index: number;
  readonly direction: Direction;
  readonly columns: number;
}

/** Index of the next bed with a patient in that direction, passing over free beds; where there is none, one stays. */
export function stepInGrid(
  places: readonly Place[],
  { index, direction, columns }: GridStep,
): number {
  if (direction === 'first' || index < 0) return places.findIndex(isTaken);
  if (direction === 'last') return places.findLastIndex(isTaken);
  const stride = { left: -1, right: 1, up: -columns, down: columns }[direction];
  for (let next = index + stride; next >= 0 && next < places.length; next += stride) {
    if (places[next]?.patientId) return next;
  }
  return index;
}

function isTaken(place: Place): boolean {
  return place.patientId !== null;
}
