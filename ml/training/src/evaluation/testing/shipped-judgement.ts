import { join } from 'node:path';
import { startEngine } from '@endwatch/ml-model';
import { readArtefact } from '../../artefact-files.ts';
import { DEFAULT_SETTINGS } from '../../settings.ts';
import type { RunRecord } from '../document.ts';
import { evaluationCohort, simulatedStays } from '../evaluation-cohort.ts';
import type { Judgement } from '../judgement.ts';
import { judge } from '../judgement.ts';
import { runRecord } from '../run-record.ts';

const FOLDER = join(__dirname, '../../../../artefacts', DEFAULT_SETTINGS.version);

/** The shipped model judged on a few simulated patients. */
export async function shippedJudgement(patients: number, seed = 31): Promise<Judgement> {
  const artefact = await readArtefact(FOLDER);
  await startEngine();
  return judge(artefact, await evaluationCohort(simulatedStays(seed, patients)), true);
}

export function runOf({ artefact, cohort }: Judgement, command = 'npm run evaluate'): RunRecord {
  return runRecord({
    artefact,
    cohort,
    kind: 'simulated',
    name: 'a few',
    seed: 31,
    command,
    engine: 'wasm',
    commit: 'abc',
    fitted: false,
  });
}
