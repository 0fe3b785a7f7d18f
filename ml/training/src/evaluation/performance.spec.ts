import { seededRng } from '@endwatch/simulation';
import type { Judged } from './performance.ts';
import { expectedToObserved, columnsOf, performanceCells } from './performance.ts';

/** Outcomes drawn from the forecasts themselves: nobody can be calibrated better. */
function drawn(n: number, tilt = 1): Judged[] {
  const rng = seededRng('performance');
  return Array.from({ length: n }, () => {
    const p = 0.02 + 0.6 * rng.next() ** 2;
    return { p: p * tilt, y: rng.chance(p) ? 1 : 0, oracle: p };
  });
}

describe('performance of a forecast', () => {
  it('finds a perfect forecaster calibrated within the error of sampling', () => {
    const cells = performanceCells(drawn(4000), true);
    const [low, high] = cells['eoCi95'] as [number, number];
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThan(1);
    expect(high - low).toBeLessThan(0.15);
    const [slopeLow, slopeHigh] = cells['slopeCi95'] as [number, number];
    expect(slopeLow).toBeLessThan(1);
    expect(slopeHigh).toBeGreaterThan(1);
    expect(cells['auc']).toBe(cells['oracleAuc']);
    expect(cells['attained']).toBe(1);
  });

  it('sees forecasts that are half too high', () => {
    const { ratio, ci95 } = expectedToObserved(columnsOf(drawn(4000, 1.5)));
    expect(ratio).toBeCloseTo(1.5, 1);
    expect(ci95?.[0]).toBeGreaterThan(1.3);
  });

  it('has no interval for patients that come several times, and nothing for nobody', () => {
    const none = { aucCi95: null, slopeCi95: null, eoCi95: null };
    expect(performanceCells(drawn(100), false)).toMatchObject(none);
    expect(performanceCells(drawn(100), true)['slopeCi95']).not.toBeNull();
    expect(performanceCells([], true)).toEqual({ n: 0, events: 0 });
    const unknown = drawn(50).map((one, i) => (i === 7 ? { ...one, oracle: null } : one));
    expect(performanceCells(unknown, true)).toMatchObject({ oracleAuc: null, attained: null });
  });
});
