import * as tf from '@tensorflow/tfjs';
import { combineReportVectors } from '@endwatch/clinical';
import { startEngine } from './engine.ts';
import { LoadedRiskModel } from './loaded-risk-model.ts';
import { randomArtefact, randomInput } from './testing/random-artefact.ts';

describe('LoadedRiskModel', () => {
  let model: LoadedRiskModel;

  beforeAll(async () => {
    await startEngine();
    model = new LoadedRiskModel(randomArtefact());
    model.warmUp();
  });

  afterAll(() => model.dispose());

  function inputs(n: number): ReturnType<typeof randomInput>[] {
    const vectors = [
      model.encodeReport('Dense MCA. No hemorrhage.'),
      model.encodeReport('no dense mca'),
      null,
    ];
    return Array.from({ length: n }, (_, i) => randomInput(i + 1, vectors[i % 3] ?? null));
  }

  it.each([2, 3, 5, 8, 17, 64, 129])('gives each row the same bits alone and among %d', (n) => {
    const rows = inputs(n);
    const together = model.score(rows);
    const admission = model.admissionRisk(rows);
    rows.forEach((row, i) => {
      expect(model.score([row])[0]).toEqual(together[i]);
      expect(model.admissionRisk([row])[0]).toBe(admission[i]);
    });
    expect(model.score(rows.toReversed())).toEqual(together.toReversed());
  });

  it('sums in plain order: float32 arithmetic by hand gives the same bits', () => {
    const [rows, inner, columns] = [5, 37, 9];
    const a = randomArtefact().weights.slice(0, rows * inner);
    const b = randomArtefact().weights.slice(400, 400 + inner * columns);
    const product = tf.tidy(() =>
      tf
        .tensor2d(a, [rows, inner])
        .matMul(tf.tensor2d(b, [inner, columns]))
        .dataSync(),
    );
    for (let r = 0; r < rows; r += 1) {
      for (let c = 0; c < columns; c += 1) {
        let sum = 0;
        for (let k = 0; k < inner; k += 1) {
          sum = Math.fround(sum + Math.fround(a[r * inner + k]! * b[k * columns + c]!));
        }
        expect(product[r * columns + c]).toBe(sum);
      }
    }
  });

  it('leaves nothing behind in the engine', () => {
    const rows = inputs(10);
    const before = tf.memory().numTensors;
    model.score(rows);
    model.admissionRisk(rows);
    model.encodeReport('dense');
    expect(tf.memory().numTensors).toBe(before);
    const other = new LoadedRiskModel(randomArtefact());
    other.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('gives probabilities, and none where the time has passed', () => {
    const at = (hours: number) =>
      model.score([{ ...randomInput(3, null), hoursSinceAdmission: hours }])[0]!;
    for (const hours of [-1, 0, 6, 47, 48, 167, 168, 200]) {
      const { next24h, by48h, by7d, hazards } = at(hours);
      expect(hazards).toHaveLength(7);
      expect(next24h).toBeGreaterThanOrEqual(0);
      expect(next24h).toBeLessThanOrEqual(1);
      expect(by48h === null).toBe(hours >= 48);
      expect(by7d === null).toBe(hours >= 168);
    }
    expect(at(0).by7d).toBeGreaterThan(at(0).by48h!);
  });

  it('reads reports: another text, no text and several texts give other scores', () => {
    const dense = model.encodeReport('dense mca');
    const calm = model.encodeReport('no hemorrhage');
    const both = combineReportVectors([dense, calm]);
    const scores = [null, dense, calm, both].map(
      (report) => model.score([randomInput(4, report)])[0]!.next24h,
    );
    expect(new Set(scores).size).toBe(4);
    expect(model.encodeReport('')).toHaveLength(model.manifest.reportVectorLength);
  });

  it('has no admission risk without an admission network', () => {
    const { config, provenance, weights } = randomArtefact();
    const only = new LoadedRiskModel({
      config: { ...config, admission: null },
      provenance,
      weights,
    });
    expect(only.admissionRisk(inputs(1).map((row) => ({ ...row, report: null })))).toEqual([null]);
    only.dispose();
  });

  it('refuses features and report vectors of another model', () => {
    const input = randomInput(1, null);
    const features = { ...input.features, featureSet: 'older' };
    expect(() => model.score([{ ...input, features }])).toThrow('older');
    expect(() => model.score([{ ...input, report: new Float32Array(3) }])).toThrow('3 values');
    expect(model.score([])).toEqual([]);
  });
});
