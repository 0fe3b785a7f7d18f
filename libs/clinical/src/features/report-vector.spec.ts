import { combineReportVectors } from './report-vector.ts';

const vector = (...values: number[]): Float32Array => Float32Array.from(values);

describe('combineReportVectors', () => {
  it('takes the largest of each element, in any order and with repeats', () => {
    const a = vector(0.5, 0, 2);
    const b = vector(0.25, 1, 3);
    expect(combineReportVectors([a, b])).toEqual(vector(0.5, 1, 3));
    expect(combineReportVectors([b, a, b])).toEqual(vector(0.5, 1, 3));
  });

  it('says nothing without reports and leaves its arguments alone', () => {
    const a = vector(1, -2);
    expect(combineReportVectors([])).toBeNull();
    expect(combineReportVectors([a, vector(3, 3)])).not.toBe(a);
    expect(a).toEqual(vector(1, -2));
  });

  it('refuses vectors of different models', () => {
    expect(() => combineReportVectors([vector(1), vector(1, 2)])).toThrow(RangeError);
  });
});
