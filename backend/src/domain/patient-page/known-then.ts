import {
  newestVersions,
  SECOND,
  type ClinicalRecord,
  type EpochMs,
  type PatientRecord,
} from '@endwatch/clinical';
import type { AlertState } from '../alerting/alert.ts';
import type { StoredPatient } from '../patient-state/stored-patient.ts';
import type { PastScore, PatientHistory } from './patient-history.ts';

/** What a round brought, decoded a moment before it was written, is one change. */
const ONE_CHANGE = 2 * SECOND;

/**
 * The patient as Endwatch knew it at a moment: versions that had been decoded, scores that had been computed and were not superseded yet, alerts
 * as they stood. What was measured before but came later is not in it.
 */
export function knownThen(history: PatientHistory, at: EpochMs): StoredPatient {
  const { stored } = history;
  return {
    ...stored,
    records: recordsThen(stored, at),
    alerts: alertsThen(history, at),
    scores: history.scores.filter((score) => heldAt(score, at)),
    scoresFrom: null,
  };
}

function heldAt({ knownAt, supersededAt }: PastScore, at: EpochMs): boolean {
  return knownAt <= at && (supersededAt === null || supersededAt > at);
}

/** Scores that were known then; whether one is superseded, as it was then. */
export function scoresThen({ scores }: PatientHistory, at: EpochMs): readonly PastScore[] {
  return scores
    .filter(({ knownAt }) => knownAt <= at)
    .map((score) => (heldAt(score, at) ? { ...score, supersededAt: null } : score));
}

/** Each alert in its newest version of then. */
function alertsThen({ alerts }: PatientHistory, at: EpochMs): readonly AlertState[] {
  const then = new Map<string, AlertState>();
  for (const { alert, knownAt } of alerts) if (knownAt <= at) then.set(alert.id, alert);
  return [...then.values()];
}

/** Without those of patients who had not been merged into this one yet. */
function recordsThen({ patientId, records }: StoredPatient, at: EpochMs): ClinicalRecord[] {
  const known = records.filter(({ times }) => times.ingestedAt <= at);
  const people = [...newestVersions(known.filter((one) => one.type === 'patient')).values()];
  const into = new Map(
    people
      .filter((one): one is PatientRecord => one.type === 'patient' && !one.retracted)
      .map((one) => [one.patientId, one.replacedBy]),
  );
  const isOne = (id: string): boolean => {
    const passed = new Set<string>();
    for (let next: string | null = id; next !== null && !passed.has(next);) {
      if (next === patientId) return true;
      passed.add(next);
      next = into.get(next) ?? null;
    }
    return false;
  };
  return known.filter((record) => isOne(record.patientId));
}

/** When something changed in what was known, oldest first. */
export function changesOf({ stored, scores, alerts }: PatientHistory): readonly EpochMs[] {
  const times = [
    ...stored.records.map(({ times: { ingestedAt } }) => ingestedAt),
    ...scores.flatMap(({ knownAt, supersededAt }) => [knownAt, supersededAt ?? knownAt]),
    ...alerts.map(({ knownAt }) => knownAt),
  ].sort((a, b) => a - b);
  const changes: EpochMs[] = [];
  let began = -Infinity;
  for (const time of times) {
    if (time - began <= ONE_CHANGE) changes.pop();
    else began = time;
    changes.push(time);
  }
  return changes;
}
