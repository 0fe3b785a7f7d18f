import type { NetworkShape } from '@endwatch/ml-model';
import { named, weightSlices } from '@endwatch/ml-model';
import { at } from '@endwatch/statistics';

/** Inputs are of the order of 1 and logits of several: what a smaller weight passes on nobody sees. */
const SILENT = 1e-3;

export interface UnitsInUse {
  readonly structured: number;
  readonly fusion: number;
}

/**
 * How many units of the two hidden layers pass anything from the inputs on to the logits. Without any, a network is a regression on its inputs and the report vector: the penalty on
 * the weights pressed the rest to nothing. Not for a gated network, whose units hear the reports too.
 */
export function unitsInUse(shape: NetworkShape, weights: Float32Array): UnitsInUse {
  const slices = weightSlices(shape, weights);
  const { structured, structuredHidden, reportVector, fusionHidden, outputs } = shape;
  const matrix = (name: string, columns: number): Matrix => ({
    values: named(slices, name),
    columns,
  });
  const inner = matrix('structured/kernel', structuredHidden);
  const fusing = matrix('fusion/kernel', fusionHidden);
  const outer = matrix('output/kernel', outputs);
  const common = shape.commonScore ? matrix('common/kernel', 1) : null;
  const heard = upTo(structuredHidden).filter((unit) =>
    upTo(structured).some((input) => speaks(inner, input, unit)),
  );
  const fusion = upTo(fusionHidden).filter((unit) => {
    const told = upTo(reportVector).map((value) => structuredHidden + value);
    return (
      [...heard, ...told].some((from) => speaks(fusing, from, unit)) &&
      (upTo(outputs).some((output) => speaks(outer, unit, output)) ||
        (common !== null && speaks(common, unit, 0)))
    );
  });
  const used = heard.filter((from) => fusion.some((unit) => speaks(fusing, from, unit)));
  return { structured: used.length, fusion: fusion.length };
}

interface Matrix {
  readonly values: Float32Array;
  readonly columns: number;
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

function speaks({ values, columns }: Matrix, row: number, column: number): boolean {
  return Math.abs(at(values, row * columns + column)) > SILENT;
}
