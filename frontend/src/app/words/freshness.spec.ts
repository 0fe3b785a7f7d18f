import { FRESHNESS_LIMITS, HOUR } from '@endwatch/clinical';
import type { BoardRow } from '@endwatch/contracts';
import { NOON, aRow, minutesAgo } from '../testing/a-row.ts';
import { dataAges } from './freshness.ts';

const hoursAgo = (hours: number): string => minutesAgo(hours * 60);

function overdue(
  admitted: number,
  freshness: Partial<BoardRow['freshness']>,
  nextDueAt: string | null = null,
): string[] {
  const nothing = { vitals: null, labs: null, report: null, nihss: null };
  const row = aRow({
    ...{ admittedAt: hoursAgo(admitted), freshness: { ...nothing, ...freshness } },
    nihss: { ...aRow().nihss, nextDueAt },
  });
  return dataAges(row, NOON).flatMap((one) => (one.overdue ? [one.label] : []));
}
const fresh = { vitals: hoursAgo(1), labs: hoursAgo(1), report: hoursAgo(1) };

describe('the ages beside a patient', () => {
  it.each([
    ['vital signs every 2 h on the first day', 20, { vitals: hoursAgo(3) }, ['BP']],
    ['every 6 h later', 60, { vitals: hoursAgo(5) }, []],
    ['blood for 36 h', 60, { labs: hoursAgo(37) }, ['Lab']],
    ['blood of after day 4 for 96 h', 200, { labs: hoursAgo(90) }, []],
    ['an image for good', 400, { report: hoursAgo(398) }, []],
  ] as const)('are as the server has them: %s', (_, admitted, newest, labels) => {
    expect(overdue(admitted, { ...fresh, ...newest })).toEqual(labels);
  });

  it('are too old where nothing ever came, counted from admission', () => {
    expect(overdue(1, {})).toEqual([]);
    expect(overdue(3, {})).toEqual(['BP']);
    expect(overdue(80, {})).toEqual(['BP', 'Lab', 'CT']);
    expect(FRESHNESS_LIMITS.report[0]?.hours).toBe(72);
  });

  it('go by the house’s schedule for NIHSS', () => {
    expect(overdue(30, fresh, hoursAgo(0.1))).toEqual(['NIHSS']);
    expect(overdue(30, fresh, new Date(NOON + HOUR).toISOString())).toEqual([]);
  });
});
