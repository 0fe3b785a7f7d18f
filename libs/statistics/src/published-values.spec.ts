import { calibrationRegression } from './calibration/regression.ts';
import { fitPenalisedLogistic } from './baseline/penalised-logistic.ts';
import { aucEstimate, compareAucPaired, compareAucUnpaired } from './discrimination/delong.ts';
import { chiSquareUpperTail } from './distribution/incomplete-gamma.ts';
import { normalQuantile } from './distribution/normal.ts';
import { studentTwoSided } from './distribution/student-t.ts';
import { conditionalRisk } from './hazard/conditional-risk.ts';
import { intervalOf } from './hazard/hazard-intervals.ts';
import { fitIsotonic, isotonicValue } from './recalibration/isotonic.ts';
import { fitTemperature } from './recalibration/platt.ts';
import { subgroupAuc } from './subgroup/subgroup-auc.ts';
import { wilsonInterval } from './threshold/wilson.ts';

describe('published values', () => {
  it('AUC of 109 images read by one radiologist (Hanley & McNeil 1982): .893, DeLong .0307', () => {
    const normal = [33, 6, 6, 11, 2];
    const abnormal = [3, 2, 2, 11, 33];
    const repeat = (counts: number[]): number[] =>
      counts.flatMap((n, rating) => new Array<number>(n).fill(rating + 1));
    const score = [...repeat(normal), ...repeat(abnormal)];
    const y = score.map((_, i) => (i < 58 ? 0 : 1));
    const estimate = aucEstimate(y, score);
    expect(estimate.auc).toBeCloseTo(0.8932, 4);
    expect(estimate.se).toBeCloseTo(0.0307, 4);
    expect(estimate.ci95?.[0]).toBeCloseTo(0.83295, 4);
    expect(estimate.ci95?.[1]).toBeCloseTo(0.95339, 4);
  });

  it('Wilson intervals of 81/263 and 15/148 (Newcombe 1998)', () => {
    expect(wilsonInterval(81, 263)?.map((x) => x.toFixed(4))).toEqual(['0.2553', '0.3662']);
    expect(wilsonInterval(15, 148)?.map((x) => x.toFixed(4))).toEqual(['0.0624', '0.1605']);
  });

  it('table points of the normal, chi-square and t distributions', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(normalQuantile(0.0005)).toBeCloseTo(-3.290526731491896, 11);
    expect(chiSquareUpperTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
    expect(chiSquareUpperTail(18.307038053275146, 10)).toBeCloseTo(0.05, 12);
    expect(studentTwoSided(2.228138851964939, 10)).toBeCloseTo(0.05, 10);
  });

  it('the paper: hazards that give 30.3 % by 48 h and 38.0 % by 7 days', () => {
    const perHour = [18, 12, 7.6, 3.75, 2, 1.2, 0.55];
    const hours = [6, 6, 12, 24, 24, 24, 72];
    const hazards = perHour.map((rate, j) => 1 - Math.exp((-rate * hours[j]!) / 1000));
    expect(conditionalRisk(hazards, 0).by48h).toBeCloseTo(0.303, 3);
    expect(conditionalRisk(hazards, 0).by168h).toBeCloseTo(0.38, 3);
  });
});

describe('edges', () => {
  it('hour 0 belongs to the first interval, a right edge to the one it closes', () => {
    expect([0, 6, 6.1, 168, 169, -1].map((t) => intervalOf(t))).toEqual([0, 0, 1, 6, null, null]);
  });

  it('isotonic fits pool neighbours that fall and are flat beyond the ends', () => {
    const curve = fitIsotonic([0.1, 0.2, 0.3], [0, 1, 0]);
    expect(curve.fitted).toEqual([0, 0.5, 0.5]);
    expect([0, 1].map((p) => isotonicValue(curve, p))).toEqual([0, 0.5]);
    expect(isotonicValue(curve, 0.15)).toBeCloseTo(0.25, 12);
  });

  it('isotonic fits weigh each point as often as it is written down', () => {
    const [x, y] = [
      [0.1, 0.2, 0.3],
      [0.4, 1, 0],
    ] as const;
    const written = fitIsotonic([0.1, 0.2, 0.3, 0.3, 0.3], [0.4, 1, 0, 0, 0]);
    expect(fitIsotonic(x, y, [1, 1, 3])).toEqual(written);
    expect(written.fitted[2]).toBeCloseTo(0.28, 12);
  });

  it('areas that differ without any variance cannot be tested; one forecast twice does not differ', () => {
    const y = [0, 0, 1, 1];
    const [right, wrong] = [
      [1, 2, 3, 4],
      [4, 3, 2, 1],
    ];
    expect(compareAucPaired(y, right, wrong)).toMatchObject({ difference: 1, z: null, p: null });
    expect(compareAucPaired(y, right, right)).toMatchObject({ difference: 0, z: 0, p: 1 });
    const groups = [right, wrong].map((score) => ({ y, score }));
    expect(compareAucUnpaired(groups[0]!, groups[1]!)).toMatchObject({ p: null, welch: null });
    const patients = { y: [...y, ...y], score: [...right, ...right] };
    const factor = [0, 0, 0, 0, 1, 1, 1, 1];
    const same = { difference: 0, z: null, p: null, pHolm: null };
    expect(subgroupAuc(patients, { factor }).factor).toMatchObject(same);
  });

  it('a penalised regression on one class says that there is none', () => {
    for (const y of [[0, 0, 0], [1, 1, 1], []]) {
      expect(() =>
        fitPenalisedLogistic(
          y.map((_, i) => [i]),
          y,
        ),
      ).toThrow('only one class');
    }
  });

  it('forecasts that separate the outcome have no finite calibration slope', () => {
    expect(calibrationRegression([0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9]).slope).toBeNull();
    expect(calibrationRegression([1, 1], [0.1, 0.2]).inTheLarge).toBeNull();
    expect(fitTemperature([0.5, 0.5], [0, 1])).toBeNull();
  });
});
