import { at } from '@endwatch/statistics';
import type { NetworkShape } from '../architecture.ts';
import { weightShapes } from '../architecture.ts';

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
  let offset = 0;
  return new Map(
    weightShapes(shape).map(([name, sizes]) => {
      const size = sizes.reduce((product, one) => product * one, 1);
      const values = Float64Array.from(weights.subarray(offset, offset + size));
      offset += size;
      return [name, { columns: at(sizes, sizes.length - 1), values }] as const;
    }),
  );
}

/** Throws a `RangeError` for a weight that the network does not have. */
export function tableOf(tables: ReadonlyMap<string, WeightTable>, name: string): WeightTable {
  const table = tables.get(name);
  if (!table) throw new RangeError(`the network has no weight "${name}"`);
  return table;
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
