import type { BoardRow, Handover } from '@endwatch/contracts';
import { aRisk, aRow, anAlert, minutesAgo } from '../testing/a-row.ts';
import { isNews } from './is-news.ts';

const FROM = minutesAgo(12 * 60);

function aPatient(
  over: Partial<Handover['patients'][number]> = {},
  row: Partial<BoardRow> = {},
): Handover['patients'][number] {
  const risk = aRisk({ next24h: 0.34, band: 'high' });
  return {
    ...{ row: aRow({ risk, ...row }), nihssBefore: 12, riskBefore: 0.34, bandBefore: 'high' },
    ...{ alerts: [], reports: [] },
    ...over,
  };
}

describe('what the next shift has to be told', () => {
  it.each([
    ['nothing has changed', aPatient(), false],
    ['the NIHSS', aPatient({ nihssBefore: 11 }), true],
    ['the first NIHSS', aPatient({ nihssBefore: null }), true],
    ['a risk by a few points', aPatient({ riskBefore: 0.4 }), false],
    ['a risk by ten points', aPatient({ riskBefore: 0.44 }), true],
    ['a risk that fell by ten points', aPatient({ riskBefore: 0.24 }), true],
    [
      'a risk from band to band by a few points',
      aPatient({ riskBefore: 0.29, bandBefore: 'medium' }),
      true,
    ],
    ['a risk that there was not', aPatient({ riskBefore: null, bandBefore: null }), false],
    ['an admission', aPatient({}, { admittedAt: minutesAgo(11 * 60) }), true],
    ['an open alert', aPatient({}, { alerts: [anAlert()] }), true],
    ['a report', aPatient({ reports: [{ at: FROM, title: null, line: 'New infarct.' }] }), true],
  ] as const)('%s', (_, patient, news) => {
    expect(isNews(patient, FROM)).toBe(news);
  });
});
