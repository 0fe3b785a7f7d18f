import { HOUR } from '@endwatch/clinical';
import type { ClinicalRecord } from '@endwatch/clinical';
import { seededRng } from '../random/rng.ts';
import { simulateStay } from './simulate-stay.ts';

const admittedAt = Date.parse('2026-03-01T09:30:00Z');
const stay = (seed: number, more: object = {}) =>
  simulateStay({ rng: seededRng(seed), patientId: `p${String(seed)}`, admittedAt, ...more });
const hoursOf = (record: ClinicalRecord): number => (record.times.effectiveAt - admittedAt) / HOUR;

describe('a simulated stay', () => {
  it('is the same for the same seed', () => {
    expect(stay(11)).toEqual(stay(11));
    expect(stay(11)).not.toEqual(stay(12));
  });

  it('is charted in order of effective time, each resource version once, with plausible delays', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { records } = stay(seed);
      const keys = records.map((r) => `${r.resourceKey} ${r.version}`);
      expect(new Set(keys).size).toBe(keys.length);
      let last = -Infinity;
      for (const record of records) {
        const { effectiveAt, issuedAt, brokerAt, ingestedAt } = record.times;
        expect(effectiveAt).toBeGreaterThanOrEqual(last);
        last = effectiveAt;
        expect(issuedAt).toBeGreaterThanOrEqual(effectiveAt);
        expect(brokerAt).toBeGreaterThan(issuedAt ?? Infinity);
        expect(ingestedAt).toBeGreaterThan(brokerAt);
        const delay = ((issuedAt ?? 0) - effectiveAt) / 60_000;
        if (record.source === 'laboratory') expect(delay).toBeGreaterThanOrEqual(40);
        if (record.type === 'report') expect(delay).toBeLessThanOrEqual(120);
      }
    }
  });

  it('stops at the wished hour', () => {
    const { records } = stay(4, { hours: 30 });
    expect(Math.max(...records.map(hoursOf))).toBeLessThan(30.5);
    expect(records.some((r) => r.type === 'encounter' && r.encounterStatus === 'finished')).toBe(
      false,
    );
  });

  it('charts the same first day however long it goes on', () => {
    const firstDay = (hours: number): ClinicalRecord[] =>
      stay(8, { hours }).records.filter((record) => hoursOf(record) < 24);
    expect(firstDay(30)).toEqual(firstDay(200));
  });

  it('keeps to a wished onset, size, schedule, bed and name', () => {
    const location = { locationId: 'bed-3', display: 'Bed 3', active: true, from: admittedAt };
    const wish = { endHours: 20, worsening: 5, name: 'Groß, Anna', severity: 2 };
    const made = stay(9, { location, wish, nihssSchedule: [0, 10, 33] });
    expect(made.endHours).toBe(20);
    expect(made.name).toBe('Groß, Anna');
    const totals = made.records.flatMap((r) =>
      r.type === 'observation'
        ? r.facts.flatMap((f) => (f.kind === 'nihss-total' ? [[hoursOf(r), f.total]] : []))
        : [],
    );
    const before = totals.find(([hours]) => (hours ?? 0) < 1)?.[1] ?? NaN;
    const after = totals.findLast(([hours]) => (hours ?? 0) > 31 && (hours ?? 0) < 36)?.[1] ?? NaN;
    expect(after - before).toBeGreaterThanOrEqual(2);
    expect(made.records.find((r) => r.type === 'encounter')?.locations).toEqual([location]);
  });

  it('ends with a discharge after the last charted fact', () => {
    const { records, dischargedAt } = stay(6);
    const end = records.findLast((r) => r.type === 'encounter');
    expect(end).toMatchObject({ encounterStatus: 'finished', end: dischargedAt, version: '0900' });
  });
});
