import type { Artefact } from '@endwatch/ml-model';
import type { FollowUp } from '@endwatch/statistics';
import { at } from '@endwatch/statistics';
import { FEATURE_NAMES } from '@endwatch/clinical';
import type { ScoredStays } from '../score-stays.ts';
import { scoreStays } from '../score-stays.ts';
import type { Snapshot, Stay } from '../stay-rows.ts';
import type { EvaluationCohort, JudgedStay } from './evaluation-cohort.ts';

/** What every section of an evaluation is made from. */
export interface Judgement {
  readonly artefact: Artefact;
  readonly cohort: EvaluationCohort;
  /** Everything scored exactly as serving does. */
  readonly scored: ScoredStays;
  readonly simulated: boolean;
  /** In words, to stand within a sentence. */
  readonly population: string;
}

const SIMULATED =
  'simulated patients with ischaemic stroke and occlusion of the middle cerebral artery, no thrombectomy';

export function judge(artefact: Artefact, cohort: EvaluationCohort, simulated: boolean): Judgement {
  return {
    artefact,
    cohort,
    scored: scoreStays(artefact, cohort.stays, true),
    simulated,
    population: simulated ? SIMULATED : 'patients of the cohort',
  };
}

/** Whether END was charted by hour `until`; null where follow-up stopped before that could be known. */
export function outcomeBy({ time, event }: FollowUp, until: number): 0 | 1 | null {
  if (event) return time <= until ? 1 : 0;
  return time >= until ? 0 : null;
}

/** The stay behind a scored row. */
export function judgedStayOf(stay: Stay): JudgedStay {
  if (!('nihssByDay' in stay)) throw new TypeError('the row was not scored for an evaluation');
  return stay as JudgedStay;
}

const POSITIONS: ReadonlyMap<string, number> = new Map(FEATURE_NAMES.map((name, i) => [name, i]));

/** A feature as known then; null where missing. Throws a `RangeError` for a name that is none. */
export function featureOf({ features }: Snapshot, name: string): number | null {
  const position = POSITIONS.get(name);
  if (position === undefined) throw new RangeError(`no feature is called "${name}"`);
  return at(features.missing, position) === 1 ? null : at(features.values, position);
}
