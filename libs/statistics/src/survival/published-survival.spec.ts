import { chiSquareTest } from '../comparison/chi-square.ts';
import { kappa } from '../comparison/kappa.ts';
import { aalenJohansen, incidenceAt, settledIncidenceAt } from './aalen-johansen.ts';
import { harrellConcordance, unoConcordance } from './concordance.ts';
import { kaplanMeier, kaplanMeierAt, medianSurvival } from './kaplan-meier.ts';
import { aucEstimate } from '../discrimination/delong.ts';
import { logRank } from './log-rank.ts';
import { pooledTimeDependentAuc, timeDependentAuc } from './time-dependent-auc.ts';

/** Weeks in remission of 42 children with leukaemia (Freireich 1963); a minus = censored. */
const treated = [
  6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35,
];
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
const columns = (weeks: readonly number[]): { time: number[]; event: number[] } => ({
  time: weeks.map(Math.abs),
  event: weeks.map((week) => (week > 0 ? 1 : 0)),
});

describe('published survival values', () => {
  it('remission under 6-MP and placebo: curves, medians and a log-rank of 16.79', () => {
    const curve = kaplanMeier(columns(treated));
    expect(kaplanMeierAt(curve, 6).survival).toBeCloseTo(0.8571, 4);
    expect(kaplanMeierAt(curve, 10).survival).toBeCloseTo(0.7529, 4);
    expect(kaplanMeierAt(curve, 23).survival).toBeCloseTo(0.4482, 4);
    expect(kaplanMeierAt(curve, 10).se).toBeCloseTo(0.0963, 4);
    expect(medianSurvival(curve)).toBe(23);
    expect(medianSurvival(kaplanMeier(columns(placebo)))).toBe(8);
    const both = columns([...treated, ...placebo]);
    const group = both.time.map((_, i) => (i < treated.length ? 0 : 1));
    const test = logRank({ ...both, group });
    expect(test.chiSquare).toBeCloseTo(16.793, 3);
    expect(test.observed).toEqual([9, 21]);
    expect(test.expected[0]).toBeCloseTo(19.251, 3);
  });

  it('an incidence holds past the last time where nobody was censored then', () => {
    const at168 = (cause: readonly number[]) => {
      const seen = { time: [10, 20, 30], cause };
      return settledIncidenceAt(seen, aalenJohansen(seen), 168)?.event.cif;
    };
    expect(at168([0, 1, 2])).toBeCloseTo(0.5, 12);
    expect(at168([1, 1, 0])).toBeUndefined();
    expect(incidenceAt(aalenJohansen({ time: [10, 20], cause: [1, 2] }), 168)).toBeNull();
    expect(settledIncidenceAt({ time: [], cause: [] }, [], 48)).toBeNull();
  });

  it('an area over several horizons is that of one when there is one, and of plain pairs without censoring', () => {
    const marked = { ...columns(treated), marker: treated.map((week) => (week * 7) % 5) };
    const [auc] = timeDependentAuc(marked, [12]).auc;
    expect(pooledTimeDependentAuc([{ ...marked, until: 12 }])).toBeCloseTo(auc!, 12);
    const seen = { ...columns(placebo), marker: placebo.map((week) => (week * 7) % 5) };
    const strata = [5, 12].map((until) => ({ ...seen, until }));
    const y = strata.flatMap(({ time, until }) => time.map((one) => (one <= until ? 1 : 0)));
    const plain = aucEstimate(y, [...seen.marker, ...seen.marker]).auc!;
    expect(pooledTimeDependentAuc(strata)).toBeCloseTo(plain, 12);
    expect(pooledTimeDependentAuc([])).toBeNull();
  });

  it('without competing events the incidence is what Kaplan-Meier leaves', () => {
    const { time, event } = columns(treated);
    const incidence = aalenJohansen({ time, cause: event });
    kaplanMeier({ time, event }).forEach((row, i) => {
      expect(incidence[i]?.event.cif).toBeCloseTo(1 - row.survival, 12);
    });
  });

  it('a marker that is the time itself orders every pair, its opposite none', () => {
    const both = columns(treated);
    // Who is censored at the time of an event outlives it.
    const outlived = both.time.map((time, i) => time + (both.event[i] === 1 ? 0 : 0.5));
    const early = outlived.map((time) => -time);
    expect(harrellConcordance({ ...both, marker: early })).toMatchObject({ c: 1, discordant: 0 });
    expect(unoConcordance({ ...both, marker: outlived }, 30)).toBe(0);
  });
});

describe('published values of agreement and association', () => {
  it('the lady tasting tea: Fisher p .4857', () => {
    const test = chiSquareTest([
      [3, 1],
      [1, 3],
    ]);
    expect(test?.fisherP).toBeCloseTo(0.4857, 4);
    expect(
      chiSquareTest([
        [0, 0],
        [1, 2],
      ]),
    ).toBeNull();
  });

  it('two raters who agree on 35 of 50: kappa .4', () => {
    const pairs = (n: number, a: number, b: number): number[][] =>
      Array.from({ length: n }, () => [a, b]);
    const rated = [...pairs(20, 1, 1), ...pairs(5, 1, 0), ...pairs(10, 0, 1), ...pairs(15, 0, 0)];
    const raters = { a: rated.map(([a = NaN]) => a), b: rated.map(([, b = NaN]) => b) };
    expect(kappa(raters, [0, 1], 'unweighted')).toBeCloseTo(0.4, 12);
    expect(() => kappa(raters, [0], 'unweighted')).toThrow('not among the categories');
  });
});
