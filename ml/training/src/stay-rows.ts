import type {
  ClinicalRecord,
  EpochMs,
  FeatureVector,
  NihssAssessment,
  RiskForecast,
  TimedForecast,
} from '@endwatch/clinical';
import {
  buildTimeline,
  detectEnd,
  extractFeatures,
  FORECAST_END_HOURS,
  HOUR,
  reportsOfIllness,
  seenWithoutEndUntil,
} from '@endwatch/clinical';
import type { ExposureCell, FollowUp } from '@endwatch/statistics';
import { landmarkExposure } from '@endwatch/statistics';

/** One stay as training takes it, wherever it comes from. */
export interface StayRecords {
  readonly admittedAt: EpochMs;
  readonly records: readonly ClinicalRecord[];
  /** Hazards the generator used; null for real patients, whose hazards nobody knows. */
  readonly trueHazards: readonly number[] | null;
  /** What a board showed while it lasted, by `asOf`, then `knownAt`; not given where nothing was kept. */
  readonly forecasts?: readonly StoredForecast[];
}

export interface StoredForecast extends RiskForecast, TimedForecast {}

/** What was known at one moment of a stay. */
export interface Snapshot {
  readonly hour: number;
  readonly features: FeatureVector;
  /** Texts of the reports known then. */
  readonly reports: readonly string[];
}

export interface Stay {
  readonly followUp: FollowUp;
  readonly trueHazards: readonly number[] | null;
  /** Only moments at which the patient had no END charted and was still being followed; for an evaluation also while in hospital after that. */
  readonly snapshots: readonly Snapshot[];
}

/** What the examinations of a stay say of END. */
export interface Examined {
  readonly assessments: readonly NihssAssessment[];
  /** Without END, where there was none. */
  readonly seenUntil: EpochMs;
  /** Charted; null without a confirmed one. */
  readonly endAt: EpochMs | null;
}

/** Null for a stay to which the rule cannot be applied. */
export function examined({ admittedAt, records }: StayRecords): Examined | null {
  const { assessments } = buildTimeline(records);
  const last = assessments.at(-1);
  if (last === undefined) return null;
  const finding = detectEnd({ assessments, admittedAt, asOf: last.at });
  if (finding.status === 'not-evaluable') return null;
  return {
    assessments,
    seenUntil: seenWithoutEndUntil(assessments, admittedAt) ?? last.at,
    endAt: finding.status === 'confirmed' ? finding.at : null,
  };
}

/**
 * When END was charted, or until when none was. An END is seen at an examination and began somewhere since the one before; it is dated to the
 * examination, as the board and any chart review would, so the hazards are those of a charted END and include the wait for the next
 * examination. A suspected END is none. Follow-up ends with the last examination, or at 168 h: with the last before, where the first one after it shows a
 * rise that may have come in between. Null for a stay in which the rule cannot be applied.
 */
export function followUpOf(stay: StayRecords): FollowUp | null {
  const found = examined(stay);
  return found && followUpFrom(found, stay.admittedAt);
}

export function followUpFrom({ endAt, seenUntil }: Examined, admittedAt: EpochMs): FollowUp {
  if (endAt !== null) return { time: (endAt - admittedAt) / HOUR, event: true };
  const seen = (seenUntil - admittedAt) / HOUR;
  return { time: Math.min(FORECAST_END_HOURS, seen), event: false };
}

/** The patient as known at `hour`: records that had arrived by then, and of those only facts effective by then. */
export function snapshotAt({ admittedAt, records }: StayRecords, hour: number): Snapshot {
  const asOf = admittedAt + hour * HOUR;
  const timeline = buildTimeline(records.filter(({ times }) => times.ingestedAt <= asOf));
  const features = extractFeatures({ timeline, admittedAt, asOf });
  const reports = reportsOfIllness(timeline.cutAt(asOf), admittedAt).map(({ text }) => text);
  return { hour, features, reports };
}

export function stayOfRecords(stay: StayRecords, hours: readonly number[]): Stay | null {
  const followUp = followUpOf(stay);
  if (followUp === null) return null;
  const snapshots = hours
    .filter((hour) => hour < followUp.time)
    .map((hour) => snapshotAt(stay, hour));
  return { followUp, trueHazards: stay.trueHazards, snapshots };
}

/** Cells of the hazard likelihood seen from a snapshot. */
export function hazardCells({ followUp }: Stay, { hour }: Snapshot): ExposureCell[] {
  return landmarkExposure(followUp, hour);
}

/** END within 7 days as the paper has it: charted or not, whoever left earlier counts as without. */
export function admissionCell({ followUp }: Stay): ExposureCell[] {
  return [{ interval: 0, y: followUp.event ? 1 : 0, fraction: 1 }];
}
