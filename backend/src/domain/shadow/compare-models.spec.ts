import { HOUR } from '@endwatch/clinical';
import { compareModels, comparisonText, type Outcome, type ScorePair } from './compare-models.ts';

const BANDS = {
  inService: { medium: 0.2, high: 0.4 },
  shadow: { medium: 0.1, high: 0.3 },
};
const pair = (patientId: string, one: Partial<ScorePair>): ScorePair => ({
  ...{ patientId, asOf: 6 * HOUR, hoursSinceAdmission: 6, inService: 0.3, shadow: 0.3, ...one },
});
const ended = (hours: number): Outcome => ({ endAt: hours * HOUR, seenUntil: hours * HOUR });
const seen = (hours: number): Outcome => ({ endAt: null, seenUntil: hours * HOUR });

const OUTCOMES: Readonly<Record<string, Outcome | null>> = {
  a: ended(20),
  b: ended(29),
  c: seen(40),
  d: seen(30),
  /** END later than 24 h ahead: seen to have none within it. */
  e: ended(60),
  /** Nobody looked long enough. */
  f: seen(20),
  g: null,
};
const PAIRS = [
  pair('a', { inService: 0.5, shadow: 0.6 }),
  pair('a', { inService: 0.1, shadow: 0.1, hoursSinceAdmission: 6.5, asOf: 6.5 * HOUR }),
  pair('b', { inService: 0.1, shadow: 0.35, hoursSinceAdmission: 6.9 }),
  pair('c', { inService: 0.2, shadow: 0.05 }),
  pair('d', { inService: 0.3, shadow: 0.2 }),
  pair('e', { inService: 0.05, shadow: 0.04 }),
  pair('f', {}),
  pair('g', {}),
  pair('c', { hoursSinceAdmission: 8, asOf: 8 * HOUR }),
];
const compare = (pairs: readonly ScorePair[]) =>
  compareModels(pairs, (id) => OUTCOMES[id] ?? null, BANDS);

describe('a model in the shadow beside the one in service', () => {
  it('is judged on one score of each patient of whom it is known what came', () => {
    const [at6, at12] = compare(PAIRS).atHours;
    expect(at6).toMatchObject({ hour: 6, patients: 5, ends: 2 });
    // In service: a above c, d, e; b (0.1) above e only → 4 of 6. Shadow: a and b above all → 6 of 6.
    expect(at6?.aucInService).toBeCloseTo(4 / 6, 12);
    expect(at6?.aucShadow).toBe(1);
    expect(at6?.difference?.value).toBeCloseTo(2 / 6, 12);
    const square = (values: readonly number[]) => values.reduce((sum, v) => sum + v * v, 0) / 5;
    expect(at6?.brierShadow).toBeCloseTo(square([0.4, 0.65, 0.05, 0.2, 0.04]), 12);
    expect(at12).toMatchObject({ patients: 0, ends: 0, aucShadow: null, difference: null });
  });

  it('is compared by bands, each by its own thresholds', () => {
    const { pairs, patients, otherBand, highInService, highShadow, meanDifference } =
      compare(PAIRS);
    expect([pairs, patients, highInService, highShadow]).toEqual([9, 7, 1, 5]);
    expect(otherBand).toBeCloseTo(6 / 9, 12);
    expect(meanDifference).toBeCloseTo((0.1 + 0.25 - 0.15 - 0.1 - 0.01) / 9, 12);
  });

  it('says so where nothing can be told', () => {
    expect(comparisonText(compare([]))).toContain('0 pairs of scores of 0 patients');
    expect(comparisonText(compare([]))).toContain('cannot be told yet');
    expect(comparisonText(compare(PAIRS))).toMatch(
      /6 h {6}5 patients, 2 END {3}AUC 0\.667 \| 1\.000/,
    );
  });
});
