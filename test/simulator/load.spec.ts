import { Load, LOAD_MIX } from './load.ts';

const startedAt = Date.parse('2026-03-01T08:00:00Z');

describe('load', () => {
  const load = new Load({ seed: 1, patients: 20, startedAt });

  it('admits everybody first', () => {
    const admitted = load
      .admissions()
      .filter(({ resources }) => resources.some((r) => r.resourceType === 'Encounter'));
    expect(new Set(admitted.map(({ patientId }) => patientId)).size).toBe(20);
  });

  it('says nothing of the future, even of who would die within a day', () => {
    // Patient 6 of this seed does.
    const some = new Load({ seed: 34, patients: 8, startedAt, admittedHoursAgo: [2, 2] });
    const first = [...some.admissions(), ...some.firstHours()];
    expect(first.filter(({ effectiveAt }) => effectiveAt > startedAt)).toEqual([]);
    const encounters = first
      .flatMap(({ resources }) => resources)
      .filter((resource) => resource.resourceType === 'Encounter');
    expect(encounters).toHaveLength(8);
    for (const { period } of encounters) expect(period?.end).toBeUndefined();
  });

  it('has the stated mix, the wished number of records and no id twice', () => {
    const made = load.next(4000, startedAt + 1000);
    expect(made).toHaveLength(4000);
    expect(new Set(made.map(({ id }) => id)).size).toBe(4000);
    for (const [stream, share] of Object.entries(LOAD_MIX)) {
      const got = made.filter((message) => message.stream === stream).length / made.length;
      expect(Math.abs(got - share)).toBeLessThan(0.02);
    }
    for (const { effectiveAt } of made) expect(effectiveAt).toBe(startedAt + 1000);
  });
});
