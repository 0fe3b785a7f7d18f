import {
  byTime,
  isPackedBeside,
  MeasurementSeries,
  newestVersions,
  packedTimeline,
  type ClinicalRecord,
  type EpochMs,
  type QuantityName,
  type Timed,
} from '@endwatch/clinical';
import { PackedResources } from './packed-resources.ts';
import { factsOf, PatientState, patientStateOf } from './patient-state.ts';
import type { PackedPatient, StoredValues } from './stored-patient.ts';

interface Columns {
  readonly at: EpochMs[];
  readonly value: number[];
}

/** The state of a patient whose values were read without their records; null where only records tell which of two values comes first. */
export function packedStateOf(stored: PackedPatient): PatientState | null {
  const { values } = stored;
  if (values === null || values.at.length === 0) return patientStateOf(stored);
  const newest = new Map(newestVersions(stored.records));
  const held = newestPlaces(values, newest);
  const packed = seriesOf(values, held);
  if ([...newest.values()].some((one) => isPackedBeside(packed, one))) return null;
  const resources = PackedResources.none().withVitalSigns(values, held);
  const facts = factsOf(stored);
  const latest = values.at.reduce((a, b) => Math.max(a, b), facts.latestEffectiveAt ?? -Infinity);
  const unpacked = newest.size;
  return new PatientState(
    { ...facts, newest, packed: resources, unpacked, latestEffectiveAt: latest },
    packedTimeline(newest, packed),
  );
}

/** Places of the versions that hold. Takes out of `newest` what gave way to one of them. */
function newestPlaces(
  { resourceKey, version }: StoredValues,
  newest: Map<string, ClinicalRecord>,
): readonly number[] {
  const versions = new Map<string, string>();
  for (const [place, key] of resourceKey.entries()) {
    const one = version[place] ?? '';
    const known = versions.get(key) ?? newest.get(key)?.version;
    if (known === undefined || one > known) versions.set(key, one);
  }
  for (const key of newest.keys()) if (versions.has(key)) newest.delete(key);
  const places: number[] = [];
  for (const [place, key] of resourceKey.entries()) {
    if (versions.get(key) === version[place]) places.push(place);
  }
  return places;
}

function seriesOf(
  values: StoredValues,
  held: readonly number[],
): ReadonlyMap<QuantityName, MeasurementSeries> {
  const { at, value, quantity } = values;
  const compare = byTimeOf(values);
  const isOrdered = held.every((place, index) => {
    const before = held[index - 1];
    return before === undefined || compare(before, place) <= 0;
  });
  const columns = new Map<QuantityName, Columns>();
  for (const place of isOrdered ? held : [...held].sort(compare)) {
    const name = quantity[place] as QuantityName;
    const column = columns.get(name) ?? { at: [], value: [] };
    column.at.push(at[place] ?? NaN);
    column.value.push(value[place] ?? NaN);
    columns.set(name, column);
  }
  return new Map(
    [...columns].map(([name, each]) => [name, MeasurementSeries.ofPacked(each.at, each.value)]),
  );
}

/** The order of facts, for places of the columns. */
function byTimeOf({ at, issuedAt, resourceKey }: StoredValues): (a: number, b: number) => number {
  const timed = (place: number): Timed => ({
    resourceKey: resourceKey[place] ?? '',
    times: { effectiveAt: at[place] ?? NaN, issuedAt: issuedAt[place] ?? null },
  });
  return (a, b) => (at[a] ?? NaN) - (at[b] ?? NaN) || byTime(timed(a), timed(b));
}
