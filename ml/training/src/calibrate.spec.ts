import { seededRng } from '@endwatch/simulation';
import { at, logit, sigmoid } from '@endwatch/statistics';
import type { JudgedCell } from './calibrate.ts';
import { calibrationOf, fitCalibration, fitCurve, fitIntercept } from './calibrate.ts';
import { chooseThresholds } from './choose-thresholds.ts';

function cells(intercept: number, slope: number): JudgedCell[] {
  const rng = seededRng('calibrate');
  return Array.from({ length: 20_000 }, () => {
    const logit = -1 + 1.5 * rng.normal();
    return { logit, y: rng.chance(sigmoid(intercept + slope * logit)) ? 1 : 0, fraction: 1 };
  });
}

describe('fitCalibration', () => {
  it('finds the line that the outcomes were drawn from', () => {
    const { intercept, slope } = fitCalibration(cells(-0.4, 0.6));
    expect(intercept).toBeCloseTo(-0.4, 1);
    expect(slope).toBeCloseTo(0.6, 1);
  });

  it('leaves a calibrated network alone', () => {
    const { intercept, slope } = fitCalibration(cells(0, 1));
    expect(Math.abs(intercept)).toBeLessThan(0.06);
    expect(Math.abs(slope - 1)).toBeLessThan(0.06);
  });

  it('refuses a network whose forecasts go the wrong way', () => {
    expect(() => fitCalibration(cells(0, -1))).toThrow('says nothing');
  });
});

describe('calibrating to one kind of outcome', () => {
  const all = (y: 0 | 1): JudgedCell[] => cells(0, 1).map((cell) => ({ ...cell, y }));

  it.each([
    ['no END in 20000 forecasts', all(0)],
    ['nothing but END in 20000 forecasts', all(1)],
    ['no END in 0 forecasts', []],
  ])('is refused by every method: %s', (words, some) => {
    expect(calibrationOf(some)).toBeNull();
    for (const method of [fitCalibration, fitIntercept, fitCurve]) {
      expect(() => method(some)).toThrow(words);
    }
  });

  it('has no line where the logits part the outcomes: it would be steeper for ever', () => {
    const parted = cells(0, 1).map((cell): JudgedCell => ({ ...cell, y: cell.logit > 0 ? 1 : 0 }));
    expect(calibrationOf(parted)).toBeNull();
  });
});

describe('fitCurve', () => {
  it('is not lifted by those who are seen for a part of the interval', () => {
    const rng = seededRng('parts of an interval');
    const drawn = (hazard: number): JudgedCell[] =>
      Array.from({ length: 20_000 }, (_, i) => {
        const until = i % 2 === 0 ? 1 : 0.5;
        const ended = rng.chance(1 - (1 - hazard) ** until);
        return { logit: logit(hazard), y: ended ? 1 : 0, fraction: ended ? 1 : until };
      });
    const { y } = fitCurve([0.1, 0.2].flatMap(drawn));
    expect(sigmoid(at(y, 0))).toBeCloseTo(0.1, 2);
    expect(Math.abs(sigmoid(at(y, 1)) - 0.2)).toBeLessThan(0.01);
  });
});

describe('chooseThresholds', () => {
  const spread = Array.from({ length: 1000 }, (_, i) => (i / 1000) ** 2);

  it('flags a twelfth of the scores as high and a quarter as at least medium', () => {
    const { medium, high, highOff } = chooseThresholds(spread);
    const share = (from: number): number => spread.filter((p) => p >= from).length / 1000;
    expect(share(high)).toBeCloseTo(1 / 12, 1);
    expect(share(medium)).toBeCloseTo(1 / 4, 1);
    expect(highOff).toBeLessThan(high);
    expect(highOff).toBeGreaterThanOrEqual(medium);
  });

  it('keeps its order when all scores are alike', () => {
    const { medium, high, highOff } = chooseThresholds([0.01, 0.01, 0.01]);
    expect(medium).toBeLessThan(high);
    expect(highOff).toBeLessThanOrEqual(high);
  });
});
