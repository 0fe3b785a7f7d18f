import type { ReportRecord } from '@endwatch/clinical';
import type { Explanation } from '@endwatch/contracts';
import type { ReportShares, RiskShares } from '../domain/explanation/attribution.ts';
import { toExplanation, type Explained } from '../domain/explanation/to-explanation.ts';
import { isScoreOf } from '../domain/rescoring/model-manifest.ts';
import type { ModelManifest, ScoreInput, ScoreRecord } from './ports.ts';

/** A model that can say what its forecasts rest on. */
export abstract class RiskExplainer {
  abstract readonly manifest: ModelManifest;
  /** Throws a `RangeError` when `next24h` is not what the model says of the input. */
  abstract explain(input: ScoreInput, next24h: number): RiskShares;
  /** The same when the score did not read these texts. */
  abstract explainReports(
    input: ScoreInput,
    texts: readonly string[],
    next24h: number,
  ): ReportShares;
}

/** Stored scores, what they read, and explanations made before. */
export abstract class ExplanationStore {
  /** Null where the patient has no such score. */
  abstract score(patientId: string, scoreId: string): Promise<ScoreRecord | null>;
  /** What stood as the newest forecast of an earlier moment when this one was made; null for a first one. */
  abstract scoreBefore(score: ScoreRecord): Promise<ScoreRecord | null>;
  /** Those versions of reports that are kept, in the order of their keys. */
  abstract reports(score: ScoreRecord): Promise<readonly ReportRecord[]>;
  abstract kept(score: ScoreRecord): Promise<Explanation | null>;
  /** For the next who asks. */
  abstract keep(score: ScoreRecord, explanation: Explanation): Promise<void>;
}

export type Answer =
  | { readonly outcome: 'explained'; readonly explanation: Explanation }
  | { readonly outcome: 'unknown' }
  /** The score is there; why it cannot be explained. */
  | { readonly outcome: 'refused'; readonly reason: string };

/** Explains stored scores on demand; the same score is worked out once. */
export class ScoreExplanations {
  readonly #store: ExplanationStore;
  readonly #model: RiskExplainer;

  constructor(store: ExplanationStore, model: RiskExplainer) {
    this.#store = store;
    this.#model = model;
  }

  async of(patientId: string, scoreId: string): Promise<Answer> {
    const score = await this.#store.score(patientId, scoreId);
    if (score === null) return { outcome: 'unknown' };
    const kept = await this.#store.kept(score);
    if (kept !== null) return { outcome: 'explained', explanation: kept };
    const { manifest } = this.#model;
    if (!isScoreOf(score, manifest)) {
      const reason = `This forecast was made by model ${score.modelVersion}, which is not in service any more: nobody can ask it.`;
      return { outcome: 'refused', reason };
    }
    const explanation = await this.#explain(score);
    await this.#store.keep(score, explanation);
    return { outcome: 'explained', explanation };
  }

  async #explain(score: ScoreRecord): Promise<Explanation> {
    const { manifest } = this.#model;
    const [earlier, records] = await Promise.all([
      this.#store.scoreBefore(score),
      score.reportKeys.length === 0 ? [] : this.#store.reports(score),
    ]);
    const before = earlier && isScoreOf(earlier, manifest) ? this.#shares(earlier) : null;
    return toExplanation({
      ...this.#shares(score),
      ...{ manifest, before },
      ...this.#words(score, records),
    });
  }

  #shares(score: ScoreRecord): Explained {
    return { score, shares: this.#model.explain(inputOf(score), score.next24h) };
  }

  #words(score: ScoreRecord, records: readonly ReportRecord[]) {
    if (score.reportKeys.length === 0) return { reports: null, unexplained: null };
    if (records.length < score.reportKeys.length) {
      return { reports: null, unexplained: 'The reports of that time are no longer kept.' };
    }
    const texts = records.map(({ text }) => text);
    const shares = this.#model.explainReports(inputOf(score), texts, score.next24h);
    return { reports: { records, shares }, unexplained: null };
  }
}

function inputOf({ features, reportVector, hoursSinceAdmission }: ScoreRecord): ScoreInput {
  return { features, report: reportVector, hoursSinceAdmission };
}
