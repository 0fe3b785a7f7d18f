import {
  admissionAssessment,
  ageAt,
  BEFORE_ADMISSION,
  seenWithoutEndUntil,
  BY_PAPER,
  detectEnd,
  endThresholds,
  type DefinitionAt,
  type DetectEndInput,
  type EncounterLocation,
  type EncounterRecord,
  type EpochMs,
  type Stay,
} from '@endwatch/clinical';
import { examinationsOf } from '../board/board-row.ts';
import { resolvePlacement, type LocationDirectory } from '../board/placement.ts';
import { patientStateOf, type PatientState } from '../patient-state/patient-state.ts';
import type { StoredPatient } from '../patient-state/stored-patient.ts';
import type { ReviewAlert, ReviewEnd, ReviewScore, ReviewStay } from './review-stay.ts';

export interface SummaryQuestion {
  /** With the examinations of every stay. */
  readonly stored: StoredPatient;
  /** Its own, of every stay, by `asOf`, then `knownAt`; superseded ones too. */
  readonly scores: readonly ReviewScore[];
  /** By `raisedAt`. */
  readonly alerts: readonly ReviewAlert[];
  readonly directory: LocationDirectory;
  /** Of END, as the house has it. */
  readonly definitionAt: DefinitionAt;
  readonly now: EpochMs;
}

/** One stay and when it gives way to the patient's next one; Infinity where there is none. */
export interface StayWithin {
  readonly stay: Stay;
  readonly until: EpochMs;
}

/** All stays of a patient up to `now`, oldest first; none for somebody who was merged into another. */
export function summariseStays(question: SummaryQuestion): readonly ReviewStay[] {
  const { stored, now } = question;
  if (stored.mergedInto !== null) return [];
  const state = patientStateOf(stored);
  return staysOf(state, now).map((each) => summarise(question, state, each));
}

/** Oldest first. */
export function staysOf(state: PatientState, now: EpochMs): readonly StayWithin[] {
  const stays: StayWithin[] = [];
  let until = Infinity;
  let at = Math.max(now, state.facts.latestEffectiveAt ?? now);
  for (let stay = state.stayAt(at); stay !== null; stay = state.stayAt(at)) {
    stays.unshift({ stay, until });
    until = stay.admittedAt;
    at = until - 1;
  }
  return stays;
}

function summarise(
  { stored, scores, alerts, directory, definitionAt }: SummaryQuestion,
  state: PatientState,
  { stay, until }: StayWithin,
): ReviewStay {
  const { admittedAt, dischargedAt } = stay;
  const timeline = state.timeline.cutAt(until - 1);
  const { patient } = timeline;
  const assessments = examinationsOf(state, stay, until - 1);
  const from = admittedAt - BEFORE_ADMISSION;
  const within = (at: EpochMs): boolean => at >= from && at < until;
  const place = placementOf(stored, stay, directory);
  const judged = { assessments, admittedAt, asOf: until - 1 };
  const seenUntil = seenWithoutEndUntil(assessments, admittedAt);
  return {
    patientId: stored.patientId,
    encounterId: stay.encounterId,
    ward: place.wardId,
    bed: place.bed,
    age: ageAt(patient?.birthDate ?? null, admittedAt),
    sex: patient?.sex ?? 'unknown',
    ...{ admittedAt, dischargedAt, diedAt: stay.died ? dischargedAt : null },
    conditions: namesOf(timeline.conditions.map(({ condition }) => condition)),
    treatments: namesOf(
      timeline.treatments
        .filter(({ times }) => within(times.effectiveAt))
        .map(({ treatment }) => treatment),
    ),
    admissionNihss: admissionAssessment(assessments, admittedAt)?.total ?? null,
    end: endOf({ ...judged, definitionAt }),
    ...(definitionAt === BY_PAPER ? {} : { forecastEnd: endOf(judged) }),
    assessments: assessments.map(({ at, knownAt, total, motor }) => ({
      ...{ at, knownAt, total, motor },
    })),
    ...(seenUntil !== null && seenUntil !== assessments.at(-1)?.at && { seenUntil }),
    scores: scores.filter(({ asOf }) => within(asOf)),
    alerts: alerts.filter(({ raisedAt }) => within(raisedAt)),
    loadedAfterwards: isLoadedAfterwards(stored, stay),
  };
}

function namesOf<Name extends string>(names: readonly Name[]): readonly Name[] {
  return [...new Set(names)].sort();
}

/** Endwatch knew once it had both examinations that the rule compares. */
function endOf(question: DetectEndInput): ReviewEnd {
  const end = detectEnd(question);
  const deciding = question.assessments.filter(({ at }) => at === end.at || at === end.referenceAt);
  return {
    ...{ status: end.status, rule: end.rule, at: end.at },
    knownAt: end.at === null ? null : Math.max(...deciding.map(({ knownAt }) => knownAt)),
    judgedBy: end.definition && endThresholds(end.definition),
  };
}

export function isLoadedAfterwards({ records }: StoredPatient, stay: Stay): boolean {
  const { dischargedAt, encounterIds } = stay;
  if (dischargedAt === null) return false;
  const heard = records
    .filter((one) => one.type === 'encounter' && encounterIds.includes(one.encounterId))
    .map(({ times }) => times.ingestedAt);
  return heard.length > 0 && Math.min(...heard) >= dischargedAt;
}

/** Where the patient is; of a stay that is over, where the last version of its encounter that named a place says. */
export function placementOf(
  stored: StoredPatient,
  stay: Stay,
  directory: LocationDirectory,
): ReturnType<typeof resolvePlacement> {
  if (stay.locations.length > 0) return resolvePlacement(directory, stay.locations);
  const versions = stored.records
    .filter((one): one is EncounterRecord => one.type === 'encounter' && !one.retracted)
    .filter(({ encounterId }) => stay.encounterIds.includes(encounterId))
    .sort((a, b) => b.start - a.start || (a.version < b.version ? 1 : -1));
  const named = versions.find(({ locations }) => locations.length > 0);
  return resolvePlacement(directory, named ? lastOf(named) : []);
}

/** Those still active, else the one the patient came to last. */
function lastOf({ locations, start }: EncounterRecord): readonly EncounterLocation[] {
  const active = locations.filter((one) => one.active);
  const since = (one: EncounterLocation): EpochMs => one.from ?? start;
  const ordered = [...(active.length > 0 ? active : locations)].sort((a, b) => since(b) - since(a));
  return active.length > 0 ? ordered : ordered.slice(0, 1);
}
