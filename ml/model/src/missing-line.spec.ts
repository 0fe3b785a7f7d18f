import { FEATURE_NAMES } from '@endwatch/clinical';
import { logit } from '@endwatch/statistics';
import { startEngine } from './engine.ts';
import { withheld } from './explain/players.ts';
import type { InputKind } from './input-kinds.ts';
import { FEATURES_OF, lacks } from './input-kinds.ts';
import { LoadedRiskModel } from './loaded-risk-model.ts';
import type { MissingLine } from './missing-line.ts';
import { lineOf, missingKinds } from './missing-line.ts';
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

describe('the line of a patient', () => {
  const lines = [line(['laboratory'], 0.2, 1.3), line(['reports', 'laboratory'], -0.1, 1.4)];

  it('is that of just the kinds that are missing', () => {
    expect(lineOf(lines, lacking('laboratory'))).toBe(lines[0]);
    expect(lineOf(lines, lacking('laboratory', 'reports'))).toBe(lines[1]);
    expect(lineOf(lines, lacking())).toBeNull();
    expect(lineOf(lines, lacking('reports'))).toBeNull();
    expect(lineOf([], lacking('laboratory'))).toBeNull();
  });

  it('lies beneath the calibration of everybody, for the admission risk alone', async () => {
    await startEngine();
    const { config, ...rest } = randomArtefact();
    const admission = { ...config.admission!, calibration: { intercept: 0.3, slope: 0.7 } };
    const bare = { ...rest, config: { ...config, admission } };
    const lined = {
      ...rest,
      config: { ...config, admission: { ...admission, missingLines: lines } },
    };
    const [before, after] = [new LoadedRiskModel(bare), new LoadedRiskModel(lined)];
    const inputs = [lacking(), lacking('laboratory'), lacking('reports')];
    const [plain, own] = [before.admissionRisk(inputs), after.admissionRisk(inputs)];
    expect(own[0]).toBe(plain[0]);
    expect(own[2]).toBe(plain[2]);
    const raw = (logit(plain[1]!) - 0.3) / 0.7;
    expect(logit(own[1]!)).toBeCloseTo(0.3 + 0.7 * (0.2 + 1.3 * raw), 10);
    expect(after.score(inputs)).toEqual(before.score(inputs));
    before.dispose();
    after.dispose();
  });
});
