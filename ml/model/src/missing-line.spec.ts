import { FEATURE_NAMES } from '@endwatch/clinical';
import { logit } from '@endwatch/statistics';
import { startEngine } from './engine.ts';
import { withheld } from './explain/players.ts';
import type { InputKind } from './input-kinds.ts';
import { FEATURES_OF, lacks } from './input-kinds.ts';
import { LoadedRiskModel } from './loaded-risk-model.ts';
import type { MissingLine } from './missing-line.ts';
import { calibrationFor, missingKinds } from './missing-line.ts';
import type { ScoreInput } from './risk-model.ts';
import { numbers, randomArtefact, randomInput } from './testing/random-artefact.ts';

const line = (without: readonly InputKind[], intercept: number, slope: number): MissingLine => ({
  ...{ without, intercept, slope },
});

/** Everything known but these kinds. */
function lacking(...kinds: readonly InputKind[]): ScoreInput {
  const { features, ...rest } = randomInput(3, numbers(12, 5));
  const all = { ...features, missing: features.missing.map(() => 0) };
  const left = withheld(
    all,
    kinds.flatMap((kind) => FEATURES_OF[kind]),
  );
  return { ...rest, features: left, report: kinds.includes('reports') ? null : rest.report };
}

describe('what is missing as a whole', () => {
  it('is a kind of which nothing is known', () => {
    expect(missingKinds(lacking())).toEqual([]);
    expect(missingKinds(lacking('laboratory', 'reports'))).toEqual(['reports', 'laboratory']);
    const { features, ...rest } = lacking('laboratory');
    const missing = features.missing.slice();
    missing[FEATURE_NAMES.indexOf('d-dimer')] = 0;
    expect(lacks({ ...rest, features: { ...features, missing } }, 'laboratory')).toBe(false);
  });

  it('is the history although whether thrombolysis was given is always known', () => {
    const { features, ...rest } = lacking('history');
    const missing = features.missing.slice();
    missing[FEATURE_NAMES.indexOf('thrombolysis')] = 0;
    expect(missingKinds({ ...rest, features: { ...features, missing } })).toEqual(['history']);
  });
});

describe('the calibration of a patient', () => {
  const missingLines = [line(['laboratory'], 0.2, 1.3), line(['reports', 'laboratory'], -0.1, 1.4)];
  const calibration = { intercept: 0.3, slope: 0.7 };

  it('has the line of just the kinds that are missing beneath that of everybody', () => {
    const own = calibrationFor(
      { calibration, missingLines },
      { missing: ['laboratory', 'reports'], hours: 6 },
    );
    expect(own.intercept).toBeCloseTo(0.3 + 0.7 * -0.1, 12);
    expect(own.slope).toBeCloseTo(0.7 * 1.4, 12);
    for (const missing of [[], ['reports'], ['reports', 'laboratory', 'nihss']] as const)
      expect(calibrationFor({ calibration, missingLines }, { missing, hours: 6 })).toBe(
        calibration,
      );
    expect(calibrationFor({ calibration }, { missing: ['laboratory'], hours: 6 })).toBe(
      calibration,
    );
  });

  it('leaves a curve on top', () => {
    const curve = { x: [-1, 1], y: [-2, 2] };
    const own = calibrationFor(
      { calibration: { ...calibration, curve }, missingLines },
      { missing: ['laboratory'], hours: 6 },
    );
    expect(own.curve).toBe(curve);
  });

  it('is what both networks score by', async () => {
    await startEngine();
    const { config, ...rest } = randomArtefact();
    const admission = { ...config.admission!, calibration };
    const { shape } = config.hazard;
    const hazard = { shape, calibration };
    const bare = { ...rest, config: { ...config, hazard, admission } };
    const lined = {
      ...rest,
      config: {
        ...config,
        hazard: { ...hazard, missingLines },
        admission: { ...admission, missingLines },
      },
    };
    const [before, after] = [new LoadedRiskModel(bare), new LoadedRiskModel(lined)];
    const inputs = [lacking(), lacking('laboratory'), lacking('reports')];
    const risks = (model: LoadedRiskModel): number[][] =>
      model.admissionRisk(inputs).map((risk, i) => [risk!, ...model.score(inputs)[i]!.hazards]);
    const [plain, own] = [risks(before), risks(after)];
    expect([own[0], own[2]]).toEqual([plain[0], plain[2]]);
    own[1]!.forEach((risk, i) => {
      const raw = (logit(plain[1]![i]!) - 0.3) / 0.7;
      expect(logit(risk)).toBeCloseTo(0.3 + 0.7 * (0.2 + 1.3 * raw), 5);
    });
    before.dispose();
    after.dispose();
  });
});
