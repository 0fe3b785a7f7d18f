import * as tf from '@tensorflow/tfjs';
import { seededRng } from '@endwatch/simulation';
import { aucEstimate, at, mean } from '@endwatch/statistics';
import type { Cohorts } from './cohort.ts';
import { fingerprintOf, simulateCohorts } from './cohort.ts';
import { evaluate } from './evaluate.ts';
import { judgeAdmission } from './judge.ts';
import { modelCard } from './model-card.ts';
import { scoreStays } from './score-stays.ts';
import type { TrainingSettings } from './settings.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { Stay } from './stay-rows.ts';
import { fitNetworks } from './fit-networks.ts';
import { trainModel } from './train-model.ts';

const quiet = (): void => undefined;

function settings(mostEpochs: number, patients: TrainingSettings['patients']): TrainingSettings {
  const fit = { ...DEFAULT_SETTINGS.hazardFit, mostEpochs, staysPerStep: 16 };
  return { ...DEFAULT_SETTINGS, patients, hazardFit: fit, admissionFit: fit };
}

describe('training', () => {
  const tiny = settings(1, { train: 24, calibrate: 24, test: 24 });

  it('gives the same bits again, and other ones from another seed', async () => {
    const cohorts = simulateCohorts(tiny);
    const train = (seed: number): ReturnType<typeof fitNetworks> =>
      fitNetworks({ cohorts, settings: { ...tiny, seed }, withReports: true, say: quiet });
    const first = await train(1);
    const tensors = tf.memory().numTensors;
    expect(await train(1)).toEqual(first);
    expect(tf.memory().numTensors).toBe(tensors);
    expect((await train(2)).weights).not.toEqual(first.weights);
    expect(fingerprintOf(simulateCohorts(tiny))).toBe(fingerprintOf(cohorts));
  }, 180_000);

  it('keeps patients apart', () => {
    const { train, calibrate, test } = simulateCohorts(tiny);
    const faces = [train, calibrate, test].flatMap(({ stays }) =>
      stays.map(({ snapshots }) =>
        JSON.stringify(snapshots.map(({ features }) => [...features.values])),
      ),
    );
    expect(new Set(faces).size).toBe(72);
  });

  it('ends in a calibrated model and a card that is written from its own numbers', async () => {
    const small = settings(3, { train: 300, calibrate: 150, test: 150 });
    const cohorts = simulateCohorts(small);
    const input = { cohorts, settings: small, withReports: false, say: quiet };
    const { config, ...artefact } = await trainModel(input);
    expect(config.hazard.calibration.slope).toBeGreaterThan(0);
    const fusion = evaluate({ config, ...artefact }, cohorts.test.stays, false);
    const part = { patients: 150, stays: 150, events: 50 };
    const record = {
      command: 'npm run train',
      commit: 'abc',
      seed: 1,
      dataFingerprint: fingerprintOf(cohorts),
      engine: 'wasm',
      counts: { train: part, calibrate: part, test: part },
    };
    const card = modelCard({ config, record, source: null, fusion, structuredOnly: fusion });
    expect(card).toContain('Trained on simulated patients');
    expect(card).toContain(fusion.next24h.auc?.toFixed(3));
    expect(card).not.toMatch(/NaN|undefined|Infinity/);
    const alone = modelCard({ config, record, source: null, fusion, structuredOnly: null });
    expect(alone).not.toMatch(/without reports \||NaN|undefined/);
  }, 180_000);
});

/** Outcomes dealt out anew among the patients: what is left to learn is nothing. */
function dealtAnew(stays: readonly Stay[], deal: number): Stay[] {
  const rng = seededRng(`deal ${String(deal)}`);
  const outcomes = stays.map(({ followUp }) => followUp);
  for (let i = outcomes.length - 1; i > 0; i -= 1) {
    const j = rng.int(0, i);
    [outcomes[i], outcomes[j]] = [at(outcomes, j), at(outcomes, i)];
  }
  return stays.map((stay, i) => ({ ...stay, followUp: at(outcomes, i) }));
}

describe('leaks', () => {
  const { hazardFit, ...rest } = settings(4, { train: 300, calibrate: 1, test: 500 });
  // Only the admission network is looked at: one row pattern for everybody, so nothing but outcomes can be learnt.
  const small = { ...rest, hazardFit: { ...hazardFit, mostEpochs: 1 } };

  async function admissionAuc(cohorts: Cohorts): Promise<number> {
    const input = { cohorts, settings: small, withReports: false, say: quiet };
    const model = await fitNetworks(input);
    const { y, p } = judgeAdmission(scoreStays(model, cohorts.test.stays, false));
    return aucEstimate(y, p).auc ?? 0;
  }

  it('learns from real outcomes, and nothing from shuffled ones', async () => {
    const cohorts = simulateCohorts(small);
    const honest = await admissionAuc(cohorts);
    // One deal alone can fall in with how sick patients are, one way or the other; on average deals must not.
    const shuffled: number[] = [];
    for (const deal of [1, 2, 3, 4]) {
      const train = { ...cohorts.train, stays: dealtAnew(cohorts.train.stays, deal) };
      shuffled.push(await admissionAuc({ ...cohorts, train }));
    }
    expect(honest).toBeGreaterThan(0.62);
    expect(Math.abs(mean(shuffled) - 0.5)).toBeLessThan(0.1);
  }, 180_000);
});
