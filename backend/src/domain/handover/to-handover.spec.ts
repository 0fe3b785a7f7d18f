import { HOUR } from '@endwatch/clinical';
import type { BoardRow, BoardSnapshot } from '@endwatch/contracts';
import { conclusionOf, toHandover } from './to-handover.ts';

const T0 = Date.UTC(2026, 0, 5, 8);
const iso = (hours: number): string => new Date(T0 + hours * HOUR).toISOString();
const snapshot = {
  ...{ ward: { id: 'w', name: 'W' }, sequence: 1, at: iso(12) },
  rows: [
    {
      patientId: 'p1',
      nihss: {
        series: [
          { at: iso(-5), total: 6 },
          { at: iso(3), total: 9 },
        ],
      },
    } as unknown as BoardRow,
    { patientId: 'p2', nihss: { series: [{ at: iso(4), total: 2 }] } } as unknown as BoardRow,
  ],
} satisfies BoardSnapshot;

describe('a handover sheet', () => {
  it('has each patient, with what stood when the shift began and what happened since', () => {
    const alert = { kind: 'end-confirmed', at: T0 + 3 * HOUR, to: 'raised', by: 'system' } as const;
    const events = {
      ...{ riskBefore: 0.2, alerts: [{ ...alert, reason: 'NIHSS 6 to 9' }] },
      reports: [{ at: T0 + HOUR, title: 'CT', text: 'Findings: none.\nImpression: No change.' }],
    };
    const shift = { from: T0, thresholds: { medium: 0.1, high: 0.3 } };
    const sheet = toHandover(snapshot, new Map([['p1', events]]), shift);
    expect(
      sheet.patients.map(({ nihssBefore, ...one }) => [
        nihssBefore,
        one.riskBefore,
        one.bandBefore,
      ]),
    ).toEqual([
      [6, 0.2, 'medium'],
      [null, null, null],
    ]);
    expect(sheet.patients[0]).toMatchObject({
      alerts: [{ at: iso(3), to: 'raised', by: 'system' }],
      reports: [{ title: 'CT', line: 'No change.' }],
    });
    expect(sheet.patients[1]).toMatchObject({ alerts: [], reports: [] });
  });

  it.each([
    ['Impression:\n1. New infarct.\n2. No bleeding.', '1. New infarct. 2. No bleeding.'],
    ['No heading at all.', 'No heading at all.'],
    ['Findings: x. CONCLUSION ', 'Findings: x. CONCLUSION'],
    ['a'.repeat(300), `${'a'.repeat(159)}…`],
  ])('%j → %j', (text, line) => {
    expect(conclusionOf(text)).toBe(line);
  });
});
