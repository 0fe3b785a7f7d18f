import type { KnownWard, WardPlaces } from '@endwatch/contracts';
import { compareBeds } from './bed-layout.ts';
import { resolvePlacement, type LocationDirectory } from './placement.ts';

export interface WardOnBoard {
  readonly id: string;
  readonly streamName: string;
  readonly places: WardPlaces | null;
  /** Bed of each patient on it. */
  readonly beds: readonly (string | null)[];
}

type Known = Omit<KnownWard, 'versions'>;

export const AS_THE_MESSAGES: WardPlaces = {
  name: null,
  hidden: false,
  bedOrder: [],
  hiddenBeds: [],
};

/** Every ward that a board was ever made for or a message has described, with every bed that is known of it. */
export function knownWards(
  directory: LocationDirectory,
  boards: readonly WardOnBoard[],
): readonly Known[] {
  const described = new Map<string, Set<string>>();
  for (const { locationId, kind } of directory.locations.values()) {
    if (kind === 'other') continue;
    const at = { locationId, display: null, active: true, from: 0 };
    const { wardId, bed } = resolvePlacement(directory, [at]);
    const beds = described.get(wardId) ?? new Set();
    if (bed !== null) beds.add(bed);
    described.set(wardId, beds);
  }
  const onBoard = new Map(boards.map((board) => [board.id, board]));
  return [...new Set([...onBoard.keys(), ...described.keys()])].map((id) => {
    const board = onBoard.get(id);
    return knownWard({
      ...{ id, ...asDescribed(directory, id, board) },
      ...{ places: board?.places ?? null, taken: board?.beds ?? [] },
      described: described.get(id) ?? new Set(),
    });
  });
}

/** What the stream says of a ward; of one that it never described, what came with its patients. */
function asDescribed(
  { locations }: LocationDirectory,
  id: string,
  board: WardOnBoard | undefined,
): Pick<Known, 'kind' | 'streamName'> {
  const { kind = null, name = null } = locations.get(id) ?? {};
  return { kind: kind === 'bed' ? null : kind, streamName: name ?? board?.streamName ?? id };
}

function knownWard(ward: {
  readonly id: string;
  readonly streamName: string;
  readonly kind: Known['kind'];
  readonly places: WardPlaces | null;
  readonly taken: readonly (string | null)[];
  readonly described: ReadonlySet<string>;
}): Known {
  const { id, streamName, kind, taken, described } = ward;
  const places = ward.places ?? AS_THE_MESSAGES;
  const set = [...places.bedOrder, ...places.hiddenBeds];
  const beds = new Set([...described, ...taken.flatMap((bed) => bed ?? []), ...set]);
  return {
    ...{ id, streamName, kind, places, own: ward.places !== null, patients: taken.length },
    beds: [...beds].toSorted(compareBeds(places.bedOrder)).map((name) => ({
      ...{ name, described: described.has(name) },
      patients: taken.filter((bed) => bed === name).length,
    })),
  };
}
