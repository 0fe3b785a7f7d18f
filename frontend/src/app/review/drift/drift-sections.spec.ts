import type { CalibrationWeek, DriftReview } from '@endwatch/contracts';
import { driftSections } from './drift-sections.ts';

const MONDAYS = ['2026-11-02T00:00:00.000Z', '2026-11-09T00:00:00.000Z'];
const week = (n: number, over: Partial<CalibrationWeek> = {}): CalibrationWeek => ({
  ...{ week: MONDAYS[n] ?? '', stays: 20, ends: 3, expected: 2.5, more: 0.4, fewer: 0 },
  ...{ observedToExpected: { value: 1.2, ci95: [0.5, 1.9] }, alarm: null },
  ...over,
});
const review = (over: Partial<DriftReview> = {}): DriftReview => ({
  ...{ at: MONDAYS[1] ?? '', model: { version: 'm', trainedOn: 'simulated' }, definitions: [] },
  ...{ weeks: MONDAYS, inputs: [] },
  calibration: { limit: 5, ratio: 1.5, weeks: [week(0), week(1)], alarm: null },
  ...over,
});

describe('drift', () => {
  it('has nothing to draw before a week is over, and says so', () => {
    const none = { limit: 5, ratio: 1.5, weeks: [], alarm: null };
    const [chart, psi] = driftSections(review({ weeks: [], calibration: none }));
    expect(chart.plot).toBeUndefined();
    expect(chart.empty).toMatch(/No week/);
    expect(psi.table?.empty).toMatch(/No week/);
  });

  it('draws both arms below their limit, and marks the alarm', () => {
    const alarmed = week(1, { more: 5.3, alarm: 'more' });
    const calibration = {
      ...{ limit: 5, ratio: 1.5, weeks: [week(0), alarmed] },
      alarm: { week: alarmed.week, direction: 'more' as const },
    };
    const [chart] = driftSections(review({ calibration }));
    expect(chart.plot?.lines.map(({ name }) => name)).toEqual([
      ...['Limit 5', 'Fewer than forecast', 'More than forecast'],
    ]);
    expect(chart.plot?.y.to).toBeGreaterThan(5.3);
    expect(chart.plot?.marks).toMatchObject([{ name: 'Alarm', x: 1.5, y: 5.3 }]);
    expect(chart.counts).toContain('Newest alarm: more END than forecast, week of 9 Nov');
  });

  const input = (n: number, psi: number | null, missing: number) => ({
    ...{ feature: 'd-dimer', week: MONDAYS[n] ?? '', patients: 60, expectedMissing: 0.2 },
    ...{ psi, missing },
  });

  it('names the inputs that moved, in the words of a ward', () => {
    const [, psi, missing] = driftSections(
      review({ inputs: [input(0, null, 0.2), input(1, 0.31, 0.5)] }),
    );
    expect(psi.counts).toContain('Shifted in the newest week: D-dimer.');
    // The newest week first: on a phone it is the one in sight.
    expect(psi.table?.columns.slice(2)).toEqual(['9 Nov', '2 Nov']);
    expect(psi.table?.rows[0]?.slice(2)).toEqual([
      { text: '0.31', small: 'shifted' },
      { text: 'Too few', quiet: true },
    ]);
    expect(missing.table?.rows[0]?.[2]).toEqual({ text: '50\u00a0%', small: 'more' });
  });

  it('begins with what is out of limits, the farthest first', () => {
    const inputs = ['age', 'crp', 'd-dimer', 'ldl'].map((feature, n) => ({
      ...{ ...input(1, [0.02, 0.12, 0.31, 0.05][n] ?? 0, [0.2, 0.2, 0.5, 0.6][n] ?? 0), feature },
    }));
    const [, psi, missing] = driftSections(review({ inputs }));
    const order = (table = psi.table) => table?.rows.map(([first]) => first?.text);
    expect(order()).toEqual(['D-dimer', 'C-reactive protein', 'Age', 'LDL cholesterol']);
    expect(order(missing.table)).toEqual([
      'LDL cholesterol',
      'D-dimer',
      'Age',
      'C-reactive protein',
    ]);
    expect(missing.counts).toContain('More often missing in the newest week: D-dimer, LDL');
  });

  it('says too few rather than what cannot be told', () => {
    const inputs = [{ ...input(1, null, 0.5), patients: 19 }];
    const [, psi, missing] = driftSections(review({ inputs }));
    expect(psi.counts).toContain('too few to tell');
    expect(missing.table?.rows[0]?.[2]?.text).toBe('Too few');
  });
});
