import { logit } from '../regression/logistic-line.ts';
import { exposureLoss, landmarkExposure } from './landmark-exposure.ts';
import { landmarkNegativeLogLikelihood } from './negative-log-likelihood.ts';
import { landmarkPersonPeriod } from './person-period.ts';

describe('landmarkExposure', () => {
  it('starts at the landmark and ends with the event', () => {
    expect(landmarkExposure({ time: 10, event: true }, 3)).toEqual([
      { interval: 0, y: 0, fraction: 0.5 },
      { interval: 1, y: 1, fraction: 1 },
    ]);
  });

  it('counts the seen part of the interval in which follow-up stopped', () => {
    expect(landmarkExposure({ time: 30, event: false }, 24)).toEqual([
      { interval: 3, y: 0, fraction: 0.25 },
    ]);
  });

  it('has nothing for those no longer at risk, and seven cells for those seen to the end', () => {
    expect(landmarkExposure({ time: 6, event: true }, 6)).toEqual([]);
    expect(landmarkExposure({ time: 200, event: true }, 0).map(({ y }) => y)).toEqual(
      new Array<number>(7).fill(0),
    );
  });
});

describe('exposureLoss', () => {
  const hazards = [0.1, 0.05, 0.2, 0.1, 0.05, 0.03, 0.02];

  it('agrees with the landmark likelihood where follow-up stops on an edge', () => {
    const followUps = [
      { time: 10, event: true },
      { time: 48, event: false },
    ];
    const loss = followUps
      .flatMap((one) => landmarkExposure(one, 3))
      .reduce((sum, cell) => sum + exposureLoss(logit(hazards[cell.interval]!), cell).loss, 0);
    const rows = landmarkPersonPeriod(followUps, [3]);
    expect(loss).toBeCloseTo(landmarkNegativeLogLikelihood(rows, [hazards, hazards]), 12);
  });

  it.each([
    [-3, 0, 1],
    [-3, 1, 0.2],
    [2, 1, 0.7],
    [40, 0, 0.5],
    [-40, 1, 0.5],
  ] as const)('has the right derivative at logit %d, y %d, fraction %d', (x, y, fraction) => {
    const step = 1e-5;
    const up = exposureLoss(x + step, { y, fraction }).loss;
    const down = exposureLoss(x - step, { y, fraction }).loss;
    expect(exposureLoss(x, { y, fraction }).gradient).toBeCloseTo((up - down) / (2 * step), 6);
  });
});
