import type { InputRange, KnownLanguage } from '@endwatch/clinical';
import { conditionalRisk } from '@endwatch/statistics';
import { RiskExplainer, type ReportShares, type RiskShares } from './explain/risk-explainer.ts';
import type { Matrix } from './network.ts';
import { Network } from './network.ts';
import type { Artefact, ArtefactConfig, NetworkConfig, Provenance } from './model-artefact.ts';
import type { RowCalibration } from './calibration.ts';
import { packedChecksum, weightCount } from './model-artefact.ts';
import { calibrationFor, missingKinds } from './missing-line.ts';
import type { ModelManifest, ScoreInput, ScoreOutput } from './risk-model.ts';
import { structuredWidth, writeStructured } from './scaling.ts';
import type { Vocabulary } from './tokenizer.ts';
import { encodeText, vocabularyOf } from './tokenizer.ts';

/**
 * A trained model, ready to score. The same input gives the same bits alone or in any batch: the engine sums each row by itself, in a fixed
 * order, and what follows the logits is plain double-precision arithmetic. Replay of stored scores rests on that.
 */
export class LoadedRiskModel {
  readonly manifest: ModelManifest;
  readonly provenance: Provenance;
  readonly #config: ArtefactConfig;
  readonly #vocabulary: Vocabulary;
  readonly #hazard: Network;
  readonly #admission: Network | null;
  readonly #artefact: Artefact;
  #explainer: RiskExplainer | null = null;

  /** The engine must have been started. */
  constructor(artefact: Artefact, ranges: readonly InputRange[] = []) {
    const { config, provenance, weights } = artefact;
    const boundary = weightCount(config.hazard.shape);
    this.#artefact = artefact;
    this.#config = config;
    this.#vocabulary = vocabularyOf(config.vocabulary, config.tokens);
    this.#hazard = new Network(config.hazard, weights.subarray(0, boundary));
    this.#admission = config.admission
      ? new Network(config.admission, weights.subarray(boundary))
      : null;
    this.provenance = provenance;
    this.manifest = {
      version: config.version,
      checksum: packedChecksum(artefact),
      featureSet: config.featureSet,
      trainedOn: config.trainedOn,
      reportVectorLength:
        this.#hazard.reportVectorLength + (this.#admission?.reportVectorLength ?? 0),
      thresholds: config.thresholds,
      known: { ranges, reportLanguage: languageOf(config) },
    };
  }

  /** Once for each version of a report. First what the hazard network reads in it, then what the admission network does. */
  encodeReport(text: string): Float32Array {
    const tokens = encodeText(text, this.#vocabulary, this.#config.hazard.shape.textLength);
    const vector = new Float32Array(this.manifest.reportVectorLength);
    vector.set(this.#hazard.encode(tokens));
    if (this.#admission)
      vector.set(this.#admission.encode(tokens), this.#hazard.reportVectorLength);
    return vector;
  }

  /** All rows in one forward pass. Throws a `RangeError` for features of another set or vectors of another model. */
  score(inputs: readonly ScoreInput[]): readonly ScoreOutput[] {
    if (inputs.length === 0) return [];
    const length = this.#hazard.reportVectorLength;
    const rows = this.#hazard.forward(
      this.#structured(inputs),
      this.#reports(inputs, 0, length),
      calibrations(this.#config.hazard, inputs),
    );
    return rows.map((hazards, i) =>
      forecast(Float32Array.from(hazards), inputs[i]?.hoursSinceAdmission ?? 0),
    );
  }

  /** The admission snapshot model: probability of END within 7 days, from rows as they were in the first hours of the stay. */
  admissionRisk(inputs: readonly ScoreInput[]): readonly (number | null)[] {
    const network = this.#admission;
    if (network === null || inputs.length === 0) return inputs.map(() => null);
    const from = this.#hazard.reportVectorLength;
    const reports = this.#reports(inputs, from, network.reportVectorLength);
    return network
      .forward(this.#structured(inputs), reports, calibrations(this.#config.admission, inputs))
      .map(([risk]) => risk ?? null);
  }

  /** What a score of this model rests on. Throws a `RangeError` when `next24h` is not what this model says of the input. */
  explain(input: ScoreInput, next24h: number): RiskShares {
    return this.#explaining().shares(input, next24h);
  }

  /** What the words of the reports add to a score. Throws a `RangeError` when it did not read these texts. */
  explainReports(input: ScoreInput, texts: readonly string[], next24h: number): ReportShares {
    return this.#explaining().words(input, texts, next24h);
  }

  /** Made when it is first asked for: scorers never do. */
  #explaining(): RiskExplainer {
    this.#explainer ??= new RiskExplainer(this.#artefact);
    return this.#explainer;
  }

  /** First use of an engine is slow: done once at boot. */
  warmUp(): void {
    const features = this.#config.featureNames.length;
    const empty: ScoreInput = {
      features: {
        featureSet: this.#config.featureSet,
        values: new Float32Array(features),
        missing: new Uint8Array(features).fill(1),
        ageHours: new Float32Array(features).fill(NaN),
      },
      report: this.encodeReport('Findings: none.'),
      hoursSinceAdmission: 0,
    };
    this.score([empty]);
    this.admissionRisk([empty]);
  }

  /** Gives the engine its memory back. */
  dispose(): void {
    this.#hazard.dispose();
    this.#admission?.dispose();
  }

  #structured(inputs: readonly ScoreInput[]): Matrix {
    const columns = structuredWidth(this.#config);
    const data = new Float32Array(inputs.length * columns);
    inputs.forEach(({ features, report, hoursSinceAdmission }, i) => {
      if (features.featureSet !== this.#config.featureSet) {
        throw new RangeError(
          `features of set ${features.featureSet}, the model reads ${this.#config.featureSet}`,
        );
      }
      const row = { features, hoursSinceAdmission, hasReport: report !== null };
      writeStructured(row, this.#config, { target: data, offset: i * columns });
    });
    return { data, columns };
  }

  #reports(inputs: readonly ScoreInput[], from: number, columns: number): Matrix {
    const data = new Float32Array(inputs.length * columns);
    inputs.forEach(({ report }, i) => {
      if (report === null) return;
      if (report.length !== this.manifest.reportVectorLength) {
        throw new RangeError(
          `report vector of ${String(report.length)} values, the model reads ${String(this.manifest.reportVectorLength)}`,
        );
      }
      data.set(report.subarray(from, from + columns), i * columns);
    });
    return { data, columns };
  }
}

/** From the hazards as they are stored (float32), so that a stored score can be recomputed from them alone. */
export function forecast(hazards: Float32Array, hoursSinceAdmission: number): ScoreOutput {
  const hours = Math.max(0, hoursSinceAdmission);
  const { next24h, by48h, by168h } = conditionalRisk(hazards, hours);
  return {
    hazards,
    next24h: next24h ?? 0,
    by48h: hours >= 48 ? null : by48h,
    by7d: by168h,
  };
}

/** An artefact from before its language was kept: the simulator writes English. */
function languageOf({ reportLanguage, trainedOn }: ArtefactConfig): KnownLanguage | null {
  if (reportLanguage !== undefined) return reportLanguage;
  return trainedOn === 'simulated' ? 'en' : null;
}

/** Of each row; none where all have the same. */
function calibrations(
  network: NetworkConfig | null,
  inputs: readonly ScoreInput[],
): readonly RowCalibration[] {
  if (!network?.missingLines && !network?.leadLines) return [];
  return inputs.map((input) =>
    calibrationFor(network, { missing: missingKinds(input), hours: input.hoursSinceAdmission }),
  );
}
