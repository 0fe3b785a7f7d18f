import { HAZARD_EDGES_HOURS } from '@endwatch/clinical';
import { seededRng } from '@endwatch/simulation';
import { at, sigmoid } from '@endwatch/statistics';
import { fitLeadLines } from './calibrate-leads.ts';
import type { ScoredStays } from './score-stays.ts';

const OUTPUTS = HAZARD_EDGES_HOURS.length - 1;

/**
 * Patients whose hazards are known, and a forecast of them at each hour whose logits are a line of the true ones; `said` is that line, by the lead
 * of the interval.
 */
function forecasts(
  n: number,
  hours: readonly number[],
  said: (lead: number) => { intercept: number; slope: number },
): ScoredStays {
  const rng = seededRng('leads');
  const landmarks = Array.from({ length: n }, () => {
    const truth = Array.from({ length: OUTPUTS }, () => rng.between(-4, -0.5));
    const ends = truth.findIndex((x) => rng.chance(sigmoid(x)));
    const [from = 0, to = 0] = HAZARD_EDGES_HOURS.slice(ends, ends + 2);
    const followUp =
      ends < 0
        ? { time: 168, event: false }
        : { time: from + (to - from) * rng.between(0.01, 0.99), event: true };
    return hours
      .filter((hour) => hour < followUp.time)
      .map((hour) => ({
        stay: { followUp, snapshots: [] },
        snapshot: { hour },
        output: {
          hazards: truth.map((x, j) => {
            const { intercept, slope } = said(at(HAZARD_EDGES_HOURS, j) - hour);
            return sigmoid((x - intercept) / slope);
          }),
        },
      }));
  }).flat() as unknown as ScoredStays['landmarks'];
  return { landmarks, unseen: [], admission: [] };
}

describe('lines by lead', () => {
  it('find how bold forecasts are from near and from far, interval by interval', () => {
    const said = (lead: number) =>
      lead < 12 ? { intercept: 0.4, slope: 1.2 } : { intercept: -0.2, slope: 0.8 };
    const { leads, lines } = fitLeadLines(forecasts(12_000, [0, 48], said));
    expect(leads).toEqual([-12, 0, 12, 48]);
    // 48–72 h: begins at once for a forecast at 48 h, in 48 h for one at admission.
    const interval = at(lines, HAZARD_EDGES_HOURS.indexOf(48));
    const value = (k: number): number => {
      const { intercept, slope } = at(interval, k);
      return intercept + slope * -2;
    };
    expect(value(1)).toBeCloseTo(0.4 + 1.2 * -2, 0);
    expect(Math.abs(value(1) - (0.4 + 1.2 * -2))).toBeLessThan(0.12);
    expect(Math.abs(value(3) - (-0.2 + 0.8 * -2))).toBeLessThan(0.12);
    expect(at(interval, 1).slope - at(interval, 3).slope).toBeGreaterThan(0.2);
  });

  it('are those of the neighbouring lead where there is no forecast, and the common one where there is nothing else', () => {
    const said = (): { intercept: number; slope: number } => ({ intercept: 0.3, slope: 1.2 });
    const { lines } = fitLeadLines(forecasts(2_000, [0, 48], said));
    // Nothing was forecast from within 48–72 h, nor from soon before 96 h.
    const [within, beginning] = at(lines, HAZARD_EDGES_HOURS.indexOf(48));
    expect(within!.slope).toBeCloseTo(beginning!.slope, 9);
    expect(within!.intercept).toBeCloseTo(beginning!.intercept, 9);
    for (const { intercept, slope } of lines.flat()) {
      expect(Math.abs(intercept + slope * -2 - (0.3 + 1.2 * -2))).toBeLessThan(0.35);
      expect(Math.abs(slope - 1.2)).toBeLessThan(0.35);
    }
  });

  it('are not to be had without END', () => {
    const { landmarks, ...rest } = forecasts(50, [0], () => ({ intercept: 0, slope: 1 }));
    const none = landmarks.map((row) => ({
      ...row,
      stay: { ...row.stay, followUp: { time: 168, event: false } },
    }));
    expect(() => fitLeadLines({ ...rest, landmarks: none })).toThrow('nothing to calibrate to');
  });
});
