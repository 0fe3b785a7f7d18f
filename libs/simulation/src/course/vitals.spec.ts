import { vitalsDue } from './vitals.ts';

const gaps = (due: number[], from: number, to: number): number[] =>
  due.flatMap((hours, n) => {
    const next = due[n + 1];
    return hours >= from && hours < to && next !== undefined
      ? [Number((next - hours).toFixed(2))]
      : [];
  });

describe('rounds of vitals', () => {
  it('are hourly for two days and then every 4 h', () => {
    const due = vitalsDue(false, 100);
    expect(new Set(gaps(due, 0, 48))).toEqual(new Set([1]));
    expect(new Set(gaps(due, 49, 100))).toEqual(new Set([4]));
  });

  it('follow the post-lysis protocol: 15 min for 2 h, 30 min to 8 h, then hourly', () => {
    const due = vitalsDue(true, 30);
    expect(new Set(gaps(due, 0, 2))).toEqual(new Set([0.25]));
    expect(new Set(gaps(due, 2.1, 8))).toEqual(new Set([0.5]));
    expect(new Set(gaps(due, 9, 24))).toEqual(new Set([1]));
  });

  it('give way to a monitor that reads by itself', () => {
    const due = vitalsDue(false, 12, { fromHours: 10, everyMinutes: 15 });
    expect(new Set(gaps(due, 10, 12))).toEqual(new Set([0.25]));
  });

  it('end where the stay ends', () => {
    expect(Math.max(...vitalsDue(false, 12))).toBeLessThanOrEqual(12);
  });
});
