import { observedToExpected } from './observed-to-expected.ts';

describe('observed to expected', () => {
  it('is the count over the sum of the risks, with the limits of the share', () => {
    const found = observedToExpected([1, 0, 0, 1], [0.5, 0.25, 0.15, 0.1]);
    expect(found.observed).toBe(2);
    expect(found.expected).toBeCloseTo(1, 12);
    expect(found.ratio).toBeCloseTo(2, 12);
    // Wilson of 2 in 4: 0.1500 to 0.8500, over a mean risk of 0.25.
    expect(found.ci95?.[0]).toBeCloseTo(0.600157, 5);
    expect(found.ci95?.[1]).toBeCloseTo(3.399843, 5);
  });

  it('of no END is 0, of nothing is null', () => {
    expect(observedToExpected([0, 0], [0.5, 0.5])).toMatchObject({ ratio: 0 });
    expect(observedToExpected([], [])).toMatchObject({ ratio: null, ci95: null });
    expect(observedToExpected([0], [0])).toMatchObject({ ratio: null, ci95: null });
  });
});
