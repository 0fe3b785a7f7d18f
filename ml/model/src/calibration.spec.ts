import { sigmoid } from '@endwatch/statistics';
import { calibratedLogit, calibratedProbabilities } from './calibration.ts';

const curve = { x: [-2, 0, 1], y: [-3, -1, 2] };

describe('calibration on the logit', () => {
  it('is a line', () => {
    expect(calibratedProbabilities([0.5], { intercept: -1, slope: 2 })).toEqual([sigmoid(0)]);
    expect(calibratedLogit(0.5, { intercept: -1, slope: 2 })).toEqual({ value: 0, slope: 2 });
  });

  it.each([
    [-5, -3, 0],
    [-2, -3, 0],
    [-1, -2, 1],
    [0, -1, 3],
    [0.5, 0.5, 3],
    [1, 2, 0],
    [9, 2, 0],
  ])('follows a curve: %d gives %d with slope %d', (logit, value, slope) => {
    expect(calibratedLogit(logit, { intercept: 0, slope: 1, curve })).toEqual({ value, slope });
  });

  it('puts the curve behind the line', () => {
    const found = calibratedLogit(0.25, { intercept: 0, slope: 2, curve });
    expect(found).toEqual({ value: 0.5, slope: 6 });
  });
});
