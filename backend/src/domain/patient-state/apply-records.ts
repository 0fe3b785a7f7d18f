import {
  HOUR,
  mergeRecords,
  VITAL_SIGNS,
  type ClinicalRecord,
  type EpochMs,
  type NewestVersions,
} from '@endwatch/clinical';
import { latestEffective, type PatientState } from './patient-state.ts';

export interface Applied {
  readonly state: PatientState;
  /** To be written: versions that are not the ones held. Older versions are history and among them. */
  readonly fresh: readonly ClinicalRecord[];
  readonly duplicates: number;
  /** Versions older than the one held: written, changing nothing else. */
  readonly older: number;
  /** Scores from this moment on may no longer hold; null when nothing that holds has changed. */
  readonly dirtyFrom: EpochMs | null;
}

/** Vital signs are many: kept for the features are those of the last 48 h and of the first 24 h of the stay. */
const KEEP_VITALS = { recent: 48 * HOUR, first: 24 * HOUR } as const;
const VITAL = new Set<string>(VITAL_SIGNS);

/** Joins records into a state. The same records in any order, repeated or cut into any batches, end in the same state. */
export function applyRecords(state: PatientState, records: readonly ClinicalRecord[]): Applied {
  const before = state.facts.newest;
  const after = mergeRecords(before, records);
  const counted = count(before, records);
  const latestEffectiveAt = latestEffective(state.facts.latestEffectiveAt, records);
  const changed = after !== before || latestEffectiveAt !== state.facts.latestEffectiveAt;
  const merged = changed ? state.with({ newest: after, latestEffectiveAt }) : state;
  return {
    ...counted,
    state: after === before ? merged : withoutOldVitals(merged),
    dirtyFrom: after === before ? null : dirtyFrom(before, after, records),
  };
}

/** The state without the records of a patient who is no longer merged into this one. */
export function withoutPatient(state: PatientState, patientId: string): PatientState {
  const own = [...state.facts.newest].filter(([, record]) => record.patientId !== patientId);
  if (own.length === state.facts.newest.size) return state;
  const newest = new Map(own);
  return state.with({ newest, latestEffectiveAt: latestEffective(null, newest.values()) });
}

function count(
  before: NewestVersions,
  records: readonly ClinicalRecord[],
): Pick<Applied, 'fresh' | 'duplicates' | 'older'> {
  const fresh = new Map<string, ClinicalRecord>();
  let duplicates = 0;
  let older = 0;
  for (const record of records) {
    const held = before.get(record.resourceKey);
    const key = `${record.resourceKey}|${record.version}`;
    if (held?.version === record.version || fresh.has(key)) {
      duplicates += 1;
      continue;
    }
    if (held !== undefined && record.version < held.version) older += 1;
    fresh.set(key, record);
  }
  return { fresh: [...fresh.values()], duplicates, older };
}

/** Where a fact moved in time, both its old and its new place are touched. */
function dirtyFrom(
  before: NewestVersions,
  after: NewestVersions,
  records: readonly ClinicalRecord[],
): EpochMs | null {
  let from: EpochMs | null = null;
  for (const { resourceKey } of records) {
    const now = after.get(resourceKey);
    const old = before.get(resourceKey);
    if (now === undefined || now === old) continue;
    for (const record of old === undefined ? [now] : [old, now]) {
      const at = touches(record);
      if (from === null || at < from) from = at;
    }
  }
  return from;
}

/** Who the patient is and when the stay began colours every score. */
function touches(record: ClinicalRecord): EpochMs {
  if (record.type === 'patient' || record.type === 'encounter') return -Infinity;
  return record.times.effectiveAt;
}

function withoutOldVitals(state: PatientState): PatientState {
  const { latestEffectiveAt, newest } = state.facts;
  if (latestEffectiveAt === null) return state;
  const admittedAt = state.stayAt(latestEffectiveAt)?.admittedAt;
  if (admittedAt === undefined) return state;
  const from = admittedAt + KEEP_VITALS.first;
  const to = latestEffectiveAt - KEEP_VITALS.recent;
  if (to <= from) return state;
  const kept = [...newest].filter(([, record]) => {
    const at = record.times.effectiveAt;
    return at <= from || at >= to || !isVitalSigns(record);
  });
  return kept.length === newest.size ? state : state.with({ newest: new Map(kept) });
}

function isVitalSigns(record: ClinicalRecord): boolean {
  return (
    record.type === 'observation' &&
    record.facts.every((fact) => fact.kind === 'measurement' && VITAL.has(fact.quantity))
  );
}
