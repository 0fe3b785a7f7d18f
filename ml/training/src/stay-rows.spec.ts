import type { ClinicalRecord } from '@endwatch/clinical';
import { FEATURE_NAMES, HOUR } from '@endwatch/clinical';
import { seededRng, simulateStay } from '@endwatch/simulation';
import type { StayRecords } from './stay-rows.ts';
import { followUpOf, stayOfRecords } from './stay-rows.ts';

const ADMITTED_AT = Date.UTC(2024, 0, 8);

function stay(endHours: number | null): StayRecords & { records: ClinicalRecord[] } {
  const wish = { endHours, worsening: 6, dischargeHours: 240 };
  const rng = seededRng('rows');
  return simulateStay({ rng, patientId: 'p', admittedAt: ADMITTED_AT, hours: 192, wish });
}

describe('followUpOf', () => {
  it('dates END to the examination that showed it, not to its onset', () => {
    const { records } = stay(30);
    const examined = records.flatMap((record) =>
      record.type === 'observation' && record.facts.some(({ kind }) => kind.startsWith('nihss'))
        ? [(record.times.effectiveAt - ADMITTED_AT) / HOUR]
        : [],
    );
    const followUp = followUpOf(stay(30));
    expect(followUp?.event).toBe(true);
    expect(followUp?.time).toBeGreaterThan(30);
    expect(examined).toContain(followUp?.time);
  });

  it('follows a stable patient to the end of the window, or to the last examination', () => {
    expect(followUpOf(stay(null))).toEqual({ time: 168, event: false });
    const { records, ...rest } = stay(null);
    const early = records.filter(({ times }) => times.effectiveAt < ADMITTED_AT + 40 * HOUR);
    const followUp = followUpOf({ ...rest, records: early });
    expect(followUp?.event).toBe(false);
    expect(followUp?.time).toBeLessThan(40);
  });

  it('ends before an examination past the window that shows a rise, which may have come within', () => {
    const { records, ...rest } = stay(null);
    const until = ADMITTED_AT + 160 * HOUR;
    const within = records.filter(({ times }) => times.effectiveAt < until);
    const last = within.findLast(
      (record) =>
        record.type === 'observation' && record.facts.some(({ kind }) => kind === 'nihss-total'),
    )!;
    const at = ADMITTED_AT + 170 * HOUR;
    const after = (total: number): ClinicalRecord => ({
      ...(last as Extract<ClinicalRecord, { type: 'observation' }>),
      resourceKey: 'Observation/after',
      times: { effectiveAt: at, issuedAt: null, brokerAt: at, ingestedAt: at },
      facts: [{ kind: 'nihss-total', total }],
    });
    const followed = (total: number) => followUpOf({ ...rest, records: [...within, after(total)] });
    expect(followed(1)).toEqual({ time: 168, event: false });
    const seen = (last.times.effectiveAt - ADMITTED_AT) / HOUR;
    expect(followed(40)).toEqual({ time: seen, event: false });
  });

  it('knows nothing of a stay that was never examined again', () => {
    const { records, ...rest } = stay(null);
    const first = records.filter(({ times }) => times.effectiveAt <= ADMITTED_AT + HOUR);
    expect(followUpOf({ ...rest, records: first })).toBeNull();
  });
});

describe('stayOfRecords', () => {
  it('shows at each hour only what had arrived by then', () => {
    const whole = stay(null);
    const hour = 6;
    const until = ADMITTED_AT + hour * HOUR;
    const arrived = whole.records.filter(({ times }) => times.ingestedAt <= until);
    const later = whole.records.filter(({ times }) => times.effectiveAt > until + 162 * HOUR);
    const cut = { ...whole, records: [...arrived, ...later] };
    const [full, known] = [stayOfRecords(whole, [hour]), stayOfRecords(cut, [hour])];
    expect(known?.snapshots[0]).toEqual(full?.snapshots[0]);
    expect(full?.snapshots[0]?.reports.length).toBeGreaterThan(0);
  });

  it('reads what serving reads: no report of an earlier stay, and none without a text', () => {
    const whole = stay(null);
    const known = stayOfRecords(whole, [6])?.snapshots[0]?.reports ?? [];
    const report = whole.records.find((record) => record.type === 'report')!;
    const older = [ADMITTED_AT - 25 * HOUR, ADMITTED_AT + HOUR].map((effectiveAt, i) => ({
      ...report,
      resourceKey: `DiagnosticReport/older-${String(i)}`,
      ...(i === 0 ? { text: 'Of an earlier stay.' } : { text: ' ' }),
      times: { ...report.times, effectiveAt, ingestedAt: effectiveAt },
    }));
    const cut = { ...whole, records: [...older, ...whole.records] };
    expect(stayOfRecords(cut, [6])?.snapshots[0]?.reports).toEqual(known);
    expect(known.length).toBeGreaterThan(0);
  });

  it('does not know a laboratory value before it was released', () => {
    const missing = (hour: number): number | undefined =>
      stayOfRecords(stay(null), [hour])?.snapshots[0]?.features.missing[
        FEATURE_NAMES.indexOf('creatinine')
      ];
    expect([missing(0), missing(6)]).toEqual([1, 0]);
  });

  it('has no row after END was charted', () => {
    const hours = stayOfRecords(stay(10), [0, 6, 12, 24, 48])?.snapshots.map(({ hour }) => hour);
    const charted = followUpOf(stay(10))?.time ?? 0;
    expect(hours).toEqual([0, 6, 12, 24, 48].filter((hour) => hour < charted));
  });
});
