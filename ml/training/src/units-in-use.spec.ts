import { join } from 'node:path';
import type { NetworkShape } from '@endwatch/ml-model';
import { weightCount, weightSlices } from '@endwatch/ml-model';
import { readArtefact } from './artefact-files.ts';
import { ROOT } from './commit-of-code.ts';
import { DEFAULT_SETTINGS, NETWORK_SIZES } from './settings.ts';
import { unitsInUse } from './units-in-use.ts';

const SHAPE: NetworkShape = {
  ...NETWORK_SIZES,
  ...{ structured: 5, vocabulary: 3, outputs: 2, commonScore: true },
};
const { structuredHidden, fusionHidden } = SHAPE;

function network(silent: readonly string[]): {
  weights: Float32Array;
  of: (n: string) => Float32Array;
} {
  const weights = new Float32Array(weightCount(SHAPE)).fill(0.1);
  const slices = weightSlices(SHAPE, weights);
  for (const name of silent) slices.get(name)!.fill(1e-5);
  return { weights, of: (name) => slices.get(name)! };
}

describe('units in use', () => {
  it('are all, where all weigh something', () => {
    const { weights } = network([]);
    const all = { structured: structuredHidden, fusion: fusionHidden };
    expect(unitsInUse(SHAPE, weights)).toEqual(all);
  });

  it('are none behind inputs that are not heard, but what the reports say', () => {
    const { weights } = network(['structured/kernel']);
    expect(unitsInUse(SHAPE, weights)).toEqual({ structured: 0, fusion: fusionHidden });
  });

  it('are none before a layer that passes nothing on', () => {
    const { weights, of } = network(['output/kernel', 'common/kernel']);
    expect(unitsInUse(SHAPE, weights)).toEqual({ structured: 0, fusion: 0 });
    of('common/kernel')[3] = -0.2;
    expect(unitsInUse(SHAPE, weights)).toEqual({ structured: structuredHidden, fusion: 1 });
    of('fusion/kernel').fill(0);
    of('fusion/kernel')[7 * fusionHidden + 3] = 0.2;
    expect(unitsInUse(SHAPE, weights)).toEqual({ structured: 1, fusion: 1 });
  });

  it('are many in the shipped networks: regressions alone would not need them (ADR 0033)', async () => {
    const folder = join(ROOT, 'ml/artefacts', DEFAULT_SETTINGS.version);
    const { config, weights } = await readArtefact(folder);
    const boundary = weightCount(config.hazard.shape);
    const hazard = unitsInUse(config.hazard.shape, weights.subarray(0, boundary));
    const admission = unitsInUse(config.admission!.shape, weights.subarray(boundary));
    for (const { structured, fusion } of [hazard, admission]) {
      expect(structured).toBeGreaterThanOrEqual(4);
      expect(fusion).toBeGreaterThanOrEqual(4);
    }
  });
});
