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

/** One lane as it lies on the screen. */
export interface WalkedLane {
  readonly patients: readonly string[];
  /** How many lie side by side. */
  readonly columns: number;
}

/** Next patient in that direction: up and down within the lane, left and right also into the next lane that is not empty. */
export function stepInLanes(
  lanes: readonly WalkedLane[],
  { from, direction }: { readonly from: string | null; readonly direction: Direction },
): string | null {
  const all = lanes.flatMap(({ patients }) => patients);
  const at = lanes.findIndex(({ patients }) => from !== null && patients.includes(from));
  const lane = lanes[at];
  if (direction === 'last') return all.at(-1) ?? null;
  // Nowhere yet.
  if (direction === 'first' || from === null || lane === undefined) return all[0] ?? null;
  const index = lane.patients.indexOf(from);
  const to =
    direction === 'up' || direction === 'down'
      ? lane.patients[index + (direction === 'up' ? -lane.columns : lane.columns)]
      : sideways(lanes, { at, index, by: direction === 'left' ? -1 : 1 });
  return to ?? from;
}

function sideways(
  lanes: readonly WalkedLane[],
  { at, index, by }: { at: number; index: number; by: -1 | 1 },
): string | null {
  const { patients, columns } = lanes[at] ?? { patients: [], columns: 1 };
  const line = Math.floor(index / columns);
  const within = index + by;
  if (Math.floor(within / columns) === line && patients[within] !== undefined)
    return patients[within];
  for (let next = at + by; next >= 0 && next < lanes.length; next += by) {
    const lane = lanes[next];
    if (lane === undefined || lane.patients.length === 0) continue;
    // At about the same height, on the side one comes from.
    const start =
      Math.min(line, Math.floor((lane.patients.length - 1) / lane.columns)) * lane.columns;
    const end = Math.min(start + lane.columns, lane.patients.length) - 1;
    return lane.patients[by === 1 ? start : end] ?? null;
  }
  return null;
}
