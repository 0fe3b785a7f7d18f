import fc from 'fast-check';
import {
  NONE,
  TOO_FEW,
  WIDEST,
  readAuc,
  readRatio,
  readShare,
  readSpread,
  sharePercent,
} from './readings.ts';
import { cellOf } from './section.ts';

describe('a figure as it is read', () => {
  it('is a share with its interval and of how many', () => {
    expect(readShare({ k: 40, n: 100, value: 0.4, ci95: [0.309, 0.498] })).toEqual({
      ...{ text: '40\u00a0%', interval: '31–50\u00a0%', basis: '40 of 100', tooFew: false },
    });
  });

  it('says too few instead of a share that could be anything, and still of how many', () => {
    const reading = readShare({ k: 3, n: 5, value: 0.6, ci95: [0.231, 0.882] });
    expect(reading).toEqual({ text: TOO_FEW, interval: null, basis: '3 of 5', tooFew: true });
  });

  it('never shows a share whose interval is wider than the limit', () => {
    const limit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(limit, limit, (a, b) => {
        const ci95: [number, number] = [Math.min(a, b), Math.max(a, b)];
        const { tooFew, text } = readShare({ k: 1, n: 2, value: 0.5, ci95 });
        expect(tooFew).toBe(ci95[1] - ci95[0] > WIDEST);
        expect(text === TOO_FEW).toBe(tooFew);
      }),
    );
  });

  it.each([
    [0, '0\u00a0%'],
    [0.001, '<1\u00a0%'],
    [0.5, '50\u00a0%'],
    [0.999, '>99\u00a0%'],
    [1, '100\u00a0%'],
  ])('%p of what happened is %p', (value, words) => {
    expect(sharePercent(value)).toBe(words);
  });

  it('is an AUC only with a narrow interval, or without one with enough of both', () => {
    const of = { ends: 30, others: 200 };
    expect(readAuc({ value: 0.81, ci95: [0.72, 0.9] }, of).interval).toBe('0.72–0.90');
    expect(readAuc({ value: 0.81, ci95: [0.4, 0.95] }, of).text).toBe(TOO_FEW);
    expect(readAuc({ value: 0.81, ci95: null }, of)).toMatchObject({ text: '0.81', several: true });
    expect(readAuc({ value: 0.81, ci95: null }, { ends: 9, others: 200 }).text).toBe(TOO_FEW);
    expect(readAuc({ value: null, ci95: null }, of).text).toBe(NONE);
  });

  it('is a ratio only where its limits are of one size', () => {
    const of = { ends: 30, others: 200 };
    expect(readRatio({ value: 1.2, ci95: [0.8, 1.7] }, of).text).toBe('1.20');
    expect(readRatio({ value: 1.2, ci95: [0.4, 3.9] }, of).text).toBe(TOO_FEW);
    expect(readRatio({ value: 0, ci95: [0, 0.5] }, of).text).toBe(TOO_FEW);
  });

  it('has no interval where patients come several times, and says so', () => {
    const share = readShare({ k: 40, n: 100, value: 0.4, ci95: null });
    expect(share).toEqual({
      ...{ text: '40\u00a0%', interval: null, basis: '40 of 100', tooFew: false, several: true },
    });
    expect(cellOf(share).small).toBe('no interval · 40 of 100');
    expect(readShare({ k: 4, n: 39, value: 4 / 39, ci95: null })).toEqual({
      ...{ text: TOO_FEW, interval: null, basis: '4 of 39', tooFew: true },
    });
    expect(readShare({ k: 0, n: 0, value: null, ci95: null })).toEqual({
      ...{ text: NONE, interval: null, basis: '0 of 0', tooFew: false },
    });
    const ratio = { value: 1.2, ci95: null };
    expect(readRatio(ratio, { ends: 30, others: 200 })).toMatchObject({
      ...{ text: '1.20', several: true },
    });
    expect(readRatio(ratio, { ends: 9, others: 200 }).text).toBe(TOO_FEW);
  });

  it('has a middle of five values and more', () => {
    expect(readSpread({ n: 4, median: 3, quartiles: [1, 9] }, 'min').text).toBe(TOO_FEW);
    expect(readSpread({ n: 5, median: 3, quartiles: [1, 9] }, 'min')).toMatchObject({
      ...{ text: '3\u00a0min', interval: 'middle half 1–9', basis: 'of 5' },
    });
    expect(readSpread({ n: 0, median: null, quartiles: null }, 'min').text).toBe(NONE);
  });
});
