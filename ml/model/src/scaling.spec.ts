import { fitScale, structuredWidth, writeStructured } from './scaling.ts';

const row = (value: number, missing: 0 | 1): { values: Float32Array; missing: Uint8Array } => ({
  values: Float32Array.of(value),
  missing: Uint8Array.of(missing),
});
const scales = [{ transform: 'none', centre: 80, spread: 10 } as const];

function written(value: number, missing: 0 | 1, hours: number): number[] {
  const target = new Float32Array(structuredWidth(1));
  const features = row(value, missing);
  writeStructured({ features, hoursSinceAdmission: hours, hasReport: true }, scales, {
    target,
    offset: 0,
  });
  return [...target];
}

describe('fitScale', () => {
  it('centres on the median and takes logarithms of a long tail', () => {
    const even = Array.from({ length: 101 }, (_, i) => i);
    expect(fitScale(even)).toMatchObject({ transform: 'none', centre: 50 });
    const tailed = even.map((i) => Math.exp(i / 10));
    expect(fitScale(tailed).transform).toBe('log');
  });

  it('keeps a finite spread for flags, constants and features never seen', () => {
    expect(fitScale([0, 0, 0, 0, 1]).spread).toBeGreaterThan(0);
    expect(fitScale([3, 3]).spread).toBe(1);
    expect(fitScale([])).toEqual({ transform: 'none', centre: 0, spread: 1 });
  });
});

describe('writeStructured', () => {
  it('gives value, mask, time and presence of a report', () => {
    const [value, mask, , , ...rest] = written(95, 0, 12);
    expect([value, mask]).toEqual([1.5, 0]);
    expect(rest).toEqual([0, 0, 1, 0, 0, 0, 0, 1]);
  });

  it('says nothing about a missing value but that it is missing', () => {
    expect(written(95, 1, 0).slice(0, 2)).toEqual([0, 1]);
  });

  it('limits what one typing error can do', () => {
    expect(written(9_999, 0, 0)[0]).toBe(4);
    expect(written(0, 0, 500).every(Number.isFinite)).toBe(true);
  });
});
