import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { combineReportVectors, FEATURE_NAMES, FEATURE_SET_VERSION } from '@endwatch/clinical';
import { loadRiskModel, WEIGHTS_FILE } from './load-model.ts';
import type { LoadedRiskModel } from './loaded-risk-model.ts';
import { readReference } from './reference.ts';
import type { ScoreInput } from './risk-model.ts';

const FOLDER = join(__dirname, '../../artefacts/fusion-sim-8');

interface GoldenScore {
  readonly values: number[];
  readonly missing: number[];
  readonly ageHours: (number | null)[];
  readonly reports: string[];
  readonly hoursSinceAdmission: number;
  readonly expected: { hazards: number[]; next24h: number; admission: number | null };
}

describe('the shipped artefact', () => {
  let model: LoadedRiskModel;
  beforeAll(async () => {
    model = await loadRiskModel(FOLDER);
  });
  afterAll(() => model.dispose());

  function inputOf({ reports, hoursSinceAdmission, ...golden }: GoldenScore): ScoreInput {
    return {
      features: {
        featureSet: FEATURE_SET_VERSION,
        values: Float32Array.from(golden.values),
        missing: Uint8Array.from(golden.missing),
        ageHours: Float32Array.from(golden.ageHours, (age) => age ?? NaN),
      },
      report: combineReportVectors(reports.map((text) => model.encodeReport(text))),
      hoursSinceAdmission,
    };
  }

  it('gives the scores that were stored with it, to the last bit', async () => {
    const text = await readFile(join(FOLDER, 'golden-scores.json'), 'utf8');
    const { scores } = JSON.parse(text) as { scores: GoldenScore[] };
    const inputs = scores.map(inputOf);
    const admission = model.admissionRisk(inputs);
    model.score(inputs).forEach(({ hazards, next24h }, i) => {
      expect({ hazards: [...hazards], next24h, admission: admission[i] }).toEqual(
        scores[i]?.expected,
      );
    });
    expect(scores.length).toBeGreaterThan(5);
  });

  it('is small, says what it was trained on, and has thresholds in order', async () => {
    const { size } = await stat(join(FOLDER, WEIGHTS_FILE));
    const { trainedOn, thresholds } = model.manifest;
    expect(size).toBeLessThan(5_000_000);
    expect(trainedOn).toBe('simulated');
    expect(thresholds.medium).toBeLessThan(thresholds.high);
    expect(thresholds.highOff).toBeLessThan(thresholds.high);
    const card = await readFile(join(FOLDER, 'model-card.md'), 'utf8');
    expect(card).toContain('Trained on simulated patients');
  });

  it('finds a poor picture worse than a good one', () => {
    const [first] = [0].map(() => ({
      values: new Float32Array(60),
      missing: new Uint8Array(60).fill(1),
    }));
    const risk = (text: string): number => {
      const features = {
        ...first!,
        featureSet: FEATURE_SET_VERSION,
        ageHours: new Float32Array(60).fill(NaN),
      };
      const report = model.encodeReport(text);
      return model.score([{ features, report, hoursSinceAdmission: 3 }])[0]?.next24h ?? 0;
    };
    const poor =
      'FINDINGS: Hyperdense left MCA sign. Occlusion of the left proximal M1 segment. Poor collaterals.';
    const good =
      'FINDINGS: Occlusion of a left M2 branch. Good collaterals. No early ischemic changes, ASPECTS 10.';
    expect(risk(poor)).toBeGreaterThan(risk(good));
  });

  it('says what each of its inputs was like in training, for itself and no other', async () => {
    const reference = await readReference(FOLDER, model.manifest.checksum);
    expect(reference?.features.map(({ name }) => name)).toEqual(FEATURE_NAMES);
    for (const { missing, counts, edges } of reference?.features ?? []) {
      const known = counts.reduce((sum, count) => sum + count, 0);
      expect(known + missing).toBe(reference?.patients);
      expect(counts).toHaveLength(known === 0 ? 0 : edges.length + 1);
    }
    expect(await readReference(FOLDER, 'another')).toBeNull();
  });
});
