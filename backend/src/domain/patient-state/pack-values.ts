import { byTime, type ClinicalRecord, type ObservationRecord } from '@endwatch/clinical';
import { PackedResources } from './packed-resources.ts';
import type { PatientState } from './patient-state.ts';

/** How many records may come before values are packed, and how many of the newest values then stay as they are. */
export interface PackLimits {
  readonly most: number;
  readonly keep: number;
}

/**
 * Once many records have come: the state with measured values as moments and numbers, which is all that scores and tiles read of them. A record
 * takes some twenty times the memory. Nothing is packed of patients with records of others, which may part again.
 */
export function withPackedValues(state: PatientState, { most, keep }: PackLimits): PatientState {
  const { newest, unpacked, packed } = state.facts;
  if (newest.size <= unpacked + most) return state;
  const records = [...newest.values()];
  const isAlone =
    state.mergedInto === null && records.every(({ patientId }) => patientId === state.patientId);
  const values = isAlone ? records.filter(isPackable).sort(byTime) : [];
  const old = values.slice(0, Math.max(0, values.length - keep));
  return state.withPacked(old, (packed ?? PackedResources.none()).with(old));
}

/**
 * Whether only a state that holds every record can take these in: they may be about something packed, or belong beside it.
 * @param records null where every record is needed for another reason
 */
export function needsWhole(
  state: PatientState,
  records: readonly ClinicalRecord[] | null,
): boolean {
  const { packed } = state.facts;
  if (packed === null) return false;
  if (records === null) return true;
  return records.some(
    (record) => packed.has(record.resourceKey) || state.timeline.isPackedBeside(record),
  );
}

/** What the store does not know of a patient: how far the judging of what was held has come. */
export function asJudged(loaded: PatientState, held: PatientState | null): PatientState {
  if (held?.facts.version !== loaded.facts.version) return loaded;
  return loaded.with({ waitingSince: held.facts.waitingSince, standing: held.facts.standing });
}

function isPackable(record: ClinicalRecord): record is ObservationRecord {
  return (
    record.type === 'observation' &&
    !record.retracted &&
    record.facts.length > 0 &&
    record.facts.every(({ kind }) => kind === 'measurement')
  );
}
