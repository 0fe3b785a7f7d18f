import type { Artefact } from '@endwatch/ml-model';
import { packedChecksum } from '@endwatch/ml-model';
import type { RunRecord } from './document.ts';
import type { EvaluationCohort } from './evaluation-cohort.ts';

const WHOM = { simulated: 'simulated patients', site: "a site's own patients" } as const;

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
}

export function runRecord(input: RunInput): RunRecord {
  const { artefact, cohort, kind, name, seed, command, engine, commit } = input;
  const { version, trainedOn } = artefact.config;
  return {
    command,
    seed,
    statement: statementOf(trainedOn, kind),
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
