import { TRAJECTORY_DAYS } from '@endwatch/clinical';
import type { JudgedStay } from './evaluation-cohort.ts';
import { competing, strataSection } from './strata.ts';
import { subgroupSection } from './subgroups.ts';
import { shippedJudgement } from './testing/shipped-judgement.ts';

describe('how a stay counts', () => {
  it.each<[JudgedStay['outcome'], { time: number; cause: 0 | 1 | 2 }]>([
    [
      { hours: 30, event: 'end' },
      { time: 30, cause: 1 },
    ],
    [
      { hours: 80, event: 'death' },
      { time: 80, cause: 2 },
    ],
    [
      { hours: 100, event: 'discharge' },
      { time: 100, cause: 2 },
    ],
    [
      { hours: 90, event: 'none' },
      { time: 90, cause: 0 },
    ],
  ])('%j', (outcome, expected) => {
    expect(competing({ outcome })).toEqual(expected);
  });
});

describe('strata and subgroups of a simulated cohort', () => {
  it('has more END the higher the band, every patient in one band, and trajectories that thin out', async () => {
    const judgement = await shippedJudgement(400, 5);
    const { tables } = strataSection(judgement);
    const incidence = tables.find(({ id }) => id === 'strata-incidence')!;
    const rows = incidence.rows as { n: number; by48h: number; by168h: number }[];
    expect(rows.map(({ by168h }) => by168h)).toEqual(
      rows.map(({ by168h }) => by168h).toSorted((a, b) => b - a),
    );
    for (const { by48h, by168h } of rows) expect(by168h).toBeGreaterThanOrEqual(by48h);
    expect(rows.reduce((total, { n }) => total + n, 0)).toBe(incidence.n);
    const days = tables.find(({ id }) => id === 'trajectory-days')!.rows;
    expect(days.map(({ day }) => day)).toEqual(TRAJECTORY_DAYS);
    expect(days[14]!['lowN']).toBeLessThan(Number(days[1]!['lowN']));

    const [subgroups, missing] = subgroupSection(judgement).tables;
    for (let i = 0; i < subgroups!.rows.length; i += 2) {
      const [present, absent] = subgroups!.rows.slice(i, i + 2);
      expect(Number(present!['n']) + Number(absent!['n'])).toBeLessThanOrEqual(subgroups!.n);
      expect(Number(present!['pHolm'])).toBeGreaterThanOrEqual(Number(present!['p']));
      expect(Number(present!['pBenjaminiHochberg'])).toBeLessThanOrEqual(Number(present!['pHolm']));
    }
    const [everything, ...less] = missing!.rows.map(({ auc }) => Number(auc));
    expect(less).toHaveLength(4);
    expect(Math.max(...less.slice(2))).toBeLessThan(everything!);
  }, 120_000);
});
