import { at } from '@endwatch/statistics';
import type { NetworkShape } from '../architecture.ts';
import type { WeightTable } from './weight-tables.ts';
import { named } from '../architecture.ts';
import { addRow, weightTables } from './weight-tables.ts';

/**
 * The network from its two inputs to its logits, in double precision and by hand. All that is linear in the inputs is one vector (before the hidden layer
 * | before the fusion layer | logits), so that one more known input costs one addition and not a forward pass. What it gives is what the engine gives,
 * up to the engine's single precision.
 */
export class FusionHead {
  readonly #shape: NetworkShape;
  readonly #bias: Float64Array;
  /** Row i: what input i adds, structured inputs first, then the report vector. */
  readonly #rows: readonly Float64Array[];
  /** Hidden units → fusion units. */
  readonly #fusion: WeightTable;
  /** Fusion units → logits, the common score included. */
  readonly #output: WeightTable;

  constructor(shape: NetworkShape, weights: Float32Array) {
    const tables = weightTables(shape, weights);
    const table = (name: string): WeightTable => named(tables, name);
    this.#shape = shape;
    this.#fusion = table('fusion/kernel');
    this.#bias = Float64Array.of(
      ...table('structured/bias').values,
      ...table('fusion/bias').values,
      ...table('output/bias').values,
    );
    const common = shape.commonScore ? table('common/kernel').values : null;
    const { structuredHidden, fusionHidden, outputs } = shape;
    this.#output = withCommon(table('output/kernel'), common);
    this.#rows = Array.from({ length: shape.structured + shape.reportVector }, (_, input) => {
      const row = new Float64Array(this.#bias.length);
      if (input < shape.structured) addRow(row, table('structured/kernel'), { row: input });
      else {
        const report = structuredHidden + input - shape.structured;
        addRow(row.subarray(structuredHidden), this.#fusion, { row: report });
      }
      const wide = row.subarray(structuredHidden + fusionHidden);
      addRow(wide, table('output/wide'), { row: input });
      const share = common ? at(common, fusionHidden + input) : 0;
      for (let output = 0; output < outputs; output += 1) wide[output] = at(wide, output) + share;
      return row;
    });
  }

  /** The linear vector when every input is 0. */
  start(): Float64Array {
    return Float64Array.from(this.#bias);
  }

  /** linear += value · what structured input `input` adds. */
  addStructured(linear: Float64Array, input: number, value: number): void {
    addScaled(linear, at(this.#rows, input), value);
  }

  addReport(linear: Float64Array, vector: ArrayLike<number>): void {
    for (let i = 0; i < this.#shape.reportVector; i += 1) {
      addScaled(linear, at(this.#rows, this.#shape.structured + i), vector[i] ?? 0);
    }
  }

  /** Uncalibrated. */
  logits(linear: Float64Array): Float64Array {
    const { structuredHidden, fusionHidden } = this.#shape;
    const logits = linear.slice(structuredHidden + fusionHidden);
    const fused = this.#fused(linear);
    for (let k = 0; k < fusionHidden; k += 1) {
      const unit = fused[k] ?? 0;
      if (unit > 0) addRow(logits, this.#output, { row: k, factor: unit });
    }
    return logits;
  }

  /** Gradient by the report vector of Σ weights · logits. */
  reportGradient(linear: Float64Array, weights: Float64Array): Float64Array {
    const { structuredHidden, fusionHidden, structured, reportVector } = this.#shape;
    const { columns, values } = this.#output;
    // By everything of the linear vector that the report reaches: fusion units, then logits.
    const slopes = new Float64Array(fusionHidden + weights.length);
    slopes.set(weights, fusionHidden);
    this.#fused(linear).forEach((unit, k) => {
      if (unit <= 0) return;
      let slope = 0;
      for (let o = 0; o < columns; o += 1)
        slope += (weights[o] ?? 0) * (values[k * columns + o] ?? 0);
      slopes[k] = slope;
    });
    return Float64Array.from({ length: reportVector }, (_, i) => {
      const row = at(this.#rows, structured + i);
      let sum = 0;
      for (let k = 0; k < slopes.length; k += 1) {
        sum += (slopes[k] ?? 0) * (row[structuredHidden + k] ?? 0);
      }
      return sum;
    });
  }

  /** After the fusion layer. */
  #fused(linear: Float64Array): Float64Array {
    const { structuredHidden, fusionHidden } = this.#shape;
    const fused = linear.slice(structuredHidden, structuredHidden + fusionHidden);
    for (let h = 0; h < structuredHidden; h += 1) {
      const unit = linear[h] ?? 0;
      if (unit > 0) addRow(fused, this.#fusion, { row: h, factor: unit });
    }
    for (let k = 0; k < fusionHidden; k += 1) if ((fused[k] ?? 0) < 0) fused[k] = 0;
    return fused;
  }
}

function withCommon({ columns, values }: WeightTable, common: Float64Array | null): WeightTable {
  if (!common) return { columns, values };
  return {
    columns,
    values: values.map((value, i) => value + at(common, Math.floor(i / columns))),
  };
}

function addScaled(target: Float64Array, row: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i += 1) target[i] = (target[i] ?? 0) + factor * (row[i] ?? 0);
}
