import { type ClinicalRecord, type EpochMs, type Stay } from '@endwatch/clinical';
import type { AlertState, AlertTransition } from '../domain/alerting/alert.ts';
import type { LocationDirectory } from '../domain/board/placement.ts';
import {
  applyRecords,
  withoutPatient,
  type Applied,
} from '../domain/patient-state/apply-records.ts';
import {
  contradictedTotals,
  type ContradictedTotal,
} from '../domain/patient-state/contradicted-totals.ts';
import type { KnownScore } from '../domain/patient-state/known-score.ts';
import { reportVectorKey, type PatientState } from '../domain/patient-state/patient-state.ts';
import { forecastSpan, type ForecastSpan } from '../domain/rescoring/forecast-span.ts';
import { lastWholeHour, planScores } from '../domain/rescoring/plan-scores.ts';
import { encoderName, type ModelIdentity } from '../domain/rescoring/model-manifest.ts';
import {
  ADMISSION_SNAPSHOT,
  prepareScores,
  reportsToEncode,
  snapshotFingerprint,
  type PreparedScore,
} from '../domain/rescoring/prepare-scores.ts';
import type { PipelinePorts, PipelineSettings } from './pipeline-settings.ts';
import type { ReportVector } from './ports.ts';

/** Why patients are looked at. */
export type Trigger = 'records' | 'clock' | 'command' | 'location';

/** What somebody asks of an open alert: the alert after it and the line for its history, or null when it cannot be done. */
export interface AlertCommand {
  readonly alertId: string;
  readonly apply: (
    alert: AlertState,
  ) => { readonly alert: AlertState; readonly transition: AlertTransition | null } | null;
}

/** What a round does to one patient. */
export interface PatientTask {
  readonly trigger: Trigger;
  readonly patientId: string;
  /** Its own records. */
  readonly records: readonly ClinicalRecord[];
  /** Records of patients merged into it: known here, stored there. */
  readonly absorbed: readonly ClinicalRecord[];
  /** Patients who are no longer merged into it. */
  readonly parted: readonly string[];
  /** Who it is merged into in the end, over any number of steps; null when it stands for itself. */
  readonly mergedInto: string | null;
  readonly command: AlertCommand | null;
}

export interface RoundContext {
  readonly ports: PipelinePorts;
  readonly settings: PipelineSettings;
  readonly now: EpochMs;
  readonly directory: LocationDirectory;
}

/** One patient half-way: facts taken in, scores to compute named. */
export interface Draft {
  readonly task: PatientTask;
  readonly before: PatientState;
  readonly state: PatientState;
  readonly applied: Applied;
  readonly contradicted: readonly ContradictedTotal[];
  readonly vectors: readonly ReportVector[];
  readonly transitions: readonly AlertTransition[];
  /** The clock's now, or the newest effective time where a sender's clock runs ahead. */
  readonly moment: EpochMs;
  readonly stay: Stay | null;
  readonly span: ForecastSpan | null;
  readonly prepared: readonly PreparedScore[];
  readonly withdrawn: readonly KnownScore[];
}

/** Takes a task's facts in and finds out what has to be scored. Throws only for bugs. */
export function openRound(context: RoundContext, before: PatientState, task: PatientTask): Draft {
  const parted = task.parted.reduce(withoutPatient, before);
  const absorbed = applyRecords(parted, task.absorbed);
  const own = applyRecords(absorbed.state, task.records);
  const applied: Applied = {
    ...own,
    dirtyFrom: parted === before ? least(own.dirtyFrom, absorbed.dirtyFrom) : -Infinity,
  };
  const command = applyCommand(applied.state, task.command);
  const moment = Math.max(context.now, applied.state.facts.latestEffectiveAt ?? -Infinity);
  const stay = task.mergedInto === null ? applied.state.stayAt(moment) : null;
  const contradicted = contradictedTotals(before, applied.state, task.records);
  const base = { task, before, applied, contradicted, moment, ...command };
  if (stay === null) {
    return { ...base, vectors: [], stay, span: null, prepared: [], withdrawn: [] };
  }
  const definitionAt = context.settings.endDefinitions();
  const span = forecastSpan({ state: command.state, stay, moment, definitionAt });
  return { ...base, stay, span, ...toScore(context, { ...base, stay, span }) };
}

type Found = Pick<Draft, 'task' | 'before' | 'state' | 'applied'> & {
  readonly stay: Stay;
  readonly span: ForecastSpan;
};

function toScore(
  { ports, now }: RoundContext,
  { task, before, state, applied, stay, span }: Found,
): Pick<Draft, 'state' | 'vectors' | 'prepared' | 'withdrawn'> {
  const { admittedAt } = stay;
  const model = ports.model.manifest;
  const modelVersion = encoderName(model);
  const vectors = reportsToEncode({ state, admittedAt, model }).map(
    ({ resourceKey, version, text }) => ({
      resourceKey,
      version,
      modelVersion,
      vector: ports.model.encodeReport(text),
    }),
  );
  const encoded = vectors.length === 0 ? state : withVectors(state, vectors);
  const latest = state.facts.latestEffectiveAt ?? admittedAt;
  const plan = planScores({
    facts: encoded.facts,
    span,
    admittedAt,
    upTo: task.trigger === 'clock' ? Math.max(lastWholeHour(admittedAt, now), latest) : latest,
    dirtyFrom: applied.dirtyFrom,
    vitalsGone: encoded.cleared,
    model,
    isOfEarlierStay: (asOf) => isOfEarlierStay(encoded, admittedAt, asOf),
  });
  const { moments, withdrawn } = plan;
  const snapshotChanged = isSnapshotChanged(before, {
    ...{ state: encoded, admittedAt, model, dirtyFrom: applied.dirtyFrom },
  });
  const { dirtyFrom } = applied;
  const question = { state: encoded, admittedAt, moments, model, snapshotChanged, dirtyFrom };
  const prepared = prepareScores(question);
  return { state: encoded, vectors, prepared, withdrawn };
}

/** Only a change within the first hours can do it. */
function isSnapshotChanged(
  before: PatientState,
  after: {
    readonly state: PatientState;
    readonly admittedAt: EpochMs;
    readonly model: ModelIdentity;
    readonly dirtyFrom: EpochMs | null;
  },
): boolean {
  const until = after.admittedAt + ADMISSION_SNAPSHOT;
  if (before.facts.scores.length === 0 || (after.dirtyFrom ?? Infinity) > until) return false;
  return snapshotFingerprint({ ...after, state: before }) !== snapshotFingerprint(after);
}

function applyCommand(
  state: PatientState,
  command: AlertCommand | null,
): Pick<Draft, 'state' | 'transitions'> {
  const alert = state.facts.alerts.find(({ id }) => id === command?.alertId);
  if (command === null || alert === undefined) return { state, transitions: [] };
  const moved = command.apply(alert);
  if (moved === null) return { state, transitions: [] };
  const alerts = state.facts.alerts.map((each) => (each === alert ? moved.alert : each));
  return {
    state: state.with({ alerts }),
    transitions: moved.transition === null ? [] : [moved.transition],
  };
}

function withVectors(state: PatientState, added: readonly ReportVector[]): PatientState {
  const vectors = new Map(state.facts.vectors);
  for (const vector of added) vectors.set(reportVectorKey(vector), vector);
  return state.with({ vectors });
}

function isOfEarlierStay(state: PatientState, admittedAt: EpochMs, asOf: EpochMs): boolean {
  if (asOf >= admittedAt) return false;
  return (state.stayAt(asOf)?.admittedAt ?? admittedAt) !== admittedAt;
}

function least(a: EpochMs | null, b: EpochMs | null): EpochMs | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
