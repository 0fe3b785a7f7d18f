import { DAY, type ClinicalRecord, type EpochMs, type LocationRecord } from '@endwatch/clinical';
import type { BoardRow } from '@endwatch/contracts';
import type { AlertState, AlertTransition } from '../domain/alerting/alert.ts';
import { packedPatient } from './packed-patient.ts';
import { knownScoreOf } from '../domain/patient-state/known-score.ts';
import { MOST_SCORES } from '../domain/rescoring/replace-scores.ts';
import type { NextOffset, TopicPartition } from '../pipeline/event-log.ts';
import {
  PatientStore,
  type BatchEffects,
  type CommitOutcome,
  type LocationDirectory,
  type MessageId,
  type PatientEffects,
  type PatientProfile,
  type Placement,
  type ReportVector,
  type ScoreRecord,
  type PackedPatient,
  type StoredPatient,
  type StoredRejection,
} from '../pipeline/ports.ts';

interface Kept {
  version: number;
  partition: number;
  profile: PatientProfile;
  records: Map<string, ClinicalRecord>;
  vectors: Map<string, ReportVector>;
  scores: Map<string, ScoreRecord>;
  alerts: Map<string, AlertState>;
  row: BoardRow | null;
  placement: Placement | null;
}

export interface MemoryEvent {
  readonly ward: string;
  readonly sequence: number;
  readonly type: 'row' | 'left';
  readonly patientId: string;
}

/** `PatientStore` in memory, with every guard of the real one: offsets, patient versions and the directory's version. */
export class InMemoryPatientStore extends PatientStore {
  readonly events: MemoryEvent[] = [];
  readonly rejections: StoredRejection[] = [];
  readonly transitions: AlertTransition[] = [];
  readonly commits: BatchEffects[] = [];
  /** Runs before a commit is looked at: where a spec lets somebody else be quicker. */
  beforeCommit: () => void = () => undefined;
  failNextCommit: Error | null = null;
  /** Where it holds the store refuses what is to be written. */
  refuses: (effects: BatchEffects) => boolean = () => false;
  rehearsals = 0;
  loads = 0;
  wholeLoads = 0;
  private readonly patients = new Map<string, Kept>();
  private readonly offsets = new Map<string, bigint>();
  private readonly seen = new Set<string>();
  private readonly sequences = new Map<string, number>();
  private readonly locations = new Map<string, LocationRecord>();
  private directoryVersion = 0;

  nextOffsets(partitions: readonly TopicPartition[]): Promise<readonly NextOffset[]> {
    return Promise.resolve(
      partitions.map((each) => ({ ...each, offset: this.offsets.get(sliceKey(each)) ?? 0n })),
    );
  }

  seenMessages(ids: readonly MessageId[]): Promise<readonly MessageId[]> {
    return Promise.resolve(ids.filter((id) => this.seen.has(messageKey(id))));
  }

  loadPatients(ids: readonly string[]): Promise<readonly PackedPatient[]> {
    this.loads += 1;
    return Promise.resolve(ids.map((id) => packedPatient(this.stored(id))));
  }

  loadWhole(ids: readonly string[]): Promise<readonly StoredPatient[]> {
    this.wholeLoads += 1;
    return Promise.resolve(ids.map((id) => this.stored(id)));
  }

  locationDirectory(): Promise<LocationDirectory> {
    return Promise.resolve({
      version: this.directoryVersion,
      locations: new Map(this.locations),
    });
  }

  patientsAt(locationIds: readonly string[]): Promise<readonly string[]> {
    const wanted = new Set(locationIds);
    return Promise.resolve(
      [...this.patients]
        .filter(([, { profile }]) => profile.locationIds.some((id) => this.isInside(id, wanted)))
        .map(([id]) => id),
    );
  }

  duePatients(
    partitions: readonly number[],
    now: EpochMs,
    limit: number,
  ): Promise<readonly string[]> {
    const due = [...this.patients]
      .filter(([, kept]) => partitions.includes(kept.partition))
      .filter(([, { profile }]) => profile.nextWakeAt !== null && profile.nextWakeAt <= now)
      .sort(([, a], [, b]) => (a.profile.nextWakeAt ?? 0) - (b.profile.nextWakeAt ?? 0));
    return Promise.resolve(due.slice(0, limit).map(([id]) => id));
  }

  patientOfAlert(alertId: string): Promise<string | null> {
    for (const [id, { alerts }] of this.patients) {
      if (alerts.has(alertId)) return Promise.resolve(id);
    }
    return Promise.resolve(null);
  }

  commit(effects: BatchEffects): Promise<CommitOutcome> {
    this.beforeCommit();
    const failure = this.failNextCommit;
    this.failNextCommit = null;
    if (failure !== null) return Promise.reject(failure);
    const refusal = this.refusal(effects) ?? this.refused(effects);
    if (refusal !== null) return Promise.resolve(refusal);
    for (const slice of effects.offsets) this.offsets.set(sliceKey(slice), slice.to);
    for (const id of effects.messageIds) this.seen.add(messageKey(id));
    for (const place of effects.locations) this.locations.set(place.locationId, place);
    if (effects.locations.length > 0) this.directoryVersion += 1;
    for (const patient of effects.patients) this.write(patient, effects.knownAt);
    this.rejections.push(...effects.rejections);
    this.commits.push(effects);
    return Promise.resolve({ outcome: 'committed' });
  }

  rehearse(effects: BatchEffects): Promise<CommitOutcome> {
    this.rehearsals += 1;
    const answer = this.refusal(effects) ?? this.refused(effects);
    return Promise.resolve(answer ?? { outcome: 'committed' });
  }

  row(patientId: string): BoardRow | null {
    return this.patients.get(patientId)?.row ?? null;
  }

  placement(patientId: string): Placement | null {
    return this.patients.get(patientId)?.placement ?? null;
  }

  profile(patientId: string): PatientProfile | null {
    return this.patients.get(patientId)?.profile ?? null;
  }

  /** All scores ever written, by `asOf` then `knownAt`. */
  scores(patientId: string): readonly ScoreRecord[] {
    const all = [...(this.patients.get(patientId)?.scores.values() ?? [])];
    return all.sort((a, b) => a.asOf - b.asOf || a.knownAt - b.knownAt);
  }

  alerts(patientId: string): readonly AlertState[] {
    return [...(this.patients.get(patientId)?.alerts.values() ?? [])];
  }

  recordCount(patientId: string): number {
    return this.patients.get(patientId)?.records.size ?? 0;
  }

  /** Somebody else moves the aggregate. */
  bump(patientId: string): void {
    const kept = this.patients.get(patientId);
    if (kept !== undefined) kept.version += 1;
  }

  /** Puts a record there that no batch brought. */
  smuggle(patientId: string, record: ClinicalRecord): void {
    this.patients.get(patientId)?.records.set(`${record.resourceKey}|${record.version}`, record);
  }

  stored(id: string): StoredPatient {
    const kept = this.patients.get(id) ?? NOBODY;
    const aliases = [...this.patients].filter(([, { profile }]) => profile.mergedInto === id);
    const standing = [...kept.scores.values()]
      .filter(({ supersededAt }) => supersededAt === null)
      .sort((a, b) => b.asOf - a.asOf);
    const newest = Math.max(-Infinity, ...[...kept.scores.values()].map(({ asOf }) => asOf));
    const scoresFrom = newest === -Infinity ? null : newest - DAY;
    return {
      patientId: id,
      version: kept.version,
      aliases: aliases.map(([alias]) => alias),
      mergedInto: kept.profile.mergedInto,
      records: [kept, ...aliases.map(([, alias]) => alias)].flatMap(({ records }) => [
        ...records.values(),
      ]),
      reportVectors: [...kept.vectors.values()],
      alerts: [...kept.alerts.values()],
      scores: standing
        .filter(({ asOf }) => asOf >= newest - DAY)
        .slice(0, MOST_SCORES)
        .map((score) => ({ ...knownScoreOf(score), patientId: score.patientId })),
      scoresFrom,
    };
  }

  private refusal(effects: BatchEffects): CommitOutcome | null {
    const fenced = effects.offsets.filter(
      (slice) => (this.offsets.get(sliceKey(slice)) ?? 0n) !== slice.from,
    );
    if (fenced.length > 0) return { outcome: 'fenced', partitions: fenced };
    const patientIds = effects.patients
      .filter((each) => (this.patients.get(each.patientId)?.version ?? 0) !== each.expectedVersion)
      .map(({ patientId }) => patientId);
    const directory = effects.expectedDirectoryVersion !== this.directoryVersion;
    if (patientIds.length === 0 && !directory) return null;
    return { outcome: 'stale', patientIds, directory };
  }

  private refused(effects: BatchEffects): CommitOutcome | null {
    return this.refuses(effects) ? { outcome: 'refused', reason: 'Postgres: 23514 at x' } : null;
  }

  private write(effects: PatientEffects, knownAt: EpochMs): void {
    const kept = this.patients.get(effects.patientId) ?? emptyPatient(effects);
    this.patients.set(effects.patientId, kept);
    kept.version = effects.expectedVersion + 1;
    kept.profile = effects.profile;
    for (const record of effects.records) {
      const key = `${record.resourceKey}|${record.version}`;
      if (!kept.records.has(key)) kept.records.set(key, record);
    }
    for (const vector of effects.reportVectors) {
      kept.vectors.set(`${vector.modelVersion}|${vector.resourceKey}|${vector.version}`, vector);
    }
    for (const { id } of effects.superseded) {
      const score = kept.scores.get(id);
      if (score === undefined) throw new Error('a score that is not there was superseded');
      kept.scores.set(id, { ...score, supersededAt: knownAt });
    }
    for (const score of effects.scores) {
      if (kept.scores.has(score.id)) throw new Error('a score was written twice');
      kept.scores.set(score.id, score);
    }
    for (const alert of effects.alerts) kept.alerts.set(alert.id, alert);
    assertOneOpenAlert(kept);
    this.transitions.push(...effects.transitions);
    this.publish(kept, effects);
  }

  private publish(kept: Kept, { patientId, row, placement }: PatientEffects): void {
    const left = kept.placement?.wardId;
    if (left !== undefined && left !== placement?.wardId) this.event(left, 'left', patientId);
    const same = JSON.stringify(kept.row) === JSON.stringify(row);
    if (placement !== null && (!same || left !== placement.wardId)) {
      this.event(placement.wardId, 'row', patientId);
    }
    kept.row = row;
    kept.placement = placement;
  }

  private event(ward: string, type: MemoryEvent['type'], patientId: string): void {
    const sequence = (this.sequences.get(ward) ?? 0) + 1;
    this.sequences.set(ward, sequence);
    this.events.push({ ward, sequence, type, patientId });
  }

  private isInside(locationId: string, wanted: ReadonlySet<string>): boolean {
    let at: string | null = locationId;
    for (let depth = 0; at !== null && depth < 16; depth += 1) {
      if (wanted.has(at)) return true;
      at = this.locations.get(at)?.partOf ?? null;
    }
    return false;
  }
}

function emptyPatient({ partition, profile }: Pick<PatientEffects, 'partition' | 'profile'>): Kept {
  return {
    version: 0,
    partition,
    profile,
    records: new Map(),
    vectors: new Map(),
    scores: new Map(),
    alerts: new Map(),
    row: null,
    placement: null,
  };
}

const NOBODY: Kept = emptyPatient({
  partition: 0,
  profile: {
    admittedAt: null,
    dischargedAt: null,
    encounterId: null,
    locationIds: [],
    mergedInto: null,
    nextWakeAt: null,
  },
});

function assertOneOpenAlert({ alerts }: Kept): void {
  const open = [...alerts.values()].filter(({ state }) => state !== 'resolved');
  if (new Set(open.map(({ kind }) => kind)).size !== open.length) {
    throw new Error('two open alerts of one kind');
  }
}

function sliceKey({ topic, partition }: TopicPartition): string {
  return `${topic}/${String(partition)}`;
}

function messageKey({ source, id }: MessageId): string {
  return `${source} ${id}`;
}
