import type { MonthReport } from '@endwatch/contracts';
import { composedWords, monthWord } from './month-words.ts';
import { besideSection } from './report-sections.ts';

const none = { k: 0, n: 0, value: null, ci95: null };
const report = (stays: number, early: number): MonthReport =>
  ({
    ...{ month: '2026-10', provisional: false, composedBy: null, stays },
    composedAt: '2026-11-01T00:12:00.000Z',
    endTypes: [{ type: 'early', stays: early }],
    forecast: {
      ...{ groupsHour: 6, landmarks: [], warning: { warned: none } },
      overall: {
        ...{ auc: { value: null, ci95: null }, ends: early, forecasts: stays },
        ...{ observedToExpected: { value: null, ci95: null }, sensitivity: none, ppv: none },
      },
    },
    response: { perPatientDay: 0.5, overall: { within5: none, missed: none } },
  }) as unknown as MonthReport;

describe('a monthly report', () => {
  it('marks what late data have changed, and leaves the rest unmarked', () => {
    const { rows = [] } = besideSection(report(30, 3), report(30, 4)).table ?? {};
    const changed = rows.filter((cells) => cells[3]?.text === 'differs');
    expect(changed.map((cells) => cells.map(({ text }) => text))).toEqual([
      ['Early END, up to 48 h', '3', '4', 'differs'],
    ]);
    expect(rows.length).toBeGreaterThan(5);
  });

  it('says when it was composed, and by whom where the month was not over', () => {
    expect(monthWord('2026-10')).toBe('October 2026');
    expect(composedWords(report(1, 0))).toMatch(/when the month was over/);
    const early = { ...report(1, 0), provisional: true, composedBy: 'quinn' };
    expect(composedWords(early)).toMatch(/^Provisional: .* by quinn, before the month was over\.$/);
  });
});
