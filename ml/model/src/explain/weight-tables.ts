import { at } from '@endwatch/statistics';
import type { NetworkShape } from '../architecture.ts';
import { named, weightShapes, weightSlices } from '../architecture.ts';

/** Rows of one weight, in double precision. */
export interface WeightTable {
  readonly columns: number;
  readonly values: Float64Array;
}

/** A network's weights by name, outside the engine: explanations ask thousands of small questions, each too small for a forward pass. */
export function weightTables(
  shape: NetworkShape,
  weights: Float32Array,
): ReadonlyMap<string, WeightTable> {
  const slices = weightSlices(shape, weights);
  return new Map(
    weightShapes(shape).map(([name, sizes]) => {
      const values = Float64Array.from(named(slices, name));
      return [name, { columns: at(sizes, sizes.length - 1), values }] as const;
    }),
  );
}

/** target += factor · row. */
export function addRow(
  target: Float64Array,
  { columns, values }: WeightTable,
  { row, factor = 1 }: { readonly row: number; readonly factor?: number },
): void {
  const from = row * columns;
  for (let i = 0; i < columns; i += 1) {
    target[i] = (target[i] ?? 0) + factor * (values[from + i] ?? 0);
  }
}
