import type { Artefact } from '@endwatch/ml-model';
import type { FollowUp } from '@endwatch/statistics';
import { at } from '@endwatch/statistics';
import { FEATURE_NAMES, HOUR, standingForecast } from '@endwatch/clinical';
import type { LiveForecasts, ScoredSnapshot, ScoredStays } from '../score-stays.ts';
import { parted, scoreStays } from '../score-stays.ts';
import { LANDMARK_HOURS } from '../settings.ts';
import type { Snapshot, Stay, StoredForecast } from '../stay-rows.ts';
import type { EvaluationCohort, JudgedStay } from './evaluation-cohort.ts';

/** What the sections on live forecasts are made from. */
export interface LiveJudgement {
  /** Its thresholds make the bands. */
  readonly artefact: Artefact;
  readonly cohort: EvaluationCohort;
  readonly scored: LiveForecasts;
  readonly simulated: boolean;
  /** In words, to stand within a sentence. */
  readonly population: string;
}

/** What every section of an evaluation is made from. */
export interface Judgement extends LiveJudgement {
  /** Everything scored exactly as serving does. */
  readonly scored: ScoredStays;
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

/** The forecasts that a board showed at each landmark instead of what the model would say now. */
export function judgeStored(artefact: Artefact, cohort: EvaluationCohort): LiveJudgement {
  const scored = parted(cohort.stays.flatMap(shownAtLandmarks));
  return { artefact, cohort, scored, simulated: false, population: 'patients of the cohort' };
}

/** At admission nothing has arrived. */
const SHOWN_HOURS = LANDMARK_HOURS.filter((hour) => hour > 0);

function shownAtLandmarks(stay: JudgedStay): ScoredSnapshot<StoredForecast>[] {
  const { admittedAt } = stay;
  const own = stay.forecasts.filter(({ asOf }) => asOf >= admittedAt);
  return stay.snapshots.flatMap((snapshot) => {
    if (!SHOWN_HOURS.includes(snapshot.hour)) return [];
    const output = standingForecast(own, admittedAt + snapshot.hour * HOUR);
    return output === null ? [] : [{ stay, snapshot, output }];
  });
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
