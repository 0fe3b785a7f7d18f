import type { FeatureVector } from '@endwatch/clinical';
import fc from 'fast-check';
import { fingerprintOf as fingerprint } from './fingerprint.ts';

const vector = (values: readonly number[], missing: readonly number[] = []): FeatureVector => ({
  featureSet: 'test-1',
  values: Float32Array.from(values),
  missing: Uint8Array.from(values.map((_value, index) => missing[index] ?? 0)),
  ageHours: Float32Array.from(values.map(() => NaN)),
});

const fingerprintOf = (
  features: FeatureVector,
  report: Float32Array | null,
  outOfPopulation: readonly string[] = [],
): string => fingerprint({ features, report, outOfPopulation });

describe('the fingerprint of what a score rests on', () => {
  it('equal inputs have equal ones, one changed bit another', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.nat(),
        (values, at) => {
          const index = at % values.length;
          const base = fingerprintOf(vector(values), null);
          expect(fingerprintOf(vector([...values]), null)).toBe(base);
          const other = values.map((value, i) => (i === index ? (value === 1 ? 2 : 1) : value));
          if (values[index] !== other[index]) {
            expect(fingerprintOf(vector(other), null)).not.toBe(base);
          }
          expect(fingerprintOf(vector(values, [1]), null)).not.toBe(base);
        },
      ),
    );
  });

  it('knows no report from an empty one, and one report from another', () => {
    const none = fingerprintOf(vector([1]), null);
    const empty = fingerprintOf(vector([1]), new Float32Array(0));
    const some = fingerprintOf(vector([1]), Float32Array.of(0));
    const strange = fingerprintOf(vector([1]), null, ['Had thrombectomy']);
    expect(new Set([none, empty, some, strange]).size).toBe(4);
  });

  it('does not clash over 100,000 neighbouring vectors', () => {
    const seen = new Set<string>();
    for (let at = 0; at < 100_000; at += 1)
      seen.add(fingerprintOf(vector([at, at / 7, -at]), null));
    expect(seen.size).toBe(100_000);
  });
});
