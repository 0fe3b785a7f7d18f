import { HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import { logit } from '@endwatch/statistics';
import { calibratedLogit } from './calibration.ts';
import { startEngine } from './engine.ts';
import { leadShares, linesAt, type LeadLines } from './lead-line.ts';
import { LoadedRiskModel } from './loaded-risk-model.ts';
import { calibrationFor } from './missing-line.ts';
import { randomArtefact, randomInput } from './testing/random-artefact.ts';

const LINES: LeadLines = {
  leads: [-12, 0, 48],
  lines: HAZARD_EDGES_HOURS.slice(1).map((_, output) => [
    { intercept: 1, slope: 0.5 },
    { intercept: 0, slope: 1 + output },
    { intercept: -1, slope: 2 },
  ]),
};

describe('the line of an interval', () => {
  it.each([
    [-30, [1, 0, 0]],
    [-12, [1, 0, 0]],
    [-3, [0.25, 0.75, 0]],
    [0, [0, 1, 0]],
    [12, [0, 0.75, 0.25]],
    [48, [0, 0, 1]],
    [168, [0, 0, 1]],
  ])('lies, at a lead of %d h, between those of the leads beside it', (lead, shares) => {
    expect(leadShares(LINES.leads, lead)).toEqual(shares);
  });

  it('goes by when the interval begins, seen from the forecast', () => {
    const at36 = linesAt(LINES, 36);
    // 24–48 h began 12 h ago; 48–72 h begins in 12 h; 96–168 h in 60 h.
    expect(at36[3]).toEqual({ intercept: 1, slope: 0.5 });
    expect(at36[4]).toEqual({ intercept: -0.25, slope: 0.75 * 5 + 0.5 });
    expect(at36[6]).toEqual({ intercept: -1, slope: 2 });
    expect(linesAt(LINES, -2)).toEqual(linesAt(LINES, 0));
  });

  it('comes before what is common to all, in the value and in how steep it is', () => {
    const calibration = { intercept: 0.3, slope: 0.7, lines: [LINES.lines[2]![1]!] };
    const { value, slope } = calibratedLogit(-1, calibration, 0);
    expect(value).toBeCloseTo(0.3 + 0.7 * (3 * -1), 12);
    expect(slope).toBeCloseTo(0.7 * 3, 12);
    expect(calibratedLogit(-1, calibration, 5)).toEqual({ value: 0.3 - 0.7, slope: 0.7 });
  });

  it('comes before the line of those who lack a kind of input', () => {
    const missingLines = [{ without: ['laboratory'] as const, intercept: 0.2, slope: 1.5 }];
    const network = { calibration: { intercept: 0.1, slope: 0.9 }, leadLines: LINES, missingLines };
    const row = calibrationFor(network, { missing: ['laboratory'], hours: 24 });
    const own = 4 * -2;
    expect(calibratedLogit(-2, row, 3).value).toBeCloseTo(0.1 + 0.9 * (0.2 + 1.5 * own), 12);
  });
});

describe('a model with lines by lead', () => {
  it('scores each patient by the hour of the forecast', async () => {
    await startEngine();
    const { config, ...rest } = randomArtefact();
    const { shape } = config.hazard;
    const calibration = { intercept: 0, slope: 1 };
    const bare = { ...rest, config: { ...config, hazard: { shape, calibration } } };
    const lined = {
      ...rest,
      config: { ...config, hazard: { shape, calibration, leadLines: LINES } },
    };
    const [before, after] = [new LoadedRiskModel(bare), new LoadedRiskModel(lined)];
    const inputs = [6, 36].map((hoursSinceAdmission, n) => ({
      ...randomInput(n, null),
      hoursSinceAdmission,
    }));
    const plain = before.score(inputs);
    after.score(inputs).forEach(({ hazards }, row) =>
      hazards.forEach((hazard, output) => {
        const { intercept, slope } = linesAt(LINES, inputs[row]!.hoursSinceAdmission)[output]!;
        const expected = intercept + slope * logit(plain[row]!.hazards[output]!);
        // Hazards near 1 have few digits left.
        if (Math.abs(expected) < 8) expect(logit(hazard)).toBeCloseTo(expected, 2);
      }),
    );
    before.dispose();
    after.dispose();
  });
});
