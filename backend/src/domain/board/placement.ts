import type { EncounterLocation, LocationRecord } from '@endwatch/clinical';

/** Where a patient is, worked out from the encounter and the location directory. */
export interface Placement {
  readonly wardId: string;
  readonly wardName: string;
  readonly bed: string | null;
}

export interface LocationDirectory {
  readonly version: number;
  readonly locations: ReadonlyMap<string, LocationRecord>;
}

/** Nobody vanishes: who is nowhere is on this ward. */
export const UNASSIGNED: Placement = { wardId: 'unassigned', wardName: 'Unassigned', bed: null };

const DEEPEST_CHAIN = 16;

interface Found {
  readonly ward: { readonly id: string; readonly name: string } | null;
  readonly bed: string | null;
  /** False for a reference that no Location message has described. */
  readonly described: boolean;
}

/**
 * Ward and bed of a stay, from its active locations (newest first) and what the hospital said of its places. A bed's ward is found by
 * following `partOf`. A reference that nobody described counts as a ward under its display or, without one, its id.
 */
export function resolvePlacement(
  directory: LocationDirectory,
  active: readonly EncounterLocation[],
): Placement {
  const found = active.map((location) => locate(directory, location));
  const bed = found.find((each) => each.bed !== null) ?? null;
  const candidates = [
    ...(bed === null ? [] : [bed]),
    ...found.filter((each) => each.described),
    ...found,
  ];
  const ward = candidates.find((each) => each.ward !== null)?.ward ?? null;
  if (ward === null) return { ...UNASSIGNED, bed: bed?.bed ?? null };
  return { wardId: ward.id, wardName: ward.name, bed: bed?.bed ?? null };
}

/** The newer description of each place holds; null when nothing of `updates` is news. */
export function describePlaces(
  directory: LocationDirectory,
  updates: readonly LocationRecord[],
): { readonly directory: LocationDirectory; readonly changed: readonly LocationRecord[] } | null {
  const locations = new Map(directory.locations);
  const changed = new Map<string, LocationRecord>();
  for (const update of updates) {
    const known = locations.get(update.locationId);
    if (known !== undefined && (known.version >= update.version || isSame(known, update))) continue;
    locations.set(update.locationId, update);
    changed.set(update.locationId, update);
  }
  if (changed.size === 0) return null;
  return {
    directory: { version: directory.version, locations },
    changed: [...changed.values()],
  };
}

/** Senders describe a place with every patient: what differs by nothing but when the log took it is no other version of it. */
function isSame(a: LocationRecord, b: LocationRecord): boolean {
  return saidBy(a.version) === saidBy(b.version);
}

/** The log's time stands twice in a version that its sender put in no order, and nowhere else. */
function saidBy(version: string): string {
  return version.replace(/^(\d+)\.(\d+)\.(\d+\.\d)\.\2\./, '$1.$3.');
}

function locate(directory: LocationDirectory, at: EncounterLocation): Found {
  const record = directory.locations.get(at.locationId);
  if (record === undefined) {
    return {
      ward: { id: at.locationId, name: at.display ?? at.locationId },
      bed: null,
      described: false,
    };
  }
  const bed = record.kind === 'bed' ? (record.name ?? at.display ?? at.locationId) : null;
  return { ward: wardOf(directory, record), bed, described: true };
}

function wardOf(
  directory: LocationDirectory,
  from: LocationRecord,
): { id: string; name: string } | null {
  let place = from;
  for (let depth = 0; depth < DEEPEST_CHAIN; depth += 1) {
    if (place.kind === 'ward' || place.partOf === null) break;
    const parent = directory.locations.get(place.partOf);
    if (parent === undefined) return { id: place.partOf, name: place.partOf };
    place = parent;
  }
  if (place.kind === 'bed') return null;
  return { id: place.locationId, name: place.name ?? place.locationId };
}
