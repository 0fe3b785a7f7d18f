import { missingFeatures, type EpochMs } from '@endwatch/clinical';
import type { AlertState } from '../domain/alerting/alert.ts';
import { decideAlerts, type AlertDecision } from '../domain/alerting/decide-alerts.ts';
import { moveAlert, SYSTEM } from '../domain/alerting/alert-life.ts';
import { situationOf } from '../domain/alerting/situation.ts';
import {
  goneCause,
  isRemembered,
  type AlertSituation,
  type ScorePoint,
} from '../domain/alerting/verdict.ts';
import { toBoardRow } from '../domain/board/board-row.ts';
import { resolvePlacement } from '../domain/board/placement.ts';
import { withoutOldVitals } from '../domain/patient-state/apply-records.ts';
import { withPackedValues } from '../domain/patient-state/pack-values.ts';
import { knownScoreOf } from '../domain/patient-state/known-score.ts';
import type { PatientState } from '../domain/patient-state/patient-state.ts';
import { nextEncounterChange, nextWake } from '../domain/rescoring/next-wake.ts';
import { replaceScores } from '../domain/rescoring/replace-scores.ts';
import type { Draft, RoundContext } from './patient-round.ts';
import type { PatientEffects, ScoreRecord } from './ports.ts';
import type { ScoredMoment } from './score-drafts.ts';
import { judged } from './pace.ts';
import { settle } from './settle.ts';

export interface Closed {
  /** Null when nothing about this patient changed. */
  readonly effects: PatientEffects | null;
  /** As it stands once the effects are committed. */
  readonly state: PatientState;
}

interface Outcome {
  readonly decision: AlertDecision;
  readonly wakeAt: EpochMs | null;
  readonly board: Pick<PatientEffects, 'row' | 'placement'>;
}

/** From a scored draft to everything that is written: scores, alerts, tile, when to wake. */
export function closeRound(
  context: RoundContext,
  draft: Draft,
  scored: readonly ScoredMoment[],
): Closed {
  const scores = scored.map((each) => toScoreRecord(context, draft, each));
  const superseded = [
    ...scored.flatMap(({ prepared }) => prepared.replaces ?? []),
    ...draft.withdrawn,
  ];
  const changes = { written: scores.map(knownScoreOf), superseded };
  const rescored = draft.state.with(replaceScores(draft.state.facts, changes));
  const replaced = new Map<string, ScorePoint | null>(draft.withdrawn.map(({ id }) => [id, null]));
  for (const [index, { prepared }] of scored.entries()) {
    if (prepared.replaces) replaced.set(prepared.replaces.id, scores[index] ?? null);
  }
  const outcome = decide(context, { ...draft, state: rescored }, replaced);
  const waiting = settle(context, { ...draft.task, before: draft.before }, outcome.wakeAt);
  const profile = profileOf(draft, waiting.wakeAt);
  const { pace } = context.settings;
  const times = judged(pace, draft.before.facts.standing?.judged, context.now);
  const closed = rescored.with({
    version: draft.before.facts.version + 1,
    alerts: outcome.decision.known.filter((alert) => isRemembered(alert, context.now)),
    waitingSince: waiting.since,
    standing: { ...outcome.board, wakeAt: outcome.wakeAt, profile, judged: times },
  });
  const kept = withoutOldVitals(closed, [...draft.task.absorbed, ...draft.task.records]);
  const state = withPackedValues(kept, context.settings.pack);
  const effects: PatientEffects = {
    patientId: state.patientId,
    partition: context.ports.partitioner.partitionOf(state.patientId),
    expectedVersion: draft.before.facts.version,
    ...{ profile, records: draft.applied.fresh, reportVectors: draft.vectors },
    scores,
    superseded: superseded.map(({ id, asOf }) => ({ id, asOf })),
    alerts: changedAlerts(draft, outcome.decision),
    transitions: [...draft.transitions, ...outcome.decision.transitions],
    ...outcome.board,
  };
  return isNews(draft, effects) ? { effects, state } : { effects: null, state: draft.before };
}

function toScoreRecord(
  { ports, settings, now }: RoundContext,
  draft: Draft,
  { prepared, output, admission }: ScoredMoment,
): ScoreRecord {
  const { patientId } = draft.state;
  // Of the aggregate: the same inputs may come back after a correction of a correction, and are a new row then.
  const { version } = draft.before.facts;
  const { asOf, fingerprint, inputs } = prepared;
  const { version: modelVersion, checksum: modelChecksum } = ports.model.manifest;
  return {
    id: ports.ids.of('score', patientId, asOf, version, modelVersion, modelChecksum, fingerprint),
    patientId,
    asOf,
    knownAt: now,
    next24h: output.next24h,
    by48h: output.by48h,
    by7d: output.by7d,
    hazards: output.hazards,
    admission,
    hoursSinceAdmission: inputs.hoursSinceAdmission,
    modelVersion,
    modelChecksum,
    codeVersion: settings.codeVersion,
    features: inputs.features,
    fingerprint,
    reportKeys: prepared.reportKeys,
    reportVector: inputs.report,
    missing: missingFeatures(inputs.features, draft.before.facts.scores[0]?.missing),
    outOfPopulation: prepared.outOfPopulation,
    supersededAt: null,
  };
}

function decide(
  context: RoundContext,
  draft: Draft,
  superseded: ReadonlyMap<string, ScorePoint | null>,
): Outcome {
  const { now, settings } = context;
  const { state, stay, span, moment } = draft;
  if (stay === null || span === null) return offBoard(context, draft);
  const closed =
    stay.dischargedAt !== null ? (stay.died ? 'The patient died' : 'Discharged') : null;
  const judgeAbsence = draft.task.trigger === 'clock';
  const placement = resolvePlacement(context.directory, stay.locations);
  const escalation = settings.escalationFor(placement.wardId);
  const { schedule, overdueGrace } = settings.examinations(placement.wardId);
  const policy = {
    ...settings.policy,
    risk: settings.riskLimits(placement.wardId),
    ...{ escalation, overdueGrace, timeZone: settings.timeZone },
  };
  const situation: AlertSituation = situationOf({
    ...{ state, stay, span, now, moment, schedule, superseded, judgeAbsence, closed },
  });
  const decision = decideAlerts({ policy, situation, newId: newAlertId(context, draft) });
  const { encounters } = state;
  const { admittedAt } = stay;
  if (closed !== null) {
    return {
      decision,
      wakeAt: nextEncounterChange(encounters, now),
      board: { row: null, placement: null },
    };
  }
  const { manifest } = context.ports.model;
  const told = state.with({ alerts: decision.known });
  const row = toBoardRow({ state: told, stay, span, placement, moment, manifest, schedule });
  const wakeAt = nextWake({ now, admittedAt, span, situation, decision, policy, encounters });
  return { decision, wakeAt, board: { row, placement } };
}

/** Without a stay, or merged into another patient: nothing stays open, nothing is shown. */
function offBoard({ now }: RoundContext, { state, task }: Draft): Outcome {
  const merged = task.mergedInto !== null;
  const reason = merged ? 'The record was merged into another' : 'There is no stay any more';
  const moved = state.facts.alerts.map((alert) => {
    const move = moveAlert(alert, { to: 'resolved', at: now, by: SYSTEM, reason });
    // Nobody closed it by hand: should the stay come back, it may ring again.
    const cause = goneCause(alert.cause);
    return move.ok
      ? { alert: { ...move.alert, reason, cause }, transition: move.transition }
      : { alert, transition: null };
  });
  return {
    decision: {
      known: moved.map(({ alert }) => alert),
      changed: moved.flatMap(({ alert, transition }) => (transition === null ? [] : alert)),
      transitions: moved.flatMap(({ transition }) => transition ?? []),
      lookAgainAt: null,
    },
    wakeAt: merged ? null : nextEncounterChange(state.encounters, now),
    board: { row: null, placement: null },
  };
}

function newAlertId({ ports }: RoundContext, { state, before }: Draft) {
  return (kind: string, cause: string): string =>
    ports.ids.of('alert', state.patientId, kind, cause, before.facts.version);
}

function profileOf({ task, stay }: Draft, nextWakeAt: EpochMs | null): PatientEffects['profile'] {
  return {
    admittedAt: stay?.admittedAt ?? null,
    dischargedAt: stay?.dischargedAt ?? null,
    encounterId: stay?.encounterId ?? null,
    locationIds: stay?.locations.map(({ locationId }) => locationId) ?? [],
    mergedInto: task.mergedInto,
    nextWakeAt,
  };
}

/** The rules may move what a command has just moved: the last word is written. */
function changedAlerts(draft: Draft, decision: AlertDecision): readonly AlertState[] {
  const ids = new Set(decision.changed.map(({ id }) => id));
  const commanded = draft.transitions.map(({ alertId }) => alertId);
  for (const id of commanded) ids.add(id);
  return decision.known.filter(({ id }) => ids.has(id));
}

function isNews({ task, applied, withdrawn, before }: Draft, effects: PatientEffects): boolean {
  if (task.trigger !== 'records' || before.facts.version === 0) return true;
  return (
    applied.fresh.length > 0 ||
    applied.dirtyFrom !== null ||
    task.parted.length > 0 ||
    withdrawn.length > 0 ||
    effects.scores.length > 0 ||
    effects.transitions.length > 0
  );
}
