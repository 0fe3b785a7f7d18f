import { hour } from '@endwatch/clinical/testing';
import { incidenceOf } from './incidence.ts';
import { scoreAt, type Landmark } from './known-then.ts';
import { followUpOf, type Grouping } from './outcome-groups.ts';
import type { ReviewStay } from './review-stay.ts';
import { subgroupsOf } from './subgroups.ts';
import { aReviewScore, aReviewStay, charted, endAt } from './testing/stays.ts';
import { trajectoriesOf } from './trajectories.ts';

const admission: Landmark = { hours: null, known: 'then', model: null };
const grouping = (landmark: Partial<Landmark> = {}): Grouping => ({
  ...{ landmark: { ...admission, ...landmark }, thresholds: { medium: 0.2, high: 0.4 } },
});
let made = 0;
const stay = (risk: number, changes: Partial<ReviewStay> = {}): ReviewStay =>
  aReviewStay({
    patientId: `p${String((made += 1))}`,
    scores: [aReviewScore(1, risk)],
    ...changes,
  });

describe('the score at a landmark', () => {
  const late = aReviewScore(5, 0.9, { knownAt: hour(30) });
  const replaced = aReviewScore(6, 0.1, { supersededAt: hour(26) });
  const replacing = aReviewScore(6, 0.3, { knownAt: hour(26) });
  const one = aReviewStay({ scores: [aReviewScore(1, 0.15), late, replaced, replacing] });
  it.each<[Partial<Landmark>, number | null]>([
    [{}, 0.15],
    [{ hours: 5 }, 0.15],
    [{ hours: 5, known: 'now' }, 0.9],
    [{ hours: 6 }, 0.1],
    [{ hours: 6, known: 'now' }, 0.3],
    [{ hours: 12 }, 0.1],
    // Nothing newer than six hours.
    [{ hours: 13 }, null],
    [{ hours: 6, model: 'm2' }, null],
  ])('%j is %j', (landmark, risk) => {
    expect(scoreAt(one, { ...admission, ...landmark })?.next24h ?? null).toBe(risk);
  });

  it('of a stay loaded afterwards is the one that stands, by the time it speaks of', () => {
    const loaded = { supersededAt: null, knownAt: hour(5000) };
    const past = aReviewStay({
      ...{
        loadedAfterwards: true,
        scores: [aReviewScore(1, 0.2, loaded), aReviewScore(3, 0.5, loaded)],
      },
    });
    expect(scoreAt(past, admission)?.next24h).toBe(0.2);
    expect(scoreAt(past, { ...admission, hours: 4 })?.next24h).toBe(0.5);
    expect(scoreAt({ ...past, loadedAfterwards: false }, admission)).toBeNull();
  });

  it('of admission is known within six hours', () => {
    expect(scoreAt(aReviewStay({ scores: [aReviewScore(7, 0.2)] }), admission)).toBeNull();
    expect(scoreAt(aReviewStay({ scores: [late] }), admission)).toBeNull();
    expect(scoreAt(aReviewStay({ scores: [late] }), { ...admission, known: 'now' })).toBe(late);
  });
});

const counted = (stays: readonly ReviewStay[]) => ({ stays, pause: () => null });

describe('follow-up', () => {
  it.each<[string, Partial<ReviewStay>, ReturnType<typeof followUpOf>]>([
    ['END', { end: endAt(10) }, { hours: 10, event: 'end' }],
    [
      'suspected only',
      { end: { ...endAt(10), status: 'suspected' } },
      { hours: 168, event: 'none' },
    ],
    ['death', { dischargedAt: hour(90), diedAt: hour(90) }, { hours: 90, event: 'death' }],
    [
      'still here',
      { dischargedAt: null, assessments: charted([1, 5], [30, 6]) },
      { hours: 30, event: 'none' },
    ],
    ['not evaluable', { end: { ...endAt(1), status: 'not-evaluable' } }, null],
  ])('%s', (_name, changes, expected) => {
    expect(followUpOf(aReviewStay(changes))).toEqual(expected);
  });
});

describe('incidence of END', () => {
  // Low band: END at 24 h, discharge at 36 h, END at 72 h, two beyond the window.
  const low = [
    stay(0.1, { end: endAt(24) }),
    stay(0.1, { dischargedAt: hour(36) }),
    stay(0.1, { end: endAt(72) }),
    stay(0.1),
    stay(0.1),
  ];
  const high = [stay(0.5, { end: endAt(12) }), stay(0.5, { end: endAt(30) })];
  const left = [
    stay(0.1, { end: { ...endAt(1), status: 'not-evaluable' } }),
    stay(0.1, { scores: [] }),
  ];
  let found: Awaited<ReturnType<typeof incidenceOf>>;

  beforeAll(async () => {
    found = await incidenceOf(counted([...low, ...high, ...left]), grouping());
  });

  it('has death and discharge compete, worked by hand', () => {
    const [band] = found.bands;
    if (!band) throw new Error('no band');
    expect(band.stays).toBe(5);
    // 1/5; then of 4 at risk one is discharged: 0.8 → 0.6; then one of 3 has END: 0.2 + 0.6/3.
    expect(band.aalenJohansen.end.map(({ hours, value }) => [hours, value])).toEqual([
      [24, expect.closeTo(0.2, 12)],
      [72, expect.closeTo(0.4, 12)],
    ]);
    expect(band.aalenJohansen.discharge.map(({ hours, value }) => [hours, value])).toEqual([
      [36, expect.closeTo(0.2, 12)],
    ]);
    expect(band.aalenJohansen.death).toEqual([]);
    expect(band.aalenJohansen.at48h?.value).toBeCloseTo(0.2, 12);
    expect(band.aalenJohansen.at7d?.value).toBeCloseTo(0.4, 12);
    // Kaplan–Meier censors the discharge: 0.8 × 2/3.
    expect(band.kaplanMeier.at7d?.value).toBeCloseTo(1 - 0.8 * (2 / 3), 12);
    expect(band.atRisk.map(({ stays }) => stays)).toEqual([5, 5, 3, 3, 2, 2, 2, 2]);
    expect(band.end).toMatchObject({ early: 1, late: 1, none: 3, earlyShare: 0.2 });
  });

  it('says whom it cannot count, and compares the bands', async () => {
    const { bands, left: reasons, logRank } = found;
    expect(reasons).toEqual([
      { reason: 'No forecast was known at the landmark', stays: 1 },
      { reason: 'END cannot be evaluated: not examined as the rule asks', stays: 1 },
    ]);
    expect(bands[1]).toMatchObject({ stays: 0, end: { earlyShare: null, earlyCi95: null } });
    expect(bands[2]?.aalenJohansen.at48h?.value).toBe(1);
    expect(logRank.to48h.df).toBe(1);
    expect(logRank.to48h.p).toBeGreaterThan(0);
    const { logRank: ofNobody } = await incidenceOf(counted([]), grouping());
    expect(ofNobody.to7d).toEqual({ chiSquare: null, df: 0, p: null });
  });

  it('at a landmark counts only who was there without END', async () => {
    const scores = [aReviewScore(1, 0.1), aReviewScore(24, 0.5)];
    const stays = [
      stay(0, { scores, end: endAt(24) }),
      stay(0, { scores, end: endAt(25) }),
      stay(0, { scores, dischargedAt: hour(20) }),
      stay(0, { scores }),
    ];
    const at24 = await incidenceOf(counted(stays), grouping({ hours: 24 }));
    expect(at24.bands.map(({ stays: n }) => n)).toEqual([0, 0, 2]);
    expect(at24.left).toEqual([
      { reason: 'END before the landmark', stays: 1 },
      { reason: 'Left, died or not seen any more before the landmark', stays: 1 },
    ]);
  });
});

describe('trajectories', () => {
  it('have mean, median and interval of who was examined, and single courses when asked', async () => {
    const stays = [4, 6, 11].map((total) =>
      stay(0.1, { admissionNihss: total, assessments: charted([0, total]) }),
    );
    const { bands, curves, slope } = await trajectoriesOf(counted(stays), grouping(), {
      curves: true,
    });
    // t(0.975; 2) = 4.302653, sd = √13, n = 3
    const half = (4.302653 * Math.sqrt(13)) / Math.sqrt(3);
    expect(bands[0]?.days[0]).toEqual({
      ...{ day: 0, n: 3, mean: 7, median: 6, quartiles: [5, 8.5] },
      ci95: [expect.closeTo(7 - half, 4), expect.closeTo(7 + half, 4)],
    });
    expect(bands[0]?.days[1]).toMatchObject({ n: 0, mean: null, ci95: null, median: null });
    expect(curves?.map(({ band, points }) => [band, points])).toEqual([
      ['low', [[0, 4]]],
      ['low', [[0, 6]]],
      ['low', [[0, 11]]],
    ]);
    expect(slope).toBeNull();
    const without = await trajectoriesOf(counted(stays), grouping(), { curves: false });
    expect(without.curves).toBeNull();
  });

  it('tell how much more the higher bands change a day: with everybody examined daily, the difference of the mean slopes', async () => {
    const course = (start: number, perDay: number, wave: number): [number, number][] =>
      Array.from({ length: 15 }, (_, day) => [
        day * 24,
        start + perDay * day + Math.sin(7 * day + wave),
      ]);
    const courseOf = (rows: readonly [number, number][]): Partial<ReviewStay> => ({
      ...{ admissionNihss: rows[0]?.[1] ?? null, assessments: charted(...rows) },
    });
    const lows = [5, 6, 8].map((start, n) => course(start, -0.25, n));
    const highs = [7, 9, 12].map((start, n) => course(start, 0.25 + n / 10, n + 3));
    const stays = [
      ...lows.map((rows) => stay(0.1, courseOf(rows))),
      ...highs.map((rows) => stay(0.5, courseOf(rows))),
    ];
    const { slope } = await trajectoriesOf(counted(stays), grouping(), { curves: false });
    const slopeOf = (rows: readonly [number, number][]): number =>
      rows.reduce((sum, [hours, total]) => sum + (hours / 24 - 7) * total, 0) / 280;
    const mean = (all: readonly [number, number][][]): number =>
      all.map(slopeOf).reduce((sum, one) => sum + one, 0) / all.length;
    expect(slope?.difference).toBeCloseTo(mean(highs) - mean(lows), 9);
    expect(slope?.ci95[0]).toBeLessThan(slope?.difference ?? 0);
  });
});

describe('subgroups', () => {
  it('count END by level, leaving out what is not known', async () => {
    const stays = [
      stay(0.5, { end: endAt(20), age: 75, sex: 'male', conditions: ['diabetes'] }),
      stay(0.4, { end: endAt(20), age: 75, sex: 'male' }),
      stay(0.1, { age: 75, sex: 'male' }),
      stay(0.2, { age: 60, admissionNihss: null }),
      stay(0.3, { age: null, admissionNihss: 12 }),
    ];
    const { overall, factors } = await subgroupsOf(counted(stays), grouping());
    expect(overall).toMatchObject({ stays: 5, ends: 2, share: 0.4, auc: 1 });
    const factor = (key: string) => factors.find((one) => one.key === key);
    expect(factor('age')).toMatchObject({
      ...{ unknown: 1, with: { label: 'Age ≥ 70', stays: 3, ends: 2 }, without: { stays: 1 } },
    });
    expect(factor('nihss')).toMatchObject({
      unknown: 1,
      with: { stays: 1 },
      without: { stays: 3 },
    });
    expect(factor('diabetes')).toMatchObject({ with: { stays: 1, ends: 1, share: 1 } });
    expect(factor('sex')).toMatchObject({ with: { label: 'Male', stays: 3, ends: 2 } });
    expect(factors.map(({ key }) => key)).toHaveLength(6);
  });
});
