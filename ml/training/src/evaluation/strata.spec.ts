import { TRAJECTORY_DAYS } from './evaluation-cohort.ts';
import type { JudgedStay } from './evaluation-cohort.ts';
import { competing, strataSection } from './strata.ts';
import { subgroupSection } from './subgroups.ts';
import { shippedJudgement } from './testing/shipped-judgement.ts';

const stay = (
  followUp: JudgedStay['followUp'],
  departure: JudgedStay['departure'] = null,
): JudgedStay => ({ followUp, departure, trueHazards: null, snapshots: [], nihssByDay: [] });

describe('how a stay counts', () => {
  it.each<[string, JudgedStay, { time: number; cause: 0 | 1 | 2 }]>([
    ['END', stay({ time: 30, event: true }), { time: 30, cause: 1 }],
    [
      'END, then death',
      stay({ time: 30, event: true }, { hours: 60, died: true }),
      { time: 30, cause: 1 },
    ],
    [
      'death before any END competes from the hour of death',
      stay({ time: 72, event: false }, { hours: 80, died: true }),
      { time: 80, cause: 2 },
    ],
    [
      'discharge too',
      stay({ time: 72, event: false }, { hours: 100, died: false }),
      { time: 100, cause: 2 },
    ],
    [
      'discharge after 7 days does not',
      stay({ time: 168, event: false }, { hours: 200, died: false }),
      { time: 168, cause: 0 },
    ],
    ['no longer charted', stay({ time: 90, event: false }), { time: 90, cause: 0 }],
  ])('%s', (_name, given, expected) => {
    expect(competing(given)).toEqual(expected);
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
