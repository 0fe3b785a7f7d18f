import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Shape {
  readonly structured: number;
  readonly vocabulary: number;
  readonly embedding: number;
  readonly kernelWidths: readonly number[];
  readonly filters: number;
  readonly reportVector: number;
  readonly structuredHidden: number;
  readonly fusionHidden: number;
  readonly outputs: number;
  readonly commonScore: boolean;
}

interface Line {
  readonly intercept: number;
  readonly slope: number;
}

interface Config {
  readonly featureNames: readonly string[];
  readonly featureSet: string;
  readonly valueAges?: true;
  readonly scales: readonly { transform: 'none' | 'log'; centre: number; spread: number }[];
  readonly hazard: {
    readonly shape: Shape;
    readonly calibration: Line;
    readonly leadLines?: {
      readonly leads: readonly number[];
      readonly lines: readonly (readonly Line[])[];
    };
    readonly missingLines?: readonly (Line & { readonly without: readonly string[] })[];
  };
}

/** A row as the model's port takes it. */
export interface ScoringRow {
  readonly features: {
    readonly featureSet: string;
    readonly values: Float32Array;
    readonly missing: Uint8Array;
    readonly ageHours: Float32Array;
  };
  readonly report: Float32Array | null;
  readonly hoursSinceAdmission: number;
}

const EDGES = [0, 6, 12, 24, 48, 72, 96, 168];
const LIMIT = 4;

/** The shipped hazard network as plain loops over Float32Array: written from the artefact's description, no engine and no code of the product. */
export class HandWrittenPass {
  readonly featureSet: string;
  readonly #config: Config;
  readonly #weights: Readonly<Record<string, Float32Array>>;

  constructor(folder: string) {
    const document = JSON.parse(readFileSync(join(folder, 'artefact.json'), 'utf8')) as {
      config: Config;
    };
    this.#config = document.config;
    this.featureSet = document.config.featureSet;
    this.#weights = weightsOf(
      document.config.hazard.shape,
      readFileSync(join(folder, 'weights.bin')),
    );
  }

  /** Hazards of all intervals, row after row. */
  score(rows: readonly ScoringRow[]): Float32Array {
    const { shape, calibration, missingLines = [] } = this.#config.hazard;
    const lines = new Map(missingLines.map((line) => [line.without.join(), line]));
    const hazards = new Float32Array(rows.length * shape.outputs);
    const inputs = new Float32Array(shape.structured + shape.reportVector);
    const hidden = new Float32Array(shape.structuredHidden + shape.reportVector);
    const fused = new Float32Array(shape.fusionHidden);
    const logits = new Float32Array(shape.outputs);
    for (const [n, row] of rows.entries()) {
      this.#write(row, inputs);
      const report = inputs.subarray(shape.structured);
      hidden.set(report, shape.structuredHidden);
      this.#dense(
        'structured',
        inputs.subarray(0, shape.structured),
        hidden.subarray(0, shape.structuredHidden),
      );
      this.#dense('fusion', hidden, fused);
      this.#logits(inputs, fused, logits);
      const { intercept, slope } = lines.get(this.#missing(row)) ?? NO_LINE;
      for (let j = 0; j < shape.outputs; j++) {
        const lead = this.#lead(j, row.hoursSinceAdmission);
        const own = intercept + slope * (lead.intercept + lead.slope * (logits[j] ?? NaN));
        const x = calibration.intercept + calibration.slope * own;
        hazards[n * shape.outputs + j] = 1 / (1 + Math.exp(-x));
      }
    }
    return hazards;
  }

  /** Between the lines of the two leads beside that of interval `j`. */
  #lead(j: number, hours: number): Line {
    const { leadLines } = this.#config.hazard;
    if (leadLines === undefined) return NO_LINE;
    const { leads } = leadLines;
    const lines = leadLines.lines[j]!;
    const wanted = EDGES[j]! - Math.max(0, hours);
    const lead = Math.max(leads[0]!, Math.min(leads.at(-1)!, wanted));
    let k = 0;
    while (k < leads.length - 2 && leads[k + 1]! < lead) k++;
    const [low, high] = [lines[k]!, lines[k + 1] ?? lines[k]!];
    const width = (leads[k + 1] ?? leads[k]! + 1) - leads[k]!;
    const share = (lead - leads[k]!) / width;
    return {
      intercept: low.intercept + share * (high.intercept - low.intercept),
      slope: low.slope + share * (high.slope - low.slope),
    };
  }

  /** Kinds of input of which the row has nothing, in the order of the artefact. */
  #missing({ features, report }: ScoringRow): string {
    const known = new Set<string>(report ? ['reports'] : []);
    for (const [i, name] of this.#config.featureNames.entries()) {
      if (features.missing[i] !== 1) known.add(kindOf(name));
    }
    return ['reports', 'laboratory', 'nihss', 'history'].filter((kind) => !known.has(kind)).join();
  }

  #write({ features, report, hoursSinceAdmission }: ScoringRow, inputs: Float32Array): void {
    const { scales, valueAges, hazard } = this.#config;
    const { shape } = hazard;
    const n = scales.length;
    const last = EDGES.at(-1)!;
    const reportAt = 2 * n + 2 + EDGES.length - 1;
    inputs.fill(0);
    for (let i = 0; i < n; i++) {
      const { transform, centre, spread } = scales[i]!;
      if (features.missing[i] === 1) {
        inputs[n + i] = 1;
        continue;
      }
      const value = features.values[i]!;
      const x = transform === 'log' ? Math.log1p(Math.max(0, value)) : value;
      inputs[i] = Math.max(-LIMIT, Math.min(LIMIT, (x - centre) / spread));
      const age = features.ageHours[i]!;
      if (valueAges && age > 0) inputs[reportAt + 1 + i] = Math.log1p(age) / Math.log1p(last);
    }
    const hours = Math.max(0, Math.min(last, hoursSinceAdmission));
    inputs[2 * n] = hours / last;
    inputs[2 * n + 1] = Math.log1p(hours) / Math.log1p(last);
    const interval = EDGES.findIndex((edge, j) => j > 0 && hours < edge) - 1;
    if (interval >= 0) inputs[2 * n + 2 + interval] = 1;
    if (report === null) return;
    inputs[reportAt] = 1;
    inputs.set(report.subarray(0, shape.reportVector), shape.structured);
  }

  /** relu(x · kernel + bias) */
  #dense(name: string, x: Float32Array, out: Float32Array): void {
    out.set(this.#weights[`${name}/bias`]!);
    addProduct(x, this.#weights[`${name}/kernel`]!, out);
    for (let j = 0; j < out.length; j++) if (out[j]! < 0) out[j] = 0;
  }

  #logits(inputs: Float32Array, fused: Float32Array, out: Float32Array): void {
    out.set(this.#weights['output/bias']!);
    addProduct(fused, this.#weights['output/kernel']!, out);
    addProduct(inputs, this.#weights['output/wide']!, out);
    const common = this.#weights['common/kernel'];
    if (common === undefined) return;
    let sum = 0;
    for (let i = 0; i < fused.length; i++) sum += fused[i]! * common[i]!;
    for (let i = 0; i < inputs.length; i++) sum += inputs[i]! * common[fused.length + i]!;
    for (let j = 0; j < out.length; j++) out[j] = out[j]! + sum;
  }
}

const NO_LINE: Line = { intercept: 0, slope: 1 };
const HISTORY = /^(?:diabetes|hypertension|atrial-fibrillation|prior-stroke)$/;
const OTHERS =
  /^(?:hours-since-admission|age|sex-male|thrombolysis|report-count|heart-rate|systolic-bp|diastolic-bp|temperature|oxygen-saturation|respiratory-rate|gcs)/;

function kindOf(feature: string): string {
  if (feature.startsWith('nihss-')) return 'nihss';
  if (HISTORY.test(feature)) return 'history';
  return OTHERS.test(feature) ? 'other' : 'laboratory';
}

/** out += x · kernel, kernel row by row: many inputs are 0 and cost nothing. */
function addProduct(x: Float32Array, kernel: Float32Array, out: Float32Array): void {
  const columns = out.length;
  for (let i = 0; i < x.length; i++) {
    const value = x[i]!;
    if (value === 0) continue;
    const from = i * columns;
    for (let j = 0; j < columns; j++) out[j] = out[j]! + value * kernel[from + j]!;
  }
}

/** Names and places of the weights in the file: float32, little endian, one after the other. */
function weightsOf(shape: Shape, file: Buffer): Record<string, Float32Array> {
  const pooled = shape.kernelWidths.length * shape.filters + shape.embedding;
  const sizes: [name: string, size: number][] = [
    ['embedding', shape.vocabulary * shape.embedding],
    ...shape.kernelWidths.flatMap((width): [string, number][] => [
      [`convolution${String(width)}/kernel`, width * shape.embedding * shape.filters],
      [`convolution${String(width)}/bias`, shape.filters],
    ]),
    ['report/kernel', pooled * shape.reportVector],
    ['report/bias', shape.reportVector],
    ['structured/kernel', shape.structured * shape.structuredHidden],
    ['structured/bias', shape.structuredHidden],
    ['fusion/kernel', (shape.structuredHidden + shape.reportVector) * shape.fusionHidden],
    ['fusion/bias', shape.fusionHidden],
    ['output/kernel', shape.fusionHidden * shape.outputs],
    ['output/wide', (shape.structured + shape.reportVector) * shape.outputs],
    ['output/bias', shape.outputs],
    ...(shape.commonScore
      ? ([['common/kernel', shape.fusionHidden + shape.structured + shape.reportVector]] satisfies [
          string,
          number,
        ][])
      : []),
  ];
  const values = new Float32Array(new Uint8Array(file).buffer);
  let offset = 0;
  return Object.fromEntries(
    sizes.map(([name, size]) => {
      const part = values.slice(offset, offset + size);
      offset += size;
      return [name, part];
    }),
  );
}
