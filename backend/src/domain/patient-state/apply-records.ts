import {
  HOUR,
  mergeRecords,
  type ClinicalRecord,
  type EncounterRecord,
  type EpochMs,
  type NewestVersions,
  type PatientRecord,
} from '@endwatch/clinical';
import { withKnownStarts, withoutRepeats } from './arrivals.ts';
import { latestEffective } from './charted.ts';
import type { PatientState, Span } from './patient-state.ts';
import { isVitalSigns } from './vital-signs.ts';

export interface Applied {
  readonly state: PatientState;
  /** To be written: versions that are not the ones held. Older versions are history and among them. */
  readonly fresh: readonly ClinicalRecord[];
  readonly duplicates: number;
  /** Versions older than the one held: written, changing nothing else. */
  readonly older: number;
  /** Scores from this moment on may no longer hold; null when nothing has changed that a score can see. */
  readonly dirtyFrom: EpochMs | null;
}

/** Vital signs are many: kept for the features are those of the last 48 h and of the first 24 h of the stay. */
const KEEP_VITALS = { recent: 48 * HOUR, first: 24 * HOUR } as const;

/** Joins records into a state. The same records in any order, repeated or cut into any batches, end in the same state. */
export function applyRecords(state: PatientState, sent: readonly ClinicalRecord[]): Applied {
  const before = state.facts.newest;
  const records = withoutRepeats(before, withKnownStarts(before, sent));
  const after = mergeRecords(before, records);
  const counted = count(before, records);
  const latestEffectiveAt = latestEffective(state.facts.latestEffectiveAt, records);
  const changed = after !== before || latestEffectiveAt !== state.facts.latestEffectiveAt;
  return {
    ...counted,
    duplicates: counted.duplicates + sent.length - records.length,
    state: changed ? state.withVersions({ newest: after, latestEffectiveAt }, records) : state,
    dirtyFrom: after === before ? null : dirtyFrom(before, after, records),
  };
}

/** The state, of which every record is held, without those of a patient who is no longer merged into this one. */
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
    if (now === undefined || now === old || isSameToScores(old, now)) continue;
    for (const record of old === undefined ? [now] : [old, now]) {
      const at = touches(record);
      if (from === null || at < from) from = at;
    }
  }
  return from;
}

/** Registration repeats a person and an encounter at every move of a bed: what no score can see puts none in doubt. */
function isSameToScores(old: ClinicalRecord | undefined, now: ClinicalRecord): boolean {
  if (old?.type === 'encounter' && now.type === 'encounter') return stayKey(old) === stayKey(now);
  if (old?.type === 'patient' && now.type === 'patient') return personKey(old) === personKey(now);
  return false;
}

/** Age, sex, who speaks after a merge, and when a stay ended by death. */
function personKey({ retracted, birthDate, sex, replacedBy, deceasedAt }: PatientRecord): string {
  return JSON.stringify([retracted, birthDate, sex, replacedBy, deceasedAt]);
}

/** All that `stayOf` reads of an encounter but where the patient lies; one that ended without saying when is dated by its sending. */
function stayKey(encounter: EncounterRecord): string {
  const { patientId, encounterId, encounterStatus, retracted, start, end, died, times } = encounter;
  const sent =
    end === null && encounterStatus === 'finished' ? (times.issuedAt ?? times.brokerAt) : null;
  const read = [patientId, encounterId, encounterStatus, retracted, start, end, died, sent];
  return JSON.stringify(read);
}

/** Who the patient is and when the stay began colours every score. */
function touches(record: ClinicalRecord): EpochMs {
  if (record.type === 'patient' || record.type === 'encounter') return -Infinity;
  return record.times.effectiveAt;
}

/**
 * Once a round has scored what it had to: what comes days at a time, after an outage or as a history, is scored with its vital signs first.
 * @param arrived since the span of old vitals was last cleared, where it is the same
 */
export function withoutOldVitals(
  state: PatientState,
  arrived: readonly ClinicalRecord[],
): PatientState {
  const { latestEffectiveAt, newest } = state.facts;
  const span = oldVitals(state);
  if (span === null) return state;
  const same = state.cleared?.from === span.from && state.cleared.to === span.to;
  const gone = [...(same ? arrived : newest.values())].filter(
    (record) => isWithin(span, record) && isVitalSigns(record) && holds(newest, record),
  );
  let cleared = state;
  if (gone.length > 0) {
    const kept = new Map(newest);
    for (const { resourceKey } of gone) kept.delete(resourceKey);
    cleared = state.withVersions({ newest: kept, latestEffectiveAt }, gone);
  }
  if (!same) cleared = cleared.withoutPackedVitals(span);
  cleared.cleared = span;
  return cleared;
}

function holds(newest: NewestVersions, record: ClinicalRecord): boolean {
  return newest.get(record.resourceKey) === record;
}

function isWithin({ from, to }: Span, { times }: ClinicalRecord): boolean {
  return times.effectiveAt > from && times.effectiveAt < to;
}

/** In whole hours of the latest, so that it moves seldom; null while nothing is old. */
function oldVitals(state: PatientState): Span | null {
  const { latestEffectiveAt } = state.facts;
  if (latestEffectiveAt === null) return null;
  const to = Math.floor((latestEffectiveAt - KEEP_VITALS.recent) / HOUR) * HOUR;
  const admittedAt = state.stayAt(latestEffectiveAt)?.admittedAt;
  if (admittedAt === undefined || to <= admittedAt + KEEP_VITALS.first) return null;
  return { from: admittedAt + KEEP_VITALS.first, to };
}
