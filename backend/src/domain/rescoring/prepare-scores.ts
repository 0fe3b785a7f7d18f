import {
  ageAt,
  combineReportVectors,
  extractFeatures,
  HOUR,
  outOfPopulation,
  reportsOfIllness,
  unfamiliarInputs,
  type EpochMs,
  type FeatureVector,
  type ReportRecord,
  type UnfamiliarInput,
} from '@endwatch/clinical';
import { scoreAt, type KnownScore } from '../patient-state/known-score.ts';
import { reportVectorKey, type PatientState } from '../patient-state/patient-state.ts';
import { fingerprintOf } from './fingerprint.ts';
import {
  encoderName,
  isScoreOf,
  type ModelIdentity,
  type ModelManifest,
} from './model-manifest.ts';

/** The snapshot of the admission model is taken this long after admission, and earlier while it has not come. */
export const ADMISSION_SNAPSHOT = 6 * HOUR;

export interface ModelInputs {
  readonly features: FeatureVector;
  readonly report: Float32Array | null;
  readonly hoursSinceAdmission: number;
}

/** The risk at admission as the newest score names it. */
export interface AdmissionKnown {
  readonly risk: number | null;
}

/** One score that has to be computed, with everything but the model's answer. */
export interface PreparedScore {
  readonly asOf: EpochMs;
  readonly inputs: ModelInputs;
  readonly reportKeys: readonly string[];
  readonly outOfPopulation: readonly string[];
  readonly fingerprint: string;
  /** What was known at admission, for the one-snapshot model; or what it said of it before, where that still holds. */
  readonly admission: ModelInputs | AdmissionKnown;
  /** The score at the same moment that holds no longer. */
  readonly replaces: KnownScore | null;
}

interface Question {
  readonly state: PatientState;
  readonly admittedAt: EpochMs;
  readonly model: ModelIdentity;
}

export interface PrepareQuestion extends Question {
  readonly model: ModelIdentity & Pick<ModelManifest, 'known'>;
  readonly moments: readonly EpochMs[];
  /** What was known at admission reads otherwise than before: every score that names the admission risk is news. */
  readonly snapshotChanged: boolean;
  /** Nothing before this has changed since the scores held were computed; null = nothing at all. */
  readonly dirtyFrom: EpochMs | null;
}

/** Inputs at each moment; moments whose score rests on the very same inputs and model are left out. */
export function prepareScores(question: PrepareQuestion): readonly PreparedScore[] {
  const { state, admittedAt, model } = question;
  const known = admissionKnown(question);
  const snapshots = new Map<EpochMs, PreparedScore['admission']>();
  if (known !== null) snapshots.set(admittedAt + ADMISSION_SNAPSHOT, known);
  const prepared: PreparedScore[] = [];
  for (const asOf of question.moments) {
    const { inputs, reports } = inputsAt(question, asOf);
    const strangeness = reasons(question, asOf, { features: inputs.features, reports });
    const fingerprint = fingerprintOf({ ...inputs, outOfPopulation: strangeness });
    const held = scoreAt(state.facts.scores, asOf);
    const snapshotAt = Math.min(asOf, admittedAt + ADMISSION_SNAPSHOT);
    const same = held?.fingerprint === fingerprint && isScoreOf(held, model);
    if (same && !(question.snapshotChanged && snapshotAt < asOf)) continue;
    const admission =
      snapshotAt === asOf
        ? inputs
        : (snapshots.get(snapshotAt) ?? inputsAt(question, snapshotAt).inputs);
    snapshots.set(snapshotAt, admission);
    prepared.push({
      asOf,
      inputs,
      reportKeys: reports.map(({ resourceKey, version }) => `${resourceKey}@${version}`),
      outOfPopulation: strangeness,
      fingerprint,
      admission,
      replaces: held,
    });
  }
  return prepared;
}

/** Once the snapshot is complete, it is the same for the rest of the stay unless something before it changes. */
function admissionKnown(question: PrepareQuestion): AdmissionKnown | null {
  const { state, admittedAt, model, dirtyFrom } = question;
  const newest = state.facts.scores[0];
  const snapshotAt = admittedAt + ADMISSION_SNAPSHOT;
  const untouched = dirtyFrom === null || dirtyFrom > snapshotAt;
  if (newest === undefined || newest.asOf < snapshotAt || !untouched) return null;
  return isScoreOf(newest, model) ? { risk: newest.admission } : null;
}

/** Of the inputs of the admission snapshot. */
export function snapshotFingerprint(question: Question): string {
  const { inputs } = inputsAt(question, question.admittedAt + ADMISSION_SNAPSHOT);
  return fingerprintOf({ ...inputs, outOfPopulation: [] });
}

/** Reports of this stay whose text has no vector of this model yet. */
export function reportsToEncode(question: Question): readonly ReportRecord[] {
  const { state, model } = question;
  const modelVersion = encoderName(model);
  return reportsOf(question, Infinity).filter(
    (report) => !state.facts.vectors.has(reportVectorKey({ ...keyOf(report), modelVersion })),
  );
}

function inputsAt(
  question: Question,
  asOf: EpochMs,
): { readonly inputs: ModelInputs; readonly reports: readonly ReportRecord[] } {
  const { state, admittedAt, model } = question;
  const modelVersion = encoderName(model);
  const reports = reportsOf(question, asOf);
  const vectors = reports.flatMap((report) => {
    const key = reportVectorKey({ ...keyOf(report), modelVersion });
    return state.facts.vectors.get(key)?.vector ?? [];
  });
  return {
    inputs: {
      features: extractFeatures({ timeline: state.timeline, admittedAt, asOf }),
      report: combineReportVectors(vectors),
      hoursSinceAdmission: (asOf - admittedAt) / HOUR,
    },
    reports,
  };
}

function reportsOf(
  { state, admittedAt }: Pick<Question, 'state' | 'admittedAt'>,
  asOf: EpochMs,
): readonly ReportRecord[] {
  return reportsOfIllness(state.timeline.cutAt(asOf), admittedAt);
}

function keyOf(report: ReportRecord): { resourceKey: string; version: string } {
  return { resourceKey: report.resourceKey, version: report.version };
}

function reasons(
  { state, admittedAt, model: { known } }: PrepareQuestion,
  asOf: EpochMs,
  seen: Pick<UnfamiliarInput, 'features' | 'reports'>,
): readonly string[] {
  const { timeline } = state;
  const age = ageAt(timeline.patient?.birthDate ?? null, admittedAt);
  return [
    ...outOfPopulation({ timeline, admittedAt, asOf, age }),
    ...unfamiliarInputs({ ...seen, known }),
  ];
}
