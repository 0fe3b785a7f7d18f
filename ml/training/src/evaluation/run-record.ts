import type { Artefact } from '@endwatch/ml-model';
import { packedChecksum } from '@endwatch/ml-model';
import type { RunRecord } from './document.ts';
import type { EvaluationCohort } from './evaluation-cohort.ts';

const WHOM = { simulated: 'simulated patients', site: "a site's own patients" } as const;

/** Of patients that a model was recalibrated to. */
export const FITTED_TO_THEM =
  'The model was recalibrated to these very patients: what is said of its calibration flatters it. Take others.';

/** What must be said beside every number. */
export function statementOf(
  trainedOn: 'simulated' | 'site',
  judgedOn: 'simulated' | 'site',
): string {
  const learned = `The model learned from ${WHOM[trainedOn]}`;
  return judgedOn === 'simulated'
    ? `${learned} and was judged on simulated patients: nothing here is known of real ones.`
    : `${learned} and was judged on the patients of this cohort.`;
}

export interface RunInput {
  readonly artefact: Artefact;
  readonly cohort: EvaluationCohort;
  readonly kind: 'simulated' | 'site';
  readonly name: string;
  readonly seed: number | null;
  readonly command: string;
  readonly engine: string;
  readonly commit: string;
  /** The model was recalibrated to these very patients. */
  readonly fitted: boolean;
}

export function runRecord(input: RunInput): RunRecord {
  const { artefact, cohort, kind, name, seed, command, engine, commit, fitted } = input;
  const { version, trainedOn } = artefact.config;
  const statement = statementOf(trainedOn, kind);
  return {
    command,
    seed,
    statement: fitted ? `${statement} ${FITTED_TO_THEM}` : statement,
    model: { version, checksum: packedChecksum(artefact), trainedOn },
    cohort: {
      kind,
      name,
      patients: cohort.patients,
      stays: cohort.stays.length,
      ends: cohort.stays.filter(({ followUp }) => followUp.event).length,
    },
    engine,
    commit,
  };
}
