import { exactShapley, integratedGradients } from '@endwatch/ml-model';
import { at, mean, sum } from '@endwatch/statistics';
import {
  denseOutput,
  textFunction,
  textPoint,
  type DenseNetwork,
  type Output,
  type TextModel,
} from './small-networks.ts';

interface ShapleyInputs {
  readonly network: DenseNetwork;
  readonly background: readonly (readonly number[])[];
  readonly instances: readonly (readonly number[])[];
  /** The inputs of each player; one input for each where none are given. */
  readonly players?: readonly (readonly number[])[];
}

/** Interventional: the mean output over the background with the coalition's inputs replaced by the instance's. */
function shapley({ network, background, instances, players }: ShapleyInputs): object {
  const groups = players ?? at(instances, 0).map((_, i) => [i]);
  const explain = (output: Output): object => {
    const explained = instances.map((instance) =>
      exactShapley(groups.length, (present) => {
        const given = new Set(groups.filter((_, i) => at(present, i)).flat());
        return mean(
          background.map((row) =>
            denseOutput(
              network,
              row.map((value, i) => (given.has(i) ? at(instance, i) : value)),
              output,
            ),
          ),
        );
      }),
    );
    return {
      baseValue: at(explained, 0).baseValue,
      prediction: explained.map(({ prediction }) => prediction),
      values: explained.map(({ values }) => values),
    };
  };
  return { logit: explain('logit'), probability: explain('probability') };
}

function gradients(model: TextModel): object {
  const width = at(model.embedding, 0).length;
  const to = textPoint(model);
  const explain = (output: Output): object => {
    const path = { from: new Float64Array(to.length), to };
    const { attributions, ...outputs } = integratedGradients(textFunction(model, output), path);
    const rows = model.tokens.map((_, place) => [
      ...attributions.slice(place * width, (place + 1) * width),
    ]);
    return { ...outputs, attributions: rows, tokenAttributions: rows.map((row) => sum(row)) };
  };
  return { logit: explain('logit'), probability: explain('probability') };
}

/** What this project's explanations give for a golden case's inputs, by method. */
export const EXPLAIN_METHODS: Readonly<Record<string, (inputs: never) => unknown>> = {
  'explain.shapley': shapley,
  'explain.shapleyGrouped': shapley,
  'explain.integratedGradients': gradients,
};
