import { FEATURE_NAMES } from '@endwatch/clinical';
import { at } from '@endwatch/statistics';
import type { Artefact, ArtefactConfig } from '../model-artefact.ts';
import { weightCount } from '../model-artefact.ts';
import type { InputKind } from '../input-kinds.ts';
import { calibrationFor, missingKinds } from '../missing-line.ts';
import type { ScoreInput } from '../risk-model.ts';
import { inputsOf, reportInput, writeStructured } from '../scaling.ts';
import { keptWords, UNKNOWN, vocabularyOf, type Vocabulary } from '../tokenizer.ts';
import type { Word } from '../words.ts';
import { explainReports } from './explain-report.ts';
import { FusionHead } from './fusion-head.ts';
import { kindsOf, RiskByKinds } from './risk-by-kinds.ts';
import { playersOf, REPORT, withheld, type Player } from './players.ts';
import { RiskOfLogits } from './risk-of-logits.ts';
import { sampledShapley, type GrowingCoalition } from './sampled-shapley.ts';
import { TextPooling } from './text-pooling.ts';

/** Orders of joining are taken forwards and backwards, this many times. */
const PAIRS_OF_ORDERS = 100;
const NOTHING: ReadonlySet<number> = new Set();
/** How far the values may be from adding up, and the hand-written pass from the engine's single precision. */
const EFFICIENCY = 1e-6;
const ENGINE_PRECISION = 1e-4;

export interface PlayerShare extends Player {
  /** What knowing this adds to the risk of the next 24 h, on average over all orders of finding out. */
  readonly share: number;
  readonly standardError: number;
}

export interface RiskShares {
  /** At this hour, with nothing known of the patient. */
  readonly baseRisk: number;
  readonly risk: number;
  /** They sum to `risk − baseRisk`. */
  readonly players: readonly PlayerShare[];
}

export interface WordShare extends Word {
  readonly share: number;
}

export interface ReportShares {
  /** With every word of the reports blank. */
  readonly blankRisk: number;
  readonly risk: number;
  readonly completenessGap: number;
  /** Words of each report that the model reads, in the order of the text. */
  readonly reports: readonly (readonly WordShare[])[];
}

/** Says of one score of the hazard network what it rests on. */
export class RiskExplainer {
  readonly #config: ArtefactConfig;
  readonly #vocabulary: Vocabulary;
  readonly #head: FusionHead;
  readonly #pooling: TextPooling;

  constructor({ config, weights }: Artefact) {
    const { shape } = config.hazard;
    const own = weights.subarray(0, weightCount(shape));
    this.#config = config;
    this.#vocabulary = vocabularyOf(config.vocabulary, config.tokens);
    this.#head = new FusionHead(shape, own);
    this.#pooling = new TextPooling(shape, own);
  }

  /**
   * Shapley values of what is known (Lundberg 2017), the report as one player, unknown meaning missing, and no report a count of none, as the network has learnt to read it. Throws a
   * `RangeError` when the values do not add up or the hour is past the horizon.
   *
   * @param next24h what the engine said, to be sure that it is that forecast which is explained
   */
  shares(input: ScoreInput, next24h: number): RiskShares {
    const { features, report } = input;
    const players = playersOf(FEATURE_NAMES, {
      missing: features.missing,
      hasReport: report !== null,
    });
    const found = sampledShapley(players.length, this.#coalition(input, players), PAIRS_OF_ORDERS);
    const { baseValue: baseRisk, prediction: risk, values, standardErrors } = found;
    const total = values.reduce((sum, value) => sum + value, baseRisk);
    assertNear(total, risk, EFFICIENCY);
    assertNear(risk, next24h, ENGINE_PRECISION);
    return {
      ...{ baseRisk, risk },
      players: players.map((player, i) => ({
        ...player,
        share: at(values, i),
        standardError: at(standardErrors, i),
      })),
    };
  }

  /** What each word of the reports adds. Throws a `RangeError` when these texts are not what was read for this score. */
  words(input: ScoreInput, texts: readonly string[], next24h: number): ReportShares {
    const { textLength } = this.#config.hazard.shape;
    const read = texts.map((text) => keptWords(text, this.#vocabulary, textLength));
    const found = explainReports({
      head: this.#head,
      pooling: this.#pooling,
      risk: this.#riskAt(input, missingKinds(input)),
      linear: this.#everything(input),
      reports: read.map((words) =>
        Int32Array.from(words, ({ token }) => this.#vocabulary.ids.get(token) ?? UNKNOWN),
      ),
    });
    assertNear(found.risk, next24h, ENGINE_PRECISION);
    const { blankRisk, risk, completenessGap } = found;
    return {
      ...{ blankRisk, risk, completenessGap },
      reports: read.map((words, text) =>
        words.map((word, i) => ({ ...word, share: at(at(found.shares, text), i) })),
      ),
    };
  }

  #riskAt({ hoursSinceAdmission: hours }: ScoreInput, missing: readonly InputKind[]): RiskOfLogits {
    return new RiskOfLogits(calibrationFor(this.#config.hazard, { missing, hours }), hours);
  }

  #coalition(input: ScoreInput, players: readonly Player[]): GrowingCoalition {
    const known = this.#structured(input);
    const mine = new Set(players.flatMap(({ features }) => features));
    const nothing = this.#structured({ ...input, report: null }, mine);
    const empty = this.#linear(nothing);
    const steps = players.map((player) => this.#step(player, { input, known, nothing }));
    const risks = new RiskByKinds((missing) => this.#riskAt(input, missing));
    const brought = players.map(kindsOf);
    let linear = empty;
    let kinds = 0;
    return {
      leave: () => {
        linear = Float64Array.from(empty);
        kinds = 0;
        return risks.knowing(kinds).risk(this.#head.logits(linear));
      },
      join: (player) => {
        const step = at(steps, player);
        for (let i = 0; i < step.length; i += 1) linear[i] = (linear[i] ?? 0) + (step[i] ?? 0);
        kinds |= at(brought, player);
        return risks.knowing(kinds).risk(this.#head.logits(linear));
      },
    };
  }

  /** What a player adds to the linear vector on joining. */
  #step(
    { name, features }: Player,
    about: { input: ScoreInput; known: Float32Array; nothing: Float32Array },
  ): Float64Array {
    const { input, known, nothing } = about;
    const step = new Float64Array(this.#head.start().length);
    const changed = features.flatMap((feature) => inputsOf(feature, this.#config));
    if (name === REPORT) changed.push(reportInput(FEATURE_NAMES.length));
    for (const i of changed) this.#head.addStructured(step, i, at(known, i) - at(nothing, i));
    if (name === REPORT && input.report) this.#head.addReport(step, input.report);
    return step;
  }

  /** Everything but the reports' vector. */
  #everything(input: ScoreInput): Float64Array {
    return this.#linear(this.#structured(input));
  }

  #linear(structured: Float32Array): Float64Array {
    const linear = this.#head.start();
    structured.forEach((value, i) => {
      if (value !== 0) this.#head.addStructured(linear, i, value);
    });
    return linear;
  }

  #structured(input: ScoreInput, taken: ReadonlySet<number> = NOTHING): Float32Array {
    const { features, hoursSinceAdmission, report } = input;
    const target = new Float32Array(this.#config.hazard.shape.structured);
    const row = { features: withheld(features, taken), hoursSinceAdmission };
    writeStructured({ ...row, hasReport: report !== null }, this.#config, {
      target,
      offset: 0,
    });
    return target;
  }
}

function assertNear(value: number, expected: number, tolerance: number): void {
  if (Math.abs(value - expected) <= tolerance) return;
  throw new RangeError(
    `the explanation adds up to ${String(value)}, the forecast is ${String(expected)}`,
  );
}
