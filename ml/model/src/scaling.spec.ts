import type { InputLayout } from './scaling.ts';
import { fitScale, inputsOf, reportInput, structuredWidth, writeStructured } from './scaling.ts';

const scales = [{ transform: 'none', centre: 80, spread: 10 } as const];
/** As artefacts were before ages were read. */
const WITHOUT_AGES: InputLayout = { scales };
const WITH_AGES: InputLayout = { scales, valueAges: true };

interface Given {
  readonly value: number;
  readonly missing?: 0 | 1;
  readonly age?: number;
  readonly hours?: number;
}

function written(
  { value, missing = 0, age = NaN, hours = 0 }: Given,
  layout = WITHOUT_AGES,
): number[] {
  const target = new Float32Array(structuredWidth(layout));
  const features = {
    values: Float32Array.of(value),
    missing: Uint8Array.of(missing),
    ageHours: Float32Array.of(age),
  };
  const row = { features, hoursSinceAdmission: hours, hasReport: true };
  writeStructured(row, layout, { target, offset: 0 });
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
    const [value, mask, , , ...rest] = written({ value: 95, hours: 12 });
    expect([value, mask]).toEqual([1.5, 0]);
    expect(rest).toEqual([0, 0, 1, 0, 0, 0, 0, 1]);
  });

  it('says nothing about a missing value but that it is missing', () => {
    expect(written({ value: 95, missing: 1 }).slice(0, 2)).toEqual([0, 1]);
  });

  it('limits what one typing error can do', () => {
    expect(written({ value: 9_999 })[0]).toBe(4);
    expect(written({ value: 0, hours: 500 }).every(Number.isFinite)).toBe(true);
  });

  it('says last how old a value is, where the network reads that', () => {
    const inputs = written({ value: 95, age: 13 }, WITH_AGES);
    expect(inputs.slice(0, -1)).toEqual(written({ value: 95, age: 13 }));
    expect(inputs.at(-1)).toBeCloseTo(Math.log(14) / Math.log(169), 6);
    expect(written({ value: 95, age: 168 }, WITH_AGES).at(-1)).toBeCloseTo(1, 6);
    for (const ageless of [{ age: NaN }, { age: 13, missing: 1 as const }, { age: 0 }]) {
      expect(written({ value: 95, ...ageless }, WITH_AGES).at(-1)).toBe(0);
    }
  });

  it('tells where what belongs to a feature and to reports stands', () => {
    const inputs = written({ value: 95, age: 24 }, WITH_AGES);
    expect(inputsOf(0, WITH_AGES).map((i) => inputs[i])).toEqual([1.5, 0, inputs.at(-1)]);
    expect(inputsOf(0, WITHOUT_AGES)).toEqual([0, 1]);
    expect(inputs[reportInput(1)]).toBe(1);
  });
});
