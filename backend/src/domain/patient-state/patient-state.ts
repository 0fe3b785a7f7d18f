import {
  buildTimeline,
  extendTimeline,
  newestVersions,
  stayOf,
  VITAL_SIGNS,
  type ClinicalRecord,
  type EncounterRecord,
  type EpochMs,
  type NewestVersions,
  type ObservationRecord,
  type PatientTimeline,
  type Stay,
} from '@endwatch/clinical';
import type { BoardRow } from '@endwatch/contracts';
import type { AlertState } from '../alerting/alert.ts';
import type { Placement } from '../board/placement.ts';
import { earlierCharted, latestEffective } from './charted.ts';
import type { KnownScore } from './known-score.ts';
import type { PackedResources } from './packed-resources.ts';
import type { PatientProfile, ReportVector, StoredPatient } from './stored-patient.ts';

/** So many packed resources take the memory of one that is held. */
const PACKED_IN_A_FACT = 12;

export interface PatientFacts {
  readonly patientId: string;
  /** Version of the aggregate in the store that this state rests on; 0 = not stored yet. */
  readonly version: number;
  /** Newest version of every resource that is not packed, retracted ones too; those of patients merged into this one are among them. */
  readonly newest: NewestVersions;
  /** Resources that are not in `newest` because their values are packed, in the timeline alone; null = there are none. */
  readonly packed: PackedResources | null;
  /** How many records were held when values were packed last. */
  readonly unpacked: number;
  /** Newest effective time of any version ever seen of an observation, report or treatment. */
  readonly latestEffectiveAt: EpochMs | null;
  /** By `reportVectorKey`. */
  readonly vectors: ReadonlyMap<string, ReportVector>;
  /** Not resolved, and those resolved within the last 24 h. */
  readonly alerts: readonly AlertState[];
  /** Those that hold, newest `asOf` first. */
  readonly scores: readonly KnownScore[];
  /** `asOf` before which scores may exist in the store that are not in `scores`. */
  readonly scoresKnownFrom: EpochMs;
  /** Since when the clock has something to do for this patient that waits for records to settle; null = nothing waits. */
  readonly waitingSince: EpochMs | null;
  /** As it was judged last by this process; null where that was another, or long ago. */
  readonly standing: Standing | null;
}

/** When a patient was judged, and how often that may be done again before it is paced. */
export interface Judged {
  readonly at: EpochMs;
  readonly credit: number;
}

/** What judging a patient came to: holds until it is judged again. */
export interface Standing {
  readonly judged: Judged;
  readonly profile: PatientProfile;
  /** When the clock has something to do, whether or not that waits for records to settle. */
  readonly wakeAt: EpochMs | null;
  readonly row: BoardRow | null;
  readonly placement: Placement | null;
}

/** Open at both ends. */
export interface Span {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** Everything known of one patient. Never changes: new facts make a new state. */
export class PatientState {
  readonly facts: PatientFacts;
  private built: PatientTimeline | null;
  private listed: readonly EncounterRecord[] | null = null;
  private merged: { readonly into: string | null } | null = null;
  /** The span that `withoutOldVitals` has cleared already. */
  cleared: Span | null = null;
  private first: { readonly from: EpochMs; readonly at: EpochMs | null } | null = null;

  /** @param built the timeline, where it is known; a state with packed values has no other */
  constructor(facts: PatientFacts, built: PatientTimeline | null = null) {
    this.facts = facts;
    this.built = built;
  }

  get patientId(): string {
    return this.facts.patientId;
  }

  /** What holds, by effective time. Built at first use; a state with packed values has it from the one before. */
  get timeline(): PatientTimeline {
    this.built ??= buildTimeline(this.facts.newest.values());
    return this.built;
  }

  get encounters(): readonly EncounterRecord[] {
    this.listed ??= [...this.facts.newest.values()].filter(
      (record): record is EncounterRecord => record.type === 'encounter',
    );
    return this.listed;
  }

  /** Id of the patient this one was merged into, by its own newest Patient resource; null when it stands for itself. */
  get mergedInto(): string | null {
    this.merged ??= { into: mergedInto(this.facts) };
    return this.merged.into;
  }

  /** Patients whose records are known here because they were merged into this one. */
  get aliases(): readonly string[] {
    const ids = new Set([...this.facts.newest.values()].map(({ patientId }) => patientId));
    ids.delete(this.patientId);
    return [...ids];
  }

  /** Rough size, for a cache with bounds. */
  get weight(): number {
    const { newest, packed, scores, alerts } = this.facts;
    return newest.size + (packed?.size ?? 0) / PACKED_IN_A_FACT + scores.length + alerts.length + 1;
  }

  /** The stay as it stood at a moment; a recorded death ends it like a discharge. */
  stayAt(at: EpochMs): Stay | null {
    const stay = stayOf(this.encounters, at);
    const deceasedAt = this.timeline.patient?.deceasedAt ?? null;
    if (stay === null || deceasedAt === null) return stay;
    if (deceasedAt < stay.admittedAt || deceasedAt > at) return stay;
    const dischargedAt = Math.min(stay.dischargedAt ?? deceasedAt, deceasedAt);
    return { ...stay, dischargedAt, died: true };
  }

  /** Effective time of the first thing charted at or after `from`; null when there is none. */
  firstChartedSince(from: EpochMs): EpochMs | null {
    if (this.first?.from === from) return this.first.at;
    let at = this.facts.packed === null ? null : this.timeline.firstMeasuredSince(from);
    for (const record of this.facts.newest.values()) at = earlierCharted(at, record, from);
    this.first = { from, at };
    return at;
  }

  with(changes: Partial<PatientFacts>): PatientState {
    const next = new PatientState({ ...this.facts, ...changes });
    return next.facts.newest === this.facts.newest ? this.handOn(next, this.built) : next;
  }

  /** The state with the values of these records packed: they are held no more, what they say stays in the timeline. */
  withPacked(records: readonly ObservationRecord[], packed: PackedResources): PatientState {
    const unpacked = this.facts.newest.size - records.length;
    if (records.length === 0) return this.with({ unpacked });
    const newest = new Map(this.facts.newest);
    for (const { resourceKey } of records) newest.delete(resourceKey);
    const next = new PatientState({ ...this.facts, newest, packed, unpacked });
    return this.handOn(next, this.timeline.packed(records, newest));
  }

  withoutPackedVitals(span: Span): PatientState {
    const { packed } = this.facts;
    if (packed === null) return this;
    const next = new PatientState({ ...this.facts, packed: packed.without(span) });
    return this.handOn(next, this.timeline.withoutPacked(VITAL_SIGNS, span.from, span.to));
  }

  private handOn(next: PatientState, built: PatientTimeline | null): PatientState {
    next.built = built;
    next.listed = this.listed;
    next.merged = this.merged;
    next.first = this.first;
    next.cleared = this.cleared;
    return next;
  }

  /** The state with other versions held, which differ at no other resource than those of `moved`: what was worked out is carried on. */
  withVersions(
    changes: Pick<PatientFacts, 'newest' | 'latestEffectiveAt'>,
    moved: readonly ClinicalRecord[],
  ): PatientState {
    const next = new PatientState({ ...this.facts, ...changes });
    const { newest } = this.facts;
    next.cleared = this.cleared;
    if (this.built) next.built = extendTimeline(this.built, moved, changes.newest);
    if (!moved.some(({ type }) => type === 'encounter')) next.listed = this.listed;
    if (!moved.some(({ type }) => type === 'patient')) next.merged = this.merged;
    if (this.first && moved.every(({ resourceKey }) => !newest.has(resourceKey))) {
      const { from } = this.first;
      let { at } = this.first;
      for (const record of moved) {
        if (changes.newest.get(record.resourceKey) === record)
          at = earlierCharted(at, record, from);
      }
      next.first = { from, at };
    }
    return next;
  }
}

function mergedInto({ patientId, newest }: PatientFacts): string | null {
  for (const record of newest.values()) {
    if (record.type !== 'patient' || record.retracted) continue;
    if (record.patientId === patientId && record.replacedBy !== null) return record.replacedBy;
  }
  return null;
}

export function patientStateOf(stored: StoredPatient): PatientState {
  return new PatientState(factsOf(stored));
}

export function factsOf(stored: StoredPatient): PatientFacts {
  return {
    patientId: stored.patientId,
    version: stored.version,
    newest: newestVersions(stored.records),
    packed: null,
    unpacked: 0,
    latestEffectiveAt: latestEffective(null, stored.records),
    vectors: new Map(stored.reportVectors.map((each) => [reportVectorKey(each), each])),
    alerts: stored.alerts.filter(({ patientId }) => patientId === stored.patientId),
    scores: stored.scores,
    scoresKnownFrom: stored.scoresFrom ?? -Infinity,
    waitingSince: null,
    standing: null,
  };
}

export function reportVectorKey(
  vector: Pick<ReportVector, 'resourceKey' | 'version' | 'modelVersion'>,
): string {
  return `${vector.modelVersion}|${vector.resourceKey}|${vector.version}`;
}
