import { CALIBRATION_CUSUM, calibrationCusum } from './calibration-cusum.ts';

describe('CUSUM of calibration', () => {
  it('adds log-likelihood ratios, worked by hand', () => {
    // ln 2 = 0.693147; r = 2: more += 0.693147 O − E, fewer += −0.693147 O + 0.5 E.
    const steps = calibrationCusum(
      [
        { observed: 3, expected: 1 }, //  2.079442 − 1 =  1.079442; −2.079442 + 0.5 → 0
        { observed: 2, expected: 1.5 }, // 1.386294 − 1.5 = −0.113706 → 0.965736; 0
        { observed: 0, expected: 2 }, //  −2 → 0; 0 + 1 = 1
        { observed: 1, expected: 3 }, //  0.693147 − 3 → 0; 1 − 0.693147 + 1.5 = 1.806853
        { observed: 4, expected: 1 }, //  2.772589 − 1 = 1.772589; 1.806853 − 2.772589 + 0.5 → 0
      ],
      { ratio: 2, limit: 10 },
    );
    const rounded = steps.map(({ more, fewer }) => [more.toFixed(6), fewer.toFixed(6)]);
    expect(rounded).toEqual([
      ['1.079442', '0.000000'],
      ['0.965736', '0.000000'],
      ['0.000000', '1.000000'],
      ['0.000000', '1.806853'],
      ['1.772589', '0.000000'],
    ]);
    expect(steps.every(({ alarm }) => alarm === null)).toBe(true);
  });

  it('alarms at the limit and begins anew', () => {
    const steps = calibrationCusum(
      [
        { observed: 4, expected: 1 }, // 1.772589
        { observed: 2, expected: 1 }, // + 0.386294 = 2.158883: alarm
        { observed: 2, expected: 1 }, // from 0 again
        { observed: 0, expected: 5 }, // fewer: 2.5
      ],
      { ratio: 2, limit: 2.1 },
    );
    expect(steps.map(({ alarm }) => alarm)).toEqual([null, 'more', null, 'fewer']);
    expect(steps[2]?.more).toBeCloseTo(2 * Math.log(2) - 1, 12);
  });

  it('refuses a design that finds nothing', () => {
    expect(() => calibrationCusum([], { ratio: 1, limit: 5 })).toThrow(RangeError);
    expect(() => calibrationCusum([], { ratio: 1.5, limit: 0 })).toThrow(RangeError);
  });
});

/** Mean number of weeks until the first alarm, of `runs` runs with `factor` times the END forecast. */
function runLength(expected: number, factor: number, runs = 60): number {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const poisson = (mean: number): number => {
    let [k, p, u] = [0, Math.exp(-mean), random()];
    while (u > p && k < 200) {
      u -= p;
      k += 1;
      p *= mean / k;
    }
    return k;
  };
  let weeks = 0;
  for (let run = 0; run < runs; run += 1) {
    const groups = Array.from({ length: 3000 }, () => ({
      observed: poisson(expected * factor),
      expected,
    }));
    const first = calibrationCusum(groups).findIndex(({ alarm }) => alarm !== null);
    weeks += first === -1 ? groups.length : first + 1;
  }
  return weeks / runs;
}

describe(`as shipped (limit ${String(CALIBRATION_CUSUM.limit)})`, () => {
  it.each([3, 12])('rarely rings falsely with %d END a week, and soon when it should', (weekly) => {
    expect(runLength(weekly, 1)).toBeGreaterThan(250);
    expect(runLength(weekly, 1.5)).toBeLessThan(20);
    expect(runLength(weekly, 2)).toBeLessThan(8);
    expect(runLength(weekly, 0.5)).toBeLessThan(16);
  });
});
