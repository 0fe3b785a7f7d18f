import {
  DAY,
  FORECAST_END_HOURS,
  HOUR,
  type EpochMs,
  type FeatureVector,
} from '@endwatch/clinical';
import {
  measureDrift,
  measureOutcomes,
  type InputDrift,
  type OutcomeDrift,
  type Reference,
} from '../domain/drift/measure-drift.ts';
import { WEEK, weeksBefore } from '../domain/drift/weeks.ts';
import { outcomeOf } from '../domain/shadow/outcome-of.ts';
import type { ModelIdentity } from '../domain/rescoring/model-manifest.ts';
import type { StoredPatient } from './ports.ts';
import { DriftReadings } from './review-quality.ts';

/** The first standing score of a patient within a few hours after the reference's hour. */
export interface WeekScore {
  readonly patientId: string;
  readonly asOf: EpochMs;
  readonly features: FeatureVector;
  readonly by7d: number | null;
}

export interface WeekSpan {
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** Since admission. */
  readonly hour: number;
  /** `input`: what stands by now, with all that came in late; `outcome`: what was forecast then. */
  readonly kind: 'input' | 'outcome';
}

export abstract class DriftStore extends DriftReadings {
  /** Weeks (their Mondays) of which this model's drift is kept. */
  abstract kept(model: ModelIdentity, kind: 'input' | 'outcome'): Promise<ReadonlySet<EpochMs>>;
  /** One score for each patient with a score of this model at `hour` since admission within the span. */
  abstract scores(model: ModelIdentity, span: WeekSpan): Promise<readonly WeekScore[]>;
  /** Examinations of a patient, to see what came. */
  abstract examinations(patientId: string): Promise<StoredPatient | null>;
  /** The same week again leaves what is kept. */
  abstract keepInput(
    model: ModelIdentity,
    week: EpochMs,
    drift: readonly InputDrift[],
  ): Promise<void>;
  abstract keepOutcome(model: ModelIdentity, week: EpochMs, drift: OutcomeDrift): Promise<void>;
}

/** As far back as is made up for after a pause. */
const WEEKS = 8;
/** What came of a week is known this long after it. */
const SETTLED = FORECAST_END_HOURS * HOUR + DAY;

/** Once a week: whether the patients are still like those the model learned from, and whether what it forecasts comes. */
export class DriftWatch {
  readonly #store: DriftStore;
  readonly #model: ModelIdentity;
  readonly #reference: Reference;

  constructor(store: DriftStore, model: ModelIdentity, reference: Reference) {
    this.#store = store;
    this.#model = model;
    this.#reference = reference;
  }

  /** Weeks that were worked out. */
  async catchUp(now: EpochMs): Promise<number> {
    const [inputs, outcomes] = await Promise.all([
      this.#store.kept(this.#model, 'input'),
      this.#store.kept(this.#model, 'outcome'),
    ]);
    let done = 0;
    for (const week of weeksBefore(now, WEEKS)) {
      if (!inputs.has(week)) done += await this.#input(week);
      if (!outcomes.has(week) && week + WEEK + SETTLED <= now)
        done += await this.#outcome(week, now);
    }
    return done;
  }

  #scores(week: EpochMs, kind: WeekSpan['kind']): Promise<readonly WeekScore[]> {
    const { hour } = this.#reference;
    return this.#store.scores(this.#model, { from: week, to: week + WEEK, hour, kind });
  }

  async #input(week: EpochMs): Promise<number> {
    const scores = await this.#scores(week, 'input');
    if (scores.length === 0) return 0;
    const vectors = scores.map(({ features }) => features);
    await this.#store.keepInput(this.#model, week, measureDrift(vectors, this.#reference));
    return 1;
  }

  async #outcome(week: EpochMs, now: EpochMs): Promise<number> {
    const scores = await this.#scores(week, 'outcome');
    if (scores.length === 0) return 0;
    const known = [];
    for (const { patientId, asOf, by7d } of scores) {
      const stored = by7d === null ? null : await this.#store.examinations(patientId);
      const outcome = stored && outcomeOf(stored, now);
      if (by7d === null || !outcome) continue;
      known.push({ by7d, ended: outcome.endAt !== null && outcome.endAt > asOf });
    }
    await this.#store.keepOutcome(this.#model, week, measureOutcomes(known));
    return 1;
  }
}
