import { baseRateSection, withShare } from './base-rate.ts';
import type { JudgedStay } from './evaluation-cohort.ts';
import { shippedJudgement } from './testing/shipped-judgement.ts';

const stay = (event: boolean, time: number): JudgedStay => ({
  followUp: { time, event },
  outcome: { hours: time, event: event ? 'end' : 'none' },
  admittedAt: 0,
  forecasts: [],
  trueHazards: null,
  snapshots: [],
  nihssByDay: [],
});

describe('another base rate', () => {
  it('keeps END from all over the list until the share is met', () => {
    const stays = Array.from({ length: 100 }, (_, i) => stay(i % 2 === 0, i));
    const kept = withShare(stays, 0.2);
    const times = kept.flatMap(({ followUp }) => (followUp.event ? [followUp.time] : []));
    expect(kept.length - times.length).toBe(50);
    expect(times.length / kept.length).toBeCloseTo(0.2, 1);
    expect(new Set(times).size).toBe(times.length);
    const gaps = times.slice(1).map((time, i) => time - times[i]!);
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(2);
    expect(withShare(stays, 0.9)).toHaveLength(100);
  });

  it('makes forecasts too high, and recalibration mends it', async () => {
    const [table] = baseRateSection(await shippedJudgement(500, 12)).tables;
    const eo = (name: string): number =>
      Number(
        table!.rows.find(
          (row) => row['name'] === name && String(row['forecast']).startsWith('admission'),
        )!['eo'],
      );
    expect(eo('as it is')).toBeGreaterThan(1.7);
    for (const name of ['intercept', 'slope', 'isotonic']) {
      expect(Math.abs(Math.log(eo(name)))).toBeLessThan(0.35);
    }
  }, 120_000);

  it('says so where there are too few patients', async () => {
    const section = baseRateSection(await shippedJudgement(30));
    expect(section.tables).toEqual([]);
    expect(section.text.join()).toContain('Too few END');
  }, 60_000);
});
