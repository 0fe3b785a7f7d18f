import { combineReportVectors, type EpochMs, type RiskForecast } from '@endwatch/clinical';
import type { ModelManifest, RiskModel, ScoreInput, ScoreRecord } from './ports.ts';

/** From here on the admission snapshot rests on inputs of an earlier moment. */
const SNAPSHOT_HOURS = 6;
/** Report vectors kept in memory; a report is read at each score of a stay. */
const MOST_VECTORS = 5_000;

/** A stored score of the model in service, with the texts that it read. */
export interface PendingScore {
  readonly score: ScoreRecord;
  /** Aligned with `score.reportKeys`; null where a text is no longer kept. */
  readonly texts: readonly (string | null)[];
}

/** What the model in the shadow says of the same inputs. Never on a board, in an alert or in a message. */
export interface ShadowScore {
  readonly patientId: string;
  readonly scoreId: string;
  readonly asOf: EpochMs;
  readonly knownAt: EpochMs;
  /** Null where the reports of that time are no longer kept: it cannot read what the other one read. */
  readonly forecast: RiskForecast | null;
  readonly admission: number | null;
}

export interface ShadowRound {
  /** Scores looked at. */
  readonly taken: number;
  /** Newest of them, by when it was known; null when there were none. */
  readonly upTo: EpochMs | null;
}

export interface PastQuestion {
  readonly model: ModelManifest;
  readonly from: EpochMs;
  readonly after: string;
  readonly limit: number;
}

export interface PastRound {
  readonly answered: number;
  /** After whom to go on; null when nobody is left. */
  readonly after: string | null;
}

export abstract class ShadowStore {
  /**
   * Hands over scores known since `from` that this model has not answered yet, oldest first, and keeps the answers. One process at a time: another one
   * takes nothing.
   */
  abstract round(
    about: { readonly model: ModelManifest; readonly from: EpochMs; readonly limit: number },
    answer: (pending: readonly PendingScore[]) => readonly ShadowScore[],
  ): Promise<ShadowRound>;
  /** Newest score this model has answered, by when it was known; null for none. */
  abstract answeredUpTo(model: ModelManifest): Promise<EpochMs | null>;
  /**
   * Hands over some of what this model has not answered yet, of moments since `from` and of the patients after `after`, and keeps the answers; waits where
   * another process is at it.
   */
  abstract pastRound(
    about: PastQuestion,
    answer: (pending: readonly PendingScore[]) => readonly ShadowScore[],
  ): Promise<PastRound>;
}

const AT_ONCE = 500;
/** Commits of several processes do not come in the order of their times. */
const OVERLAP = 120_000;

/**
 * A second model beside the one in service: it answers stored scores from their stored inputs, after the fact, so that it can neither delay nor fail a
 * forecast that somebody sees.
 */
export class ShadowScoring {
  readonly #store: ShadowStore;
  readonly #model: RiskModel;
  readonly #vectors = new Map<string, Float32Array>();
  #from: EpochMs | null = null;

  constructor(store: ShadowStore, model: RiskModel) {
    this.#store = store;
    this.#model = model;
  }

  /** Works off what waits. @param now where nothing was answered before, it begins here */
  async catchUp(now: EpochMs): Promise<number> {
    const model = this.#model.manifest;
    this.#from ??= ((await this.#store.answeredUpTo(model)) ?? now) - OVERLAP;
    for (let total = 0; ;) {
      const about = { model, from: this.#from, limit: AT_ONCE };
      const { taken, upTo } = await this.#store.round(about, (pending) => this.#answer(pending));
      total += taken;
      if (upTo !== null) this.#from = Math.max(this.#from, upTo - OVERLAP);
      if (taken < AT_ONCE) return total;
    }
  }

  /** Answers what was stored before this model was named: every moment since `from`, patient by patient. @param tell how many so far */
  async answerPast(from: EpochMs, tell: (answered: number) => void): Promise<number> {
    const { manifest: model } = this.#model;
    let total = 0;
    for (let after: string | null = ''; after !== null;) {
      const about: PastQuestion = { model, from, after, limit: AT_ONCE };
      const round = await this.#store.pastRound(about, (pending) => this.#answer(pending));
      total += round.answered;
      if (round.answered > 0) tell(total);
      after = round.after;
    }
    return total;
  }

  #answer(pending: readonly PendingScore[]): readonly ShadowScore[] {
    const inputs = pending.map((one) => this.#inputOf(one));
    const asked = inputs.filter((input) => input !== null);
    const outputs = this.#model.score(asked);
    const admissions = this.#model.admissionRisk(asked);
    return pending.map(({ score }, i) => {
      const input = inputs[i];
      const at = input ? asked.indexOf(input) : -1;
      const early = score.hoursSinceAdmission <= SNAPSHOT_HOURS;
      return {
        ...{ patientId: score.patientId, scoreId: score.id, asOf: score.asOf },
        ...{ knownAt: score.knownAt, forecast: outputs[at] ?? null },
        admission: early ? (admissions[at] ?? null) : null,
      };
    });
  }

  #inputOf({ score, texts }: PendingScore): ScoreInput | null {
    const vectors: Float32Array[] = [];
    for (const [i, text] of texts.entries()) {
      if (text === null) return null;
      vectors.push(this.#vectorOf(`${score.patientId}/${score.reportKeys[i] ?? ''}`, text));
    }
    const { features, hoursSinceAdmission } = score;
    return { features, hoursSinceAdmission, report: combineReportVectors(vectors) };
  }

  #vectorOf(key: string, text: string): Float32Array {
    const known = this.#vectors.get(key);
    if (known) return known;
    const vector = this.#model.encodeReport(text);
    const [oldest] = this.#vectors.keys();
    if (this.#vectors.size >= MOST_VECTORS && oldest !== undefined) this.#vectors.delete(oldest);
    this.#vectors.set(key, vector);
    return vector;
  }
}
