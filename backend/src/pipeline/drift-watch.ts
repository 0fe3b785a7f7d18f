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
import { outcomeOf } from '../domain/shadow/outcome-of.ts';
import type { ModelIdentity } from '../domain/rescoring/model-manifest.ts';
import type { StoredPatient } from './ports.ts';
import { DriftReadings } from './review-quality.ts';

/** The first standing score of a patient within a few hours after the reference's hour. */
export interface WeekScore {
  readonly patientId: string;
  readonly asOf: EpochMs;
  readonly knownAt: EpochMs;
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
  /** Weeks (their Mondays) in which stays that are stored, and that this model forecast, were `hour` hours old; oldest first. */
  abstract weeks(model: ModelIdentity, hour: number): Promise<readonly EpochMs[]>;
  /** Weeks (their Mondays) of which this model's drift is kept. */
  abstract kept(model: ModelIdentity, kind: 'input' | 'outcome'): Promise<ReadonlySet<EpochMs>>;
  /** One score for each patient with a score of this model at `hour` since admission within the span. */
  abstract scores(model: ModelIdentity, span: WeekSpan): Promise<readonly WeekScore[]>;
  /** Examinations of a patient, to see what came. */
  abstract examinations(patientId: string): Promise<StoredPatient | null>;
  /** The same week again takes the place of what is kept. */
  abstract keepInput(
    model: ModelIdentity,
    week: EpochMs,
    drift: readonly InputDrift[],
  ): Promise<void>;
  abstract keepOutcome(model: ModelIdentity, week: EpochMs, drift: OutcomeDrift): Promise<void>;
}

const WEEK = 7 * DAY;
/** What came of a week is known this long after it. */
const SETTLED = FORECAST_END_HOURS * HOUR + DAY;
/** A week of a stroke unit has too few values to tell a shift from chance: weeks before it are taken with it up to so many patients, or so many weeks. */
const ENOUGH = 200;
const MOST_WEEKS = 13;
/** While a history is loaded, a week of it is in parts. */
const QUIET = HOUR;

interface Work {
  readonly now: EpochMs;
  /** How long nothing may have come of a week. */
  readonly quietFor: number;
  /** Weeks that are left as they are. */
  readonly inputs: ReadonlySet<EpochMs>;
  readonly outcomes: ReadonlySet<EpochMs>;
}

export interface DriftParts {
  readonly store: DriftStore;
  readonly model: ModelIdentity;
  /** Since admission, of the forecasts that are looked at. */
  readonly hour: number;
  /** Null: nobody knows what the inputs were like in training; what came is kept all the same. */
  readonly reference: Reference | null;
  /** As of the scores: of a week that is over for longer, not all of them are there. */
  readonly retentionDays: number;
}

/** Once a week: whether the patients are still like those the model learned from, and whether what it forecasts comes. */
export class DriftWatch {
  readonly #parts: DriftParts;

  constructor(parts: DriftParts) {
    this.#parts = parts;
  }

  /** Works out what is not kept yet of the weeks that are over; how many tables of a week that were. */
  async catchUp(now: EpochMs): Promise<number> {
    const { store, model } = this.#parts;
    const [inputs, outcomes] = await Promise.all([
      store.kept(model, 'input'),
      store.kept(model, 'outcome'),
    ]);
    return this.#workOut({ now, quietFor: QUIET, inputs, outcomes });
  }

  /** The same of every week of which the scores are still stored, whatever is kept of it. */
  rebuild(now: EpochMs): Promise<number> {
    const none: ReadonlySet<EpochMs> = new Set();
    return this.#workOut({ now, quietFor: 0, inputs: none, outcomes: none });
  }

  async #workOut({ now, quietFor, inputs, outcomes }: Work): Promise<number> {
    const { store, model, hour, reference, retentionDays } = this.#parts;
    const upTo = now - quietFor;
    let done = 0;
    for (const week of await store.weeks(model, hour)) {
      if (week + WEEK > now || week < now - retentionDays * DAY) continue;
      if (reference && !inputs.has(week)) done += await this.#input(week, { upTo, reference });
      if (!outcomes.has(week) && week + WEEK + SETTLED <= now)
        done += await this.#outcome(week, { now, upTo });
    }
    return done;
  }

  #scores(week: EpochMs, kind: WeekSpan['kind']): Promise<readonly WeekScore[]> {
    const { store, model, hour } = this.#parts;
    return store.scores(model, { from: week, to: week + WEEK, hour, kind });
  }

  async #input(
    week: EpochMs,
    { upTo, reference }: { readonly upTo: EpochMs; readonly reference: Reference },
  ): Promise<number> {
    const { store, model } = this.#parts;
    const scores = await this.#scores(week, 'input');
    if (!allCame(scores, upTo)) return 0;
    const before: WeekScore[] = [];
    for (let back = 1; back < MOST_WEEKS && scores.length + before.length < ENOUGH; back += 1) {
      before.push(...(await this.#scores(week - back * WEEK, 'input')));
    }
    const vectors = (some: readonly WeekScore[]): readonly FeatureVector[] =>
      some.map(({ features }) => features);
    const inputs = { week: vectors(scores), upTo: vectors([...scores, ...before]) };
    await store.keepInput(model, week, measureDrift(inputs, reference));
    return 1;
  }

  async #outcome(
    week: EpochMs,
    { now, upTo }: { readonly now: EpochMs; readonly upTo: EpochMs },
  ): Promise<number> {
    const { store, model } = this.#parts;
    const scores = await this.#scores(week, 'outcome');
    if (!allCame(scores, upTo)) return 0;
    const known = [];
    for (const { patientId, asOf, by7d } of scores) {
      const stored = by7d === null ? null : await store.examinations(patientId);
      const outcome = stored && outcomeOf(stored, now);
      if (by7d === null || !outcome) continue;
      known.push({ by7d, ended: outcome.endAt !== null && outcome.endAt > asOf });
    }
    await store.keepOutcome(model, week, measureOutcomes(known));
    return 1;
  }
}

/** There are some, and none came after `upTo`. */
function allCame(scores: readonly WeekScore[], upTo: EpochMs): boolean {
  return scores.length > 0 && scores.every(({ knownAt }) => knownAt <= upTo);
}
